import { z } from "zod";

/** What happens to records of the CRM, and beside them. */
export const RECORD_EFFECTS = [
  /** A thing to do in the CRM, for the person it is made by. */
  z.object({
    kind: z.literal("activity.add"),
    ownerType: z.enum(["lead", "deal", "contact", "company"]),
    ownerId: z.string().min(1),
    title: z.string().min(1),
    deadlineAt: z.iso.datetime({ offset: true }),
    byId: z.string().min(1),
  }),
  /** Has the portal's telephony call the person, and then the number in E.164. */
  z.object({ kind: z.literal("call.start"), phone: z.string().min(1), byId: z.string().min(1) }),
  /** Writes what was learned about a client into the CRM: see `ClientRecord` of the crm package for the fields. */
  z.object({
    kind: z.literal("crm.record"),
    originId: z.string().min(1),
    entityId: z.string().min(1),
    title: z.string().min(1),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    comment: z.string().nullable(),
    timeline: z.string().nullable(),
  }),
  /** Reads a record that changed, and puts what it is now into the inbox as `record.changed`. */
  z.object({
    kind: z.literal("record.read"),
    subject: z.string().min(1),
    change: z.enum(["added", "updated", "deleted", "commented"]),
    /** The message or comment that came to it, for `commented`. */
    commentId: z.string().nullable(),
    messageId: z.string().nullable(),
    /** Portal user who changed it, where the event tells. */
    userId: z.string().nullable(),
    /** What another system posted: the record is here, and only whom it concerns is read. */
    posted: z
      .object({
        source: z.enum(["payment", "one_c", "generic"]),
        hookId: z.string().min(1),
        record: z.record(z.string(), z.unknown()),
      })
      .optional(),
    occurredAt: z.iso.datetime({ offset: true }),
  }),
  /** Makes a person responsible for a record, with the rights of that person. */
  z.object({
    kind: z.literal("record.assign"),
    subject: z.string().min(1),
    byId: z.string().min(1),
  }),
] as const;
