import { and, asc, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";

import type { Database, DatabaseHandle } from "../../client.ts";
import { bot } from "../../schema/portal.ts";
import { type ServiceChat, serviceChat } from "../../schema/service-chat.ts";
import type { NewEffect } from "../effects-to-put.ts";
import { putEffects, wakeDeliverer } from "../outbox.ts";

/** Of the effect that makes a chat, before the chat's id. */
const KEY = "service chat:";

/** What a service chat is of. */
export type ServiceChatSource = Pick<ServiceChat, "portalId" | "of" | "sourceId">;

export type NewServiceChat = ServiceChatSource & Pick<ServiceChat, "id" | "botId" | "title" | "madeById">;

export async function findServiceChat(
  db: Database,
  { portalId, of, sourceId }: ServiceChatSource,
): Promise<ServiceChat | null> {
  const isIt = and(eq(serviceChat.portalId, portalId), eq(serviceChat.of, of), eq(serviceChat.sourceId, sourceId));
  const [found] = await db.select().from(serviceChat).where(isIt);
  return found ?? null;
}

/**
 * Has a chat made for a department or a project, unless it has one. One that could not be made is begun anew.
 *
 * @param making What makes it.
 * @returns False when there is one already, or it is being made.
 */
export function openServiceChat(
  db: DatabaseHandle["db"],
  chat: NewServiceChat,
  making: Pick<NewEffect, "lane" | "effect">,
): Promise<boolean> {
  const { id, portalId, botId, of, sourceId } = chat;
  return db.transaction(async (tx) => {
    await tx.execute(sql`
      delete from service_chat where portal_id = ${portalId}::uuid and "of" = ${of} and source_id = ${sourceId}
        and dialog_id is null and not exists (
          select 1 from outbox_effect where key = ${KEY} || service_chat.id
            and status in ('ready', 'sending', 'uncertain', 'sent')
        )`);
    const target = [serviceChat.portalId, serviceChat.of, serviceChat.sourceId];
    const [added] = await tx.insert(serviceChat).values(chat).onConflictDoNothing({ target }).returning();
    if (added === undefined) return false;
    await putEffects(tx, [{ ...making, key: KEY + id, portalId, botId, conversationId: null }]);
    await wakeDeliverer(tx);
    return true;
  });
}

/** The portal has made it, with these people in it. Told again it changes nothing. */
export async function noteServiceChatMade(
  db: Database,
  id: string,
  { dialogId, members }: { dialogId: string; members: readonly string[] },
): Promise<void> {
  await db
    .update(serviceChat)
    .set({ dialogId, members, checkedAt: sql`now()`, lastError: null })
    .where(and(eq(serviceChat.id, id), sql`${serviceChat.dialogId} is null`));
}

/** Chats that nobody has looked at since then, the longest ago first; each is given to one who asks, and is looked at from then on. */
export async function takeServiceChats(
  db: DatabaseHandle["db"],
  { before, limit }: { before: Date; limit: number },
): Promise<(ServiceChat & { dialogId: string })[]> {
  return await db.transaction(async (tx) => {
    const rows = await tx
      .select({ row: serviceChat })
      .from(serviceChat)
      .innerJoin(bot, and(eq(bot.id, serviceChat.botId), eq(bot.state, "active")))
      .where(
        and(
          isNotNull(serviceChat.dialogId),
          or(sql`${serviceChat.checkedAt} is null`, lt(serviceChat.checkedAt, before)),
        ),
      )
      .orderBy(sql`${serviceChat.checkedAt} nulls first`, asc(serviceChat.id))
      .limit(limit)
      .for("update", { of: serviceChat, skipLocked: true });
    if (rows.length === 0) return [];
    const ids = rows.map(({ row }) => row.id);
    await tx
      .update(serviceChat)
      .set({ checkedAt: sql`now()` })
      .where(inArray(serviceChat.id, ids));
    return rows.flatMap(({ row }) => (row.dialogId === null ? [] : [{ ...row, dialogId: row.dialogId }]));
  });
}

/** Notes who is about to be put into a chat: whoever of them is found there later was put in by us. */
export async function noteServiceChatJoining(
  db: Database,
  { id, joining }: Pick<ServiceChat, "id" | "joining">,
): Promise<void> {
  await db.update(serviceChat).set({ joining }).where(eq(serviceChat.id, id));
}

/** Why a chat could not be kept in step. */
export async function noteServiceChatTrouble(db: Database, id: string, lastError: string): Promise<void> {
  await db.update(serviceChat).set({ lastError }).where(eq(serviceChat.id, id));
}

/**
 * A chat is in step: who of its members we have put in.
 *
 * @param news What is said in the chat about it.
 */
export function noteServiceChatLook(
  db: DatabaseHandle["db"],
  { id, portalId, botId }: Pick<ServiceChat, "id" | "portalId" | "botId">,
  { members, news }: Pick<ServiceChat, "members"> & { news: Pick<NewEffect, "key" | "lane" | "effect"> | null },
): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.update(serviceChat).set({ members, joining: [], lastError: null }).where(eq(serviceChat.id, id));
    if (news === null) return;
    await putEffects(tx, [{ ...news, portalId, botId, conversationId: null }]);
    await wakeDeliverer(tx);
  });
}
