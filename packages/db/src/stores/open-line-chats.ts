import { and, desc, eq, isNotNull, or, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { conversation } from "../schema/conversation.ts";
import { deskHold } from "../schema/conversation-desk.ts";
import { outboxEffect } from "../schema/outbox-effect.ts";
import { PORTAL_LEFT } from "./cancel-waiting.ts";

type Of = { portalId: string; botId: string; withinHours: number; limit: number };

/**
 * The open lines' chats that a bot is in, because it has the word there, carries that of somebody at the console, or was to give the
 * client to people when its portal was disconnected, and in which something was said within these hours, the latest first, by the portal's number.
 */
export async function openLineChatsOf(db: Database, { portalId, botId, withinHours, limit }: Of): Promise<string[]> {
  const isCurrent = and(
    eq(deskHold.conversationId, conversation.id),
    eq(deskHold.ownerVersion, conversation.ownerVersion),
  );
  const isHandOverCancelled = sql`${conversation.queue} = 'queue' and exists (
    select 1 from ${outboxEffect}
    where ${outboxEffect.conversationId} = ${conversation.id} and ${outboxEffect.kind} in ('chat.hand_over', 'chat.transfer')
      and ${outboxEffect.status} = 'cancelled' and ${outboxEffect.lastError} = ${PORTAL_LEFT}
  )`;
  const rows = await db
    .select({ chatId: conversation.chatId })
    .from(conversation)
    .leftJoin(deskHold, isCurrent)
    .where(
      and(
        eq(conversation.portalId, portalId),
        eq(conversation.botId, botId),
        eq(conversation.dialogType, "open_line"),
        or(eq(conversation.owner, "bot"), eq(deskHold.isBotThere, true), isHandOverCancelled),
        isNotNull(conversation.chatId),
        sql`${conversation.lastMessageAt} > now() - make_interval(hours => ${withinHours})`,
      ),
    )
    .orderBy(desc(conversation.lastMessageAt))
    .limit(limit);
  return rows.flatMap(({ chatId }) => (chatId === null ? [] : [chatId]));
}
