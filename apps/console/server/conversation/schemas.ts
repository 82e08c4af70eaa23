import { CONVERSATION_ORDER, CONVERSATION_QUEUE } from "@botdeck/db";
import { z } from "zod";

import { ExactInstant } from "../exact-instant.ts";

export const ListConversations = z.object({
  queue: z.enum(["all", ...CONVERSATION_QUEUE]),
  portalId: z.uuid().nullable(),
  botId: z.uuid().nullable().default(null),
  lineId: z.string().min(1).max(100).nullable().default(null),
  topic: z.string().min(1).max(100).nullable().default(null),
  /** Beginnings of a client's names. */
  person: z.string().trim().min(2).max(100).nullable().default(null),
  /** Only those whom the caller leads. */
  isMine: z.boolean().default(false),
  /** Only clients who wait for a person for too long. */
  isLate: z.boolean().default(false),
  order: z.enum(CONVERSATION_ORDER).default("newest"),
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
