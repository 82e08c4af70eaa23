import { z } from "zod";

export const ListAudit = z.object({
  action: z.string().min(1).max(100).nullable().default(null),
  subjectId: z.string().min(1).max(200).nullable().default(null),
  /** The last id of the page before. */
  cursor: z.uuid().nullish(),
});
