import { AppError, type BotEvent, lineOf, type Owner } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import type { Database, Transaction } from "../client.ts";
import { fixedStatement } from "../fixed-statement.ts";
import { fixedRows } from "../given-rows.ts";
import { conversation, type MessageAuthor } from "../schema/conversation.ts";
import type { OutboxEffect } from "../schema/outbox-effect.ts";
import type { ClaimedEvent } from "./claim-events.ts";
import { type SeenConversation, seenColumns, type SeenRow, toSeen } from "./conversation-row.ts";
import type { NewMessage } from "./conversations.ts";
import {
  type EffectToPut,
  insertEffects,
  putRows,
  type PutValues,
  toPutEffect,
  PUT_COLUMNS,
  type PutRow,
} from "./effects-to-put.ts";

const readStatement = fixedStatement<{ botId: string; dialogId: string }, SeenRow>(
  (given) =>
    sql`select ${seenColumns} from conversation where bot_id = ${given.botId} and dialog_id = ${given.dialogId}`,
);

/** The conversation an event belongs to, or what it will be when this event is its first. Not locked: see `writeTurn`. */
export async function readConversation(db: Database, event: BotEvent, language: string): Promise<SeenConversation> {
  const asked = { botId: event.botId, dialogId: event.dialog.id };
  const [row] = await readStatement(db, asked);
  if (row !== undefined) return toSeen(row);
  const now = new Date();
  const blank = {
    id: newId(),
    portalId: event.portalId,
    botId: event.botId,
    dialogId: event.dialog.id,
    chatId: event.dialog.chatId,
    dialogType: event.dialog.type,
    title: event.dialog.title,
    lineId: lineOf(event.dialog),
    personId: event.person.id,
    personName: event.person.name,
    language,
    state: {},
    owner: "bot" as const,
    ownerVersion: 0,
    queue: "bot" as const,
    topic: null,
    lastMessageText: null,
    lastMessageBy: null,
    lastMessageAt: now,
    waitingSince: null,
    createdAt: now,
    updatedAt: now,
  };
  return { row: blank, version: null };
}

/** What came of an event: where its conversation stands now, what was said in it, and what is to be done. */
export type Turn = {
  event: Pick<ClaimedEvent, "id" | "attempts">;
  seen: SeenConversation;
  next: {
    state: Record<string, unknown>;
    owner: Owner;
    language: string;
    topic: string | null;
    personId: string;
    personName: string;
    /** Null when nothing was said. */
    lastMessage: { text: string; by: MessageAuthor } | null;
  };
  messages: readonly NewMessage[];
  effects: readonly EffectToPut[];
};

const saidRows = fixedRows<NewMessage>()("said", {
  id: ["uuid", () => newId()],
  author: ["text", ({ author }) => author],
  author_id: ["text", ({ authorId }) => authorId ?? null],
  author_name: ["text", ({ authorName }) => authorName],
  text: ["text", ({ text }) => text],
  buttons: ["jsonb", ({ buttons }) => asJson(buttons)],
  card: ["jsonb", ({ card }) => asJson(card)],
  files: ["jsonb", ({ files }) => asJson(files)],
  understood: ["jsonb", ({ understood }) => asJson(understood)],
  portal_message_id: ["text", ({ portalMessageId }) => portalMessageId ?? null],
  source_key: ["text", ({ sourceKey }) => sourceKey ?? null],
  occurred_at: ["timestamptz", ({ occurredAt }) => occurredAt?.toISOString() ?? null],
});
const asJson = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));

type Values = PutValues &
  ReturnType<typeof saidRows.values> & {
    eventId: string;
    attempts: number;
    conversationId: string;
    version: string;
    state: string;
    owner: Owner;
    ownerVersion: number;
    wait: "begins" | "ends" | "goes on";
    language: string;
    topic: string | null;
    personId: string;
    personName: string;
    lastText: string | null;
    lastBy: string | null;
  };

