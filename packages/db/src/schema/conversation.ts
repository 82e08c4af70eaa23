import { type Button, type Card, DialogType, type FileRef, type Owner } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { bot, portal } from "./portal.ts";

/** True in SQL for a conversation whose state has a visit that came to no outcome yet. The index is used by these very words. */
export const HAS_OPEN_VISIT = sql.raw("state #>> '{visit,id}' is not null and state #>> '{visit,outcome}' is null");

/** A dialog between a bot and people, with where the bot stands in it. */
export const conversation = pgTable(
  "conversation",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid()
      .notNull()
      .references(() => bot.id, { onDelete: "cascade" }),
    /** The portal's dialog id: `chat142`, or a person's bare id. */
    dialogId: text().notNull(),
    chatId: text(),
    dialogType: text().$type<DialogType>().notNull(),
    title: text().notNull(),
    /** The open line it came by; null elsewhere. */
    lineId: text(),
    personId: text().notNull(),
    personName: text().notNull(),
    language: text().notNull(),
    /** The dialog engine's state; its shape is the engine's. */
    state: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** Who answers: `bot`, `queue:<id>`, `operator:<id>` or `closed`. Changed only together with its version. */
    owner: text().$type<Owner>().notNull().default("bot"),
    ownerVersion: integer().notNull().default(0),
    /** The first word of `owner`: the queue of the console it stands in. */
    queue: text({ enum: ["bot", "queue", "operator", "closed"] })
      .notNull()
      .generatedAlwaysAs(sql`split_part(owner, ':', 1)`),
    /** What the conversation is about, once the bot knows. */
    topic: text(),
    lastMessageText: text(),
    lastMessageBy: text(),
    lastMessageAt: instant().notNull().defaultNow(),
    /** Since when a person waits for an operator; null when nobody waits. */
    waitingSince: instant(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    uniqueIndex("conversation_bot_dialog_idx").on(table.botId, table.dialogId),
    checkOneOf("conversation_dialog_type_check", table.dialogType, DialogType.options),
    check("conversation_owner_check", sql`${table.owner} ~ '^(bot|closed|queue:.+|operator:.+)$'`),
    // The console's list, newest first.
    index("conversation_last_message_idx").on(table.lastMessageAt.desc(), table.id),
    // The same for one queue, and the counts of all.
    index("conversation_queue_idx").on(table.queue, table.lastMessageAt.desc(), table.id),
    // The list of one portal's queue, and its counts.
    index("conversation_portal_queue_idx").on(table.portalId, table.queue, table.lastMessageAt.desc(), table.id),
    // What one person leads.
    index("conversation_led_idx")
      .on(table.owner, table.lastMessageAt.desc(), table.id)
      .where(sql`queue = 'operator'`),
    // The list of one bot, of one line, of one topic.
    index("conversation_bot_list_idx").on(table.botId, table.lastMessageAt.desc(), table.id),
    index("conversation_line_list_idx").on(table.portalId, table.lineId, table.lastMessageAt.desc(), table.id),
    index("conversation_topic_list_idx").on(table.topic, table.lastMessageAt.desc(), table.id),
    // Whoever waits, the longest first.
    index("conversation_waiting_idx")
      .on(table.waitingSince, table.id)
      .where(sql`waiting_since is not null`),
    // Names that begin like what somebody types.
    index("conversation_person_idx").using("gin", sql`to_tsvector('simple', person_name)`),
    // What one client talked about elsewhere.
    index("conversation_client_idx").on(table.portalId, table.personId, table.lastMessageAt.desc()),
    // What changed while a live connection was away.
    index("conversation_updated_idx").on(table.updatedAt),
    // Visits of clients that nobody has decided yet, those silent for longest first.
    index("conversation_open_visit_idx").on(table.lastMessageAt, table.id).where(HAS_OPEN_VISIT),
  ],
);
export type Conversation = typeof conversation.$inferSelect;

export const MESSAGE_AUTHOR = ["client", "bot", "operator", "employee", "system"] as const;
export type MessageAuthor = (typeof MESSAGE_AUTHOR)[number];

/** What was said. A bot's message points at the effect that carries it, whose status says whether it arrived. */
export const message = pgTable(
  "message",
  {
    id: id(),
    seq: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    conversationId: uuid()
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    author: text({ enum: MESSAGE_AUTHOR }).notNull(),
    /** Portal user id of whoever wrote it, by which a person's words are found again; null for what our bot says. */
    authorId: text(),
    authorName: text().notNull(),
    text: text().notNull(),
    buttons: jsonb().$type<Button[][]>(),
    /** What stood below it in a frame. */
    card: jsonb().$type<Card>(),
    files: jsonb().$type<FileRef[]>(),
    /** What a client's words were understood to mean, in the dialog engine's form; null where nobody had to. */
    understood: jsonb().$type<unknown>(),
    /** The portal's id; of a bot's message once it was delivered. */
    portalMessageId: text(),
    /** The key of the effect that carries it, or of the event that brought it: each makes one message. */
    sourceKey: text().unique(),
    at: instant().notNull().defaultNow(),
    /** The portal's own time of it; null for what our bots say. */
    occurredAt: instant(),
  },
  (table) => [
    checkOneOf("message_author_check", table.author, MESSAGE_AUTHOR),
    index("message_conversation_idx").on(table.conversationId, table.seq),
  ],
);
export type Message = typeof message.$inferSelect;

export const WORKFLOW_STATE = ["requested", "running", "ended"] as const;

/** A workflow that a conversation asked for. Temporal has the run; this row says whose it is. */
export const workflowRef = pgTable(
  "workflow_ref",
  {
    /** The workflow id. */
    id: text().primaryKey(),
    portalId: uuid().notNull(),
    conversationId: uuid()
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    state: text({ enum: WORKFLOW_STATE }).notNull().default("requested"),
    /** The step it waits at, as its activities told. */
    step: text(),
    outcome: text(),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (table) => [
    checkOneOf("workflow_ref_state_check", table.state, WORKFLOW_STATE),
    index("workflow_ref_conversation_idx").on(table.conversationId, table.createdAt),
    index("workflow_ref_list_idx").on(table.state, table.createdAt.desc(), table.id),
    // Those of one kind: returns among a million hand-overs.
    index("workflow_ref_kind_idx").on(table.kind, table.state, table.createdAt.desc(), table.id),
  ],
);
export type WorkflowRef = typeof workflowRef.$inferSelect;
