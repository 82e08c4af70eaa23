import { CONVERSATION_QUEUE } from "@botdeck/db";
import { z } from "zod";

import { ExactInstant } from "../exact-instant.ts";

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
