import { and, desc, eq, isNotNull, or, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { conversation } from "../schema/conversation.ts";
import { deskHold } from "../schema/conversation-desk.ts";

type Of = { portalId: string; botId: string; withinHours: number; limit: number };

/**
 * The open lines' chats that a bot is in, because it has the word there or carries that of somebody at the console, and in which
 * something was said within these hours, the latest first, by the portal's number.
 */
export async function openLineChatsOf(db: Database, { portalId, botId, withinHours, limit }: Of): Promise<string[]> {
  const isCurrent = and(
    eq(deskHold.conversationId, conversation.id),
    eq(deskHold.ownerVersion, conversation.ownerVersion),
  );
  const rows = await db
    .select({ chatId: conversation.chatId })
    .from(conversation)
    .leftJoin(deskHold, isCurrent)
    .where(
      and(
        eq(conversation.portalId, portalId),
        eq(conversation.botId, botId),
        eq(conversation.dialogType, "open_line"),
        or(eq(conversation.owner, "bot"), eq(deskHold.isBotThere, true)),
        isNotNull(conversation.chatId),
        sql`${conversation.lastMessageAt} > now() - make_interval(hours => ${withinHours})`,
      ),
    )
    .orderBy(desc(conversation.lastMessageAt))
    .limit(limit);
  return rows.flatMap(({ chatId }) => (chatId === null ? [] : [chatId]));
}
