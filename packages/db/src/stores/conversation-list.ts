import type { Owner } from "@botdeck/core";
import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";

import type { Database } from "../client.ts";
import { bot, conversation, portal } from "../schema/index.ts";

/** The part of an owner before the colon: which of the console's queues a conversation stands in. */
export const CONVERSATION_QUEUE = ["queue", "bot", "operator", "closed"] as const;
export type ConversationQueue = (typeof CONVERSATION_QUEUE)[number];

export type ConversationFilter = {
  /** Null is every queue. */
  queue: ConversationQueue | null;
  portalId: string | null;
};

/** A place in the list: the last row of the page before. `at` is the database's own text, exact to the microsecond. */
export type ConversationCursor = { at: string; id: string };

export type ConversationPage = { rows: ConversationRow[]; next: ConversationCursor | null };

/** A conversation as a list shows it. */
export type ConversationRow = {
  id: string;
  portalId: string;
  portalDomain: string;
  botName: string;
  dialogType: "private" | "group" | "open_line";
  personName: string;
  owner: Owner;
  /** The operator who wrote last; null while nobody of them leads or none wrote. */
  operatorName: string | null;
  topic: string | null;
  /** Shortened: a Bitrix24 message may have 20,000 characters. */
  lastMessageText: string | null;
  lastMessageBy: string | null;
  lastMessageAt: Date;
  waitingSince: Date | null;
  updatedAt: Date;
};

const PREVIEW_CHARACTERS = 160;

const exactAt = sql<string>`${conversation.lastMessageAt}::text`;

/** One page of conversations, newest message first. */
export async function listConversations(
  db: Database,
  filter: ConversationFilter,
  page: { after: ConversationCursor | null; limit: number },
): Promise<ConversationPage> {
  const found = await selectRows(db, and(...conditionsOf(filter), page.after ? isAfter(page.after) : undefined))
    .orderBy(sql`${conversation.lastMessageAt} desc nulls last`, asc(conversation.id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = found.length > page.limit && last ? { at: last.exactAt, id: last.row.id } : null;
  return { rows: rows.map((one) => one.row), next };
}

/** How many conversations stand in each queue. */
export async function countConversations(
  db: Database,
  portalId: string | null,
): Promise<Record<ConversationQueue, number>> {
  const rows = await db
    .select({ queue: conversation.queue, count: sql<number>`count(*)::int` })
    .from(conversation)
    .where(portalId === null ? undefined : eq(conversation.portalId, portalId))
    .groupBy(conversation.queue);
  const counts = { queue: 0, bot: 0, operator: 0, closed: 0 };
  for (const row of rows) counts[row.queue] = row.count;
  return counts;
}

export async function conversationById(db: Database, id: string): Promise<ConversationRow | null> {
  return (await conversationsByIds(db, [id]))[0] ?? null;
}

/** The conversations that exist among these, in no order. */
export async function conversationsByIds(db: Database, ids: string[]): Promise<ConversationRow[]> {
  if (ids.length === 0) return [];
  const found = await selectRows(db, inArray(conversation.id, ids));
  return found.map((one) => one.row);
}

/**
 * The conversations changed at or after an instant, the latest change first.
 *
 * A row becomes visible at its commit, later than the `updatedAt` it carries: ask from a little before the last instant seen.
 */
export async function changedSince(db: Database, since: Date, limit: number): Promise<ConversationRow[]> {
  const found = await selectRows(db, sql`${conversation.updatedAt} >= ${since.toISOString()}::timestamptz`)
    .orderBy(desc(conversation.updatedAt))
    .limit(limit);
  return found.map((one) => one.row);
}

/** The instant of the latest change of any conversation, by the database's clock; null when there is none. */
export async function latestChange(db: Database): Promise<Date | null> {
  const [row] = await db
    .select({ updatedAt: conversation.updatedAt })
    .from(conversation)
    .orderBy(desc(conversation.updatedAt))
    .limit(1);
  return row?.updatedAt ?? null;
}

function selectRows(db: Database, where: SQL | undefined) {
  return db
    .select({
      row: {
        id: conversation.id,
        portalId: conversation.portalId,
        portalDomain: portal.domain,
        botName: bot.name,
        dialogType: conversation.dialogType,
        personName: conversation.personName,
        owner: conversation.owner,
        operatorName,
        topic: conversation.topic,
        lastMessageText: sql<string | null>`left(${conversation.lastMessageText}, ${PREVIEW_CHARACTERS}::int)`,
        lastMessageBy: conversation.lastMessageBy,
        lastMessageAt: conversation.lastMessageAt,
        waitingSince: conversation.waitingSince,
        updatedAt: conversation.updatedAt,
      },
      exactAt,
    })
    .from(conversation)
    .innerJoin(bot, eq(bot.id, conversation.botId))
    .innerJoin(portal, eq(portal.id, conversation.portalId))
    .where(where);
}

// The owner names an operator by the portal's id only; the name stands with what that person wrote.
const operatorName = sql<string | null>`case when ${conversation.owner} like 'operator:%' then (
  select m.author_name from message m
  where m.conversation_id = ${conversation.id} and m.author = 'operator'
  order by m.seq desc limit 1
) end`;

function conditionsOf({ queue, portalId }: ConversationFilter): (SQL | undefined)[] {
  return [
    queue === null ? undefined : eq(conversation.queue, queue),
    portalId === null ? undefined : eq(conversation.portalId, portalId),
  ];
}

function isAfter({ at, id }: ConversationCursor): SQL {
  const instant = sql`${at}::timestamptz`;
  return sql`(${conversation.lastMessageAt} <= ${instant} and
    (${conversation.lastMessageAt} < ${instant} or ${conversation.id} > ${id}::uuid))`;
}
