import { z } from "zod";

import { Ids, LetterFilter, MOST_IN_ADDRESS } from "../dead-letter/schemas.ts";

/** Which letters: those that were chosen one by one, or all that a filter finds. */
const Letters = z.object({ filter: LetterFilter, ids: Ids.nullable().default(null) });

const Reason = z.string().trim().min(3).max(500);

/** A query goes into an address, which has its limits. */
export const PreviewJob = Letters.extend({ ids: Ids.max(MOST_IN_ADDRESS).nullable().default(null) });

export const StartJob = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("deadLetter.replay"),
    letters: Letters,
    /** That some may happen a second time was read and accepted. */
    acceptsTwice: z.boolean().default(false),
    reason: Reason,
  }),
  z.object({ kind: z.literal("deadLetter.discard"), letters: Letters, reason: Reason }),
  /** Takes back what a job has set aside. */
  z.object({ kind: z.literal("deadLetter.restore"), ofJobId: z.uuid(), reason: Reason }),
]);
export type StartJob = z.infer<typeof StartJob>;

export const ListJobs = z.object({
  /** The last id of the page before. */
  cursor: z.uuid().nullish(),
});

export const JobById = z.object({ id: z.uuid() });
