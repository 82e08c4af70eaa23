import { z } from "zod/mini";

const PortalId = z.catch(z.optional(z.uuid()), undefined);
/** A day in the reader's own time, such as `2026-11-21`. */
const Day = z.catch(z.optional(z.iso.date()), undefined);
const Word = z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(100))), undefined);

/** The address is the state of the room: which portal, all of them when left out. */
export const RoomSearch = z.object({ portal: PortalId });

export const LETTER_STATES = ["dead", "discarded"] as const;
export const LETTER_WHATS = ["event", "effect"] as const;

/** Which dead letters are looked for. */
export const LetterSearch = z.object({
  state: z.catch(z._default(z.enum(LETTER_STATES), "dead"), "dead"),
  what: z.catch(z.optional(z.enum(LETTER_WHATS)), undefined),
  kind: Word,
  bot: PortalId,
  cause: z.catch(z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))), undefined),
  from: Day,
  to: Day,
});
export type LetterSearch = z.infer<typeof LetterSearch>;

export const INTAKE_HOURS = ["24", "72", "168"] as const;
export type IntakeHours = (typeof INTAKE_HOURS)[number];

/** How far back the ledger goes, in hours. */
export const IntakeSearch = z.object({ hours: z.catch(z._default(z.enum(INTAKE_HOURS), "24"), "24") });

/** The job that is open among the others. */
export const JobSearch = z.object({ job: PortalId });
