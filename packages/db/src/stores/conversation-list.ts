import type { Owner } from "@botdeck/core";
import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";

import type { Database } from "../client.ts";
import { bot, conversation, portal } from "../schema/index.ts";
import {
  conditionsOf,
  CONVERSATION_QUEUE,
  type ConversationFilter,
  type ConversationQueue,
} from "./conversation-filter.ts";
import { isCommonName } from "./conversation-search.ts";
import { VIEWER_SECONDS } from "./conversation-viewers.ts";

/** `newest`: by the last message. `waiting`: whoever waits for a person, the longest first; nobody else is in it. */
export const CONVERSATION_ORDER = ["newest", "waiting"] as const;
export type ConversationOrder = (typeof CONVERSATION_ORDER)[number];

/** A place in the list: the last row of the page before. `at` is the database's own text, exact to the microsecond. */
export type ConversationCursor = { at: string; id: string };

export type ConversationPage = { rows: ConversationRow[]; next: ConversationCursor | null };

/** A conversation as a list shows it. */
export type ConversationRow = {
  id: string;
  portalId: string;
  portalDomain: string;
  /** The portal's settings of the console, as stored. */
  portalDesk: Readonly<Record<string, unknown>>;
  botId: string;
  botName: string;
  lineId: string | null;
  dialogType: "private" | "group" | "open_line";
  personName: string;
  owner: Owner;
  /** Goes up with each change of the owner; what is done to the conversation names the one it saw. */
  ownerVersion: number;
  /** Who took it at the console, else the operator who wrote last; null while nobody of them leads or none wrote. */
  operatorName: string | null;
  topic: string | null;
  /** Shortened: a Bitrix24 message may have 20,000 characters. */
  lastMessageText: string | null;
  lastMessageBy: string | null;
  lastMessageAt: Date;
  waitingSince: Date | null;
  /** Who of the console looks at it just now. */
  viewers: readonly { id: string; name: string }[];
  updatedAt: Date;
};

const PREVIEW_CHARACTERS = 160;

const AT: Record<ConversationOrder, SQL> = {
  newest: sql`${conversation.lastMessageAt}`,
  waiting: sql`${conversation.waitingSince}`,
};

/** One page of conversations. */
export async function listConversations(
  db: Database,
  filter: ConversationFilter,
  page: { order: ConversationOrder; after: ConversationCursor | null; limit: number },
): Promise<ConversationPage> {
  const { order, after, limit } = page;
  const at = AT[order];
  const place = filter.portalId === null ? "anywhere" : "onPortal";
  const isCommon = filter.person != null && (await isCommonName(db, filter.person, place));
  const isInOrder = order === "waiting" ? sql`${at} is not null` : undefined;
  const found = await selectRows(
    db,
    and(...conditionsOf(filter, isCommon), isInOrder, after ? isAfter(order, after) : undefined),
    sql<string>`${at}::text`,
  )
    .orderBy(order === "newest" ? sql`${at} desc nulls last` : asc(at), asc(conversation.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? { at: last.exactAt, id: last.row.id } : null;
  return { rows: rows.map((one) => one.row), next };
}

/** Nobody acts on the difference between ten thousand and a million, and counting those takes a second. */
export const MOST_COUNTED = 10_000;

/** How many conversations stand in each queue; of a queue with more than `MOST_COUNTED` one more than that is told. */
export async function countConversations(
  db: Database,
  portalId: string | null,
): Promise<Record<ConversationQueue, number>> {
  const isAsked = portalId === null ? sql`` : sql`and portal_id = ${portalId}::uuid`;
  const counted = CONVERSATION_QUEUE.map(
    (queue) => sql`(select count(*)::int from (
      select from conversation where queue = ${sql.raw(`'${queue}'`)} ${isAsked} limit ${MOST_COUNTED + 1}::int
    ) as counted) as ${sql.raw(`"${queue}"`)}`,
  );
  const [row] = await db.execute<Record<ConversationQueue, number>>(sql`select ${sql.join(counted, sql`, `)}`);
  return row ?? { queue: 0, bot: 0, operator: 0, closed: 0 };
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

function selectRows(db: Database, where: SQL | undefined, exactAt: SQL<string> = sql`''`) {
  return db
    .select({
      row: {
        id: conversation.id,
        portalId: conversation.portalId,
        portalDomain: portal.domain,
        portalDesk: portal.desk,
        botId: conversation.botId,
        botName: bot.name,
        lineId: conversation.lineId,
        dialogType: conversation.dialogType,
        personName: conversation.personName,
        owner: conversation.owner,
        ownerVersion: conversation.ownerVersion,
        operatorName,
        topic: conversation.topic,
        lastMessageText: sql<string | null>`left(${conversation.lastMessageText}, ${PREVIEW_CHARACTERS}::int)`,
        lastMessageBy: conversation.lastMessageBy,
        lastMessageAt: conversation.lastMessageAt,
        waitingSince: conversation.waitingSince,
        viewers,
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
const operatorName = sql<string | null>`case when ${conversation.owner} like 'operator:%' then coalesce(
  (select held.user_name from desk_hold held
   where held.conversation_id = ${conversation.id} and held.owner_version = ${conversation.ownerVersion}),
  (select m.author_name from message m
   where m.conversation_id = ${conversation.id} and m.author = 'operator'
   order by m.seq desc limit 1)
) end`;

const viewers = sql<{ id: string; name: string }[]>`(
  select coalesce(json_agg(json_build_object('id', looks.user_id, 'name', looks.user_name) order by looks.user_name), '[]')
  from conversation_viewer looks
  where looks.conversation_id = ${conversation.id}
    and looks.seen_at > now() - make_interval(secs => ${VIEWER_SECONDS}::int)
)`;

function isAfter(order: ConversationOrder, { at, id }: ConversationCursor): SQL {
  const instant = sql`${at}::timestamptz`;
  if (order === "waiting") return sql`(${AT.waiting}, ${conversation.id}) > (${instant}, ${id}::uuid)`;
  return sql`(${AT.newest} <= ${instant} and (${AT.newest} < ${instant} or ${conversation.id} > ${id}::uuid))`;
}
