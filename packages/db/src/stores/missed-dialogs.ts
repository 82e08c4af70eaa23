import type { Dialog } from "@botdeck/core";
import { and, desc, eq, inArray, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { conversation, message } from "../schema/conversation.ts";
import { inboxEvent } from "../schema/inbox-event.ts";

/** A dialog of a bot that is compared with the portal after an outage. */
export type KnownDialog = {
  dialog: Dialog;
  personId: string;
  personName: string;
  /** The portal's id of the last message of a person that was kept before that time; null when none was. */
  lastKnownId: string | null;
};

/**
 * Dialogs of a bot, the latest first, with the last message of each that was kept before an instant. The bot's own do not
 * count: they get their ids when they are delivered, which may be later.
 */
export async function dialogsOfBot(
  db: Database,
  botId: string,
  { before, limit }: { before: Date; limit: number },
): Promise<KnownDialog[]> {
  const lastKnownId = sql<string | null>`(
    select max(portal_message_id::bigint)::text from message
    where message.conversation_id = conversation.id and at < ${before.toISOString()}::timestamptz
      and author in ('client', 'operator', 'employee') and portal_message_id ~ '^[0-9]{1,18}$'
  )`;
  const rows = await db
    .select({ conversation, lastKnownId })
    .from(conversation)
    .where(eq(conversation.botId, botId))
    .orderBy(desc(conversation.lastMessageAt))
    .limit(limit);
  return rows.map(({ conversation: known, lastKnownId: last }) => {
    const { dialogId: id, chatId, dialogType: type, title, personId, personName } = known;
    return { dialog: { id, chatId, type, title, entityId: null }, personId, personName, lastKnownId: last };
  });
}

/** The keys among these under which an event was taken in before, whatever became of it. */
export async function knownKeys(db: Database, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .select({ key: inboxEvent.dedupeKey })
    .from(inboxEvent)
    .where(inArray(inboxEvent.dedupeKey, [...keys]));
  return new Set(rows.map(({ key }) => key));
}

/** The portal's ids of the messages that a conversation's transcript has. */
export async function knownMessageIds(db: Database, botId: string, dialogId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: message.portalMessageId })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .where(and(eq(conversation.botId, botId), eq(conversation.dialogId, dialogId)));
  return new Set(rows.flatMap(({ id }) => id ?? []));
}

/** Now, by the clock that all instants of an outage are told by. */
export async function databaseNow(db: Database): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  return new Date(row?.now ?? Number.NaN);
}
