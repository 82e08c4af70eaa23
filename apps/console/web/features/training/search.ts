import { z } from "zod/mini";

export const EXAMPLE_STATES = ["new", "assigned", "skipped"] as const;
export const EXAMPLE_REASONS = ["not_understood", "unsure", "corrected", "added"] as const;
export const EXAMPLE_LANGUAGES = ["en", "ru"] as const;

/** The address is the state of the room: whose phrases are looked at, and which of them. */
export const TrainingSearch = z.object({
  bot: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(100))), undefined),
  state: z.catch(z._default(z.enum(EXAMPLE_STATES), "new"), "new"),
  reason: z.catch(z.optional(z.enum(EXAMPLE_REASONS)), undefined),
  language: z.catch(z.optional(z.enum(EXAMPLE_LANGUAGES)), undefined),
  portal: z.catch(z.optional(z.uuid()), undefined),
});
export type TrainingSearch = z.infer<typeof TrainingSearch>;

export const isNarrowed = ({ reason, language, portal }: TrainingSearch): boolean =>
  reason !== undefined || language !== undefined || portal !== undefined;
