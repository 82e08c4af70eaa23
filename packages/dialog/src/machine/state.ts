import { z } from "zod";

/** Where a bot stands in a conversation. It is stored between events, so every field has a default for rows of an earlier version. */
export const DialogState = z.object({
  /** The state that waits for an answer, such as `orderStatus.number`; null when nothing was asked. */
  at: z.string().nullable().default(null),
  /** What the person told so far. */
  slots: z.record(z.string(), z.unknown()).default({}),
  /** Answers in a row that the state at `at` could not use. */
  misses: z.number().int().nonnegative().default(0),
  /** The workflow that leads the conversation; its activities ask, and what the person says goes to it. */
  workflow: z.object({ id: z.string(), kind: z.string() }).nullable().default(null),
});
export type DialogState = z.infer<typeof DialogState>;

export const INITIAL_STATE: DialogState = DialogState.parse({});
