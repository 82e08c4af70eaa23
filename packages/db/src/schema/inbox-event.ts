import type { InboxBody } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { causeIdOf } from "./cause.ts";
import { checkOneOf, createdAt, id, instant } from "./columns.ts";

/**
 * waiting → running → done | ignored | waiting (later) | dead; a person makes a dead one waiting again, or discarded.
 * `ignored` is what no bot wanted.
 */
export const INBOX_STATUS = ["waiting", "running", "done", "ignored", "dead", "discarded"] as const;

/** How an event came to us; `recovery` is one that was missed and found afterwards, `resumed` one that waited for a permission. */
export const INBOX_SOURCE = ["webhook", "fetch", "hook", "workflow", "recovery", "schedule", "resumed"] as const;
export type InboxSource = (typeof INBOX_SOURCE)[number];

/** Every event that was answered 200, once. Not partitioned: a unique key cannot span partitions. */
export const inboxEvent = pgTable(
  "inbox_event",
  {
    id: id(),
    /** Order of arrival. */
    seq: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** Built from the portal's own ids, so it survives a second delivery and a change of event mode. Outlives the body. */
    dedupeKey: text().notNull().unique(),
    portalId: uuid().notNull(),
    /** Null for what concerns the portal and no single bot. */
    botId: uuid(),
    /** Bot and dialog: events of one lane run one after another, in order of `seq`. */
    lane: text().notNull(),
    kind: text().notNull(),
    source: text({ enum: INBOX_SOURCE }).notNull().default("webhook"),
    /** The outage in which it was missed; null for what came in time. */
    outageId: uuid(),
    /** Without any token: those go to the token store or nowhere. Null once its time of keeping is over. */
    body: jsonb().$type<InboxBody>(),
    status: text({ enum: INBOX_STATUS }).notNull().default("waiting"),
    /** Runs begun so far, and the fencing token: whoever ends a run must name the one it belongs to. */
    attempts: integer().notNull().default(0),
    /** Those of them that were given back: not begun, or broken off through no fault of the event. They count against no limit. */
    releases: integer().notNull().default(0),
    /** Runs that ended with their process: it may be what kills. */
    deaths: integer().notNull().default(0),
    /** The claim that made it `running`, so that one whose answer was lost on the way can be given back. */
    claimId: uuid(),
    /** A `running` row whose lease ran out belonged to a process that died. */
    leaseUntil: instant(),
    /** Not before this instant; moved forward after a failed run. */
    runAt: instant().notNull().defaultNow(),
    lastError: text(),
    receivedAt: createdAt(),
    settledAt: instant(),
  },
  (table) => [
    checkOneOf("inbox_event_status_check", table.status, INBOX_STATUS),
    checkOneOf("inbox_event_source_check", table.source, INBOX_SOURCE),
    // The runtime goes from lane to lane, portal by portal, and takes each lane's head. Byte order, so that a lane can be skipped.
    index("inbox_event_head_idx")
      .on(table.portalId, sql`${table.lane} collate "C"`, table.seq)
      .where(sql`status = 'waiting'`),
    // The order within a lane, held by the database: of two processes that reach for one lane, one fails.
    uniqueIndex("inbox_event_running_idx")
      .on(table.lane)
      .where(sql`status = 'running'`),
    // The desk goes through them by their time. What it filters by stands in the index too: where little fits no row is read in vain.
    index("inbox_event_dead_idx")
      .on(table.settledAt, table.id, table.portalId, table.botId, table.kind)
      .where(sql`status = 'dead'`),
    // Those that share a cause are looked through together.
    index("inbox_event_dead_cause_idx")
      .on(causeIdOf("last_error"), table.settledAt, table.id, table.portalId, table.botId, table.kind)
      .where(sql`status = 'dead'`),
    // What changed lately on a portal is looked through again, to see whom a rule would have told.
    index("inbox_event_record_idx")
      .on(table.portalId, table.id)
      .where(sql`kind = 'record.changed'`),
    // What was set aside can be looked through, and goes by its age.
    index("inbox_event_discarded_idx")
      .on(table.settledAt, table.id, table.portalId, table.botId, table.kind)
      .where(sql`status = 'discarded'`),
  ],
);
export type InboxEvent = typeof inboxEvent.$inferSelect;
