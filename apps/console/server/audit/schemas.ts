import { z } from "zod";

const filter = {
  actorId: z.string().min(1).max(200).nullable().default(null),
  action: z.string().min(1).max(100).nullable().default(null),
  subjectId: z.string().min(1).max(200).nullable().default(null),
  /** The first instant of the period, and the first one after it. */
  from: z.iso.datetime().nullable().default(null),
  until: z.iso.datetime().nullable().default(null),
};

export const ListAudit = z.object({
  ...filter,
  /** The last id of the page before. */
  cursor: z.uuid().nullish(),
});
export const ExportAudit = z.object(filter);
