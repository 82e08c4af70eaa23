import { LETTER_STATE, LETTER_WHAT } from "@botdeck/db";
import { z } from "zod";

import { ExactInstant } from "../exact-instant.ts";

/** Letters that one call may change. */
export const MOST_LETTERS = 500;
/** Letters that a query may name: it goes into an address, which has its limits. */
export const MOST_IN_ADDRESS = 100;

/** Which letters are looked for. */
export const LetterFilter = z.object({
  state: z.enum(LETTER_STATE).default("dead"),
  what: z.enum(LETTER_WHAT).nullable().default(null),
  kind: z.string().min(1).max(100).nullable().default(null),
  portalId: z.uuid().nullable().default(null),
  botId: z.uuid().nullable().default(null),
  causeId: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .default(null),
  from: z.iso.datetime({ offset: true }).pipe(z.coerce.date()).nullable().default(null),
  to: z.iso.datetime({ offset: true }).pipe(z.coerce.date()).nullable().default(null),
});

export const ListDeadLetters = LetterFilter.extend({
  order: z.enum(["newest", "oldest"]).default("newest"),
  cursor: z.object({ at: ExactInstant, id: z.uuid() }).nullish(),
});

export const DeadLetterById = z.object({ id: z.uuid() });

/** Letters by their ids. */
export const Ids = z.array(z.uuid()).min(1).max(MOST_LETTERS);

/** Letters by their ids, or the oldest that a filter finds. */
export const DryRunReplay = z.union([z.object({ ids: Ids.max(MOST_IN_ADDRESS) }), z.object({ filter: LetterFilter })]);

const SeenLetter = z.object({
  id: z.uuid(),
  /** What the dry run gave for it. */
  seen: z.string().regex(/^[0-9a-f]{32}$/),
  acceptsTwice: z.boolean().default(false),
});

export const ReplayDeadLetters = z.object({ letters: z.array(SeenLetter).min(1).max(MOST_LETTERS) });

const Reason = z.string().trim().min(3).max(500);

export const DiscardDeadLetters = z.object({ ids: Ids, reason: Reason });

export const RestoreDeadLetters = z.object({ ids: Ids });

export const CheckEdit = z.object({
  id: z.uuid(),
  /** The tries that the letter had when it was opened: one more, and it is not what the edit began with. */
  attempts: z.int().nonnegative(),
  /** The payload as JSON, with what is hidden left as it was shown. */
  text: z.string(),
});

export const ReplayEdited = CheckEdit.extend({ ...SeenLetter.shape, reason: Reason });
