import { z } from "zod/mini";

export const OUTCOMES = ["sent", "held", "digested", "edited", "skipped", "failed"] as const;

const Text = z.catch(z.optional(z.string()), undefined);

/** The address is the state of the page: which notifications are looked for. */
export const LogSearch = z.object({
  rule: Text,
  person: Text,
  subject: Text,
  outcome: z.catch(z.optional(z.enum(OUTCOMES)), undefined),
});
export type LogSearch = z.infer<typeof LogSearch>;
