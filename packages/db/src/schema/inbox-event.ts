import type { BotEvent } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";

export const INBOX_STATUS = ["waiting", "done", "dead"] as const;

/** Every event that was answered 200, once. Not partitioned: a unique key cannot span partitions. */
export const inboxEvent = pgTable(
  "inbox_event",
  {
    id: id(),
    /** Order of arrival. */
    seq: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** Built from the portal's own ids, so it survives a second delivery and a change of event mode. */
    dedupeKey: text().notNull().unique(),
    portalId: uuid().notNull(),
    botId: uuid().notNull(),
    /** Bot and dialog: events of one lane run one after another, in order of `seq`. */
    lane: text().notNull(),
    kind: text().notNull(),
    /** Without any token: those go to the token store or nowhere. */
    body: jsonb().$type<BotEvent>().notNull(),
    status: text({ enum: INBOX_STATUS }).notNull().default("waiting"),
    /** Failed runs so far. */
    attempts: integer().notNull().default(0),
    /** Not before this instant; moved forward after a failed run. */
    runAt: instant().notNull().defaultNow(),
    lastError: text(),
    receivedAt: createdAt(),
    settledAt: instant(),
  },
  (table) => [
    checkOneOf("inbox_event_status_check", table.status, INBOX_STATUS),
    // The runtime claims the head of each lane; only waiting rows are in the index, so it stays small.
    index("inbox_event_waiting_idx")
      .on(table.lane, table.seq)
      .where(sql`status = 'waiting'`),
    index("inbox_event_seq_waiting_idx")
      .on(table.seq)
      .where(sql`status = 'waiting'`),
    index("inbox_event_dead_idx")
      .on(table.settledAt)
      .where(sql`status = 'dead'`),
  ],
);
export type InboxEvent = typeof inboxEvent.$inferSelect;
