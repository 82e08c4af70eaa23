import { z } from "zod";

/** Which conversation, and the version of its owner that whoever acts has seen. */
const Seen = z.object({ id: z.uuid(), expectedVersion: z.number().int().nonnegative() });
const Reason = z.string().trim().min(1).max(500).nullable().default(null);
const PortalId = z
  .string()
  .regex(/^[1-9]\d*$/)
  .max(20);

export const TakeOver = Seen;

export const Reply = Seen.extend({
  text: z.string().min(1).max(20_000),
  /** New for each reply: a repeat of the same says nothing twice. */
  replyId: z.uuid(),
});

export const GiveBack = Seen.extend({
  /** The bot says that it is here again. */
  saysWord: z.boolean(),
});

export const PassOn = Seen.extend({
  to: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("queue") }),
    z.object({ kind: z.literal("line"), id: PortalId }),
    z.object({ kind: z.literal("person"), id: PortalId }),
  ]),
  reason: Reason,
});

export const SetTopic = Seen.extend({ topic: z.string().regex(/^[a-z][a-z_]{0,39}$/) });

export const CloseConversation = Seen.extend({ reason: Reason });

export const AddNote = z.object({ id: z.uuid(), noteId: z.uuid(), text: z.string().trim().min(1).max(5_000) });

export const CorrectIntent = z.object({ id: z.uuid(), messageId: z.uuid(), intent: z.string().min(1).max(60) });

export const TraceMessage = z.object({ messageId: z.uuid() });