const writeStatement = fixedStatement<Values, Row>(
  (given) => sql`
    with fence as materialized (
      select id from inbox_event
      where id = ${given.eventId} and attempts = ${given.attempts}::int and status = 'running'
      for update
    ), saved as (
      update conversation set
        state = ${given.state}::jsonb, owner = ${given.owner}, owner_version = ${given.ownerVersion}::int,
        waiting_since = case ${given.wait}::text when 'begins' then now() when 'ends' then null else waiting_since end,
        language = ${given.language}, topic = ${given.topic},
        person_id = ${given.personId}, person_name = ${given.personName},
        last_message_text = coalesce(${given.lastText}, last_message_text),
        last_message_by = coalesce(${given.lastBy}, last_message_by),
        last_message_at = case when ${given.lastBy}::text is null then last_message_at else now() end,
        updated_at = clock_timestamp()
      where id = ${given.conversationId} and xmin = ${given.version}::text::xid and exists (select 1 from fence)
      returning id
    ), ended as (
      update inbox_event set status = 'done', settled_at = now(), lease_until = null
      where id = ${given.eventId} and exists (select 1 from saved)
    ), said_now as (
      insert into message (id, conversation_id, author, author_id, author_name, text, buttons, card, files, understood,
        portal_message_id, source_key, occurred_at)
      select said.id, saved.id, author, author_id, author_name, text, buttons, card, files, understood,
        portal_message_id, source_key, occurred_at
      from ${saidRows.from(given)} cross join saved
      order by place
      on conflict (source_key) do nothing
    ), added as (${insertEffects(given, sql`exists (select 1 from saved)`, PUT_COLUMNS)})
    select exists (select 1 from fence) as is_ours, exists (select 1 from saved) as is_saved, added.*
    from (values (1)) as one left join added on true
    order by added.seq`,
);

type Row = { is_ours: boolean; is_saved: boolean } & (PutRow | { id: null });

/**
 * Writes what came of an event, and ends it: all in one statement, or nothing of it. It counts while the run is the newest
 * and the conversation is as it was seen, so that a bot may think as long as it needs without holding a lock.
 *
 * @returns The effects that were not there before, in the order given; null when the conversation has changed meanwhile, so
 *   that the bot has to be asked again.
 * @throws AppError `conflict` when the lease ran out meanwhile and somebody else has the event.
 */
export async function writeTurn(db: Database, turn: Turn): Promise<OutboxEffect[] | null> {
  const { event, seen, next, messages, effects } = turn;
  const { row, version } = seen;
  if (version === null) throw new AppError("invariant", "A turn is written in a conversation that is not there yet");
  const isNewOwner = next.owner !== row.owner;
  const rows = await writeStatement(db, {
    ...putRows.values(effects),
    ...saidRows.values(messages),
    eventId: event.id,
    attempts: event.attempts,
    conversationId: row.id,
    version,
    state: JSON.stringify(next.state),
    owner: next.owner,
    ownerVersion: row.ownerVersion + (isNewOwner ? 1 : 0),
    // A new owner starts or ends the wait for a person.
    wait: isNewOwner ? (next.owner.startsWith("queue:") ? "begins" : "ends") : "goes on",
    language: next.language,
    topic: next.topic,
    personId: next.personId,
    personName: next.personName,
    lastText: next.lastMessage?.text ?? null,
    lastBy: next.lastMessage?.by ?? null,
  });
  const [first] = rows;
  if (first?.is_ours !== true) {
    throw new AppError("conflict", "The event's lease ran out", { context: { eventId: event.id } });
  }
  if (!first.is_saved) return null;
  const sent = new Map(effects.map((effect) => [effect.id, effect]));
  return rows.flatMap((each) => {
    const effect = each.id === null ? undefined : sent.get(each.id);
    return effect === undefined || each.id === null ? [] : [toPutEffect(effect, each)];
  });
}

/** Makes the conversation of a first event, in the transaction of its turn. Null when somebody else has made it meanwhile. */
export async function beginConversation(tx: Transaction, { row }: SeenConversation): Promise<SeenConversation | null> {
  const { queue: _queue, lastMessageAt: _at, createdAt: _created, updatedAt: _updated, ...values } = row;
  const [made] = await tx
    .insert(conversation)
    .values(values)
    .onConflictDoNothing({ target: [conversation.botId, conversation.dialogId] })
    .returning({ version: sql<string>`xmin::text` });
  return made === undefined ? null : { row, version: made.version };
}
