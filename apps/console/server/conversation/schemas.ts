import { CONVERSATION_QUEUE } from "@botdeck/db";
import { z } from "zod";

/** The database's text of an instant, as it gave it: `2026-11-20 10:00:00.123456+00`. */
const ExactInstant = z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/);

export const ListConversations = z.object({
  queue: z.enum(["all", ...CONVERSATION_QUEUE]),
  portalId: z.uuid().nullable(),
  cursor: z.object({ at: ExactInstant, id: z.uuid() }).nullish(),
});

export const CountConversations = z.object({ portalId: z.uuid().nullable() });

export const ConversationById = z.object({ id: z.uuid() });

export const ListMessages = z.object({
  conversationId: z.uuid(),
  /** The `seq` to stop before. */
  cursor: z.number().int().positive().nullish(),
});

export const FollowChanges = z.object({
  /** The id of the last event that arrived: the instant of the latest change seen, in milliseconds. */
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullish(),
});
