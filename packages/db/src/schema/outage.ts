import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";

/**
 * `gateway`: nobody was there to take events in. `database`: they were taken in on the gateways' disks. `asked`: a person
 * wants a time looked into, for instance because the way to the gateway was broken.
 */
export const OUTAGE_KIND = ["gateway", "database", "asked"] as const;
export const OUTAGE_STATE = ["open", "recovering", "closed"] as const;

/** `first_words`: who writes to an internal bot for the first time. No method lists a bot's private dialogs. */
export type OutageLimit = "first_words";

/** One thing that is looked through after an outage: a dialog, a queue, a kind of records. */
export type OutageFinding = {
  /** Its name for a person, the portal first; once in an outage. */
  where: string;
  /** Events that were missed there and are in the inbox now. */
  recovered: number;
  /** Of these, questions that are only written down: an answer would come too late, or amiss. */
  past?: number;
  /** Why it could not be looked through, or not whole. */
  problem: string | null;
  /** Set where nobody can ever look, on any portal. That is no failed check, and no place that is looked through. */
  limit?: OutageLimit;
  /** It waits for its turn, or to be tried again. */
  isPending?: boolean;
  /** How often it was tried in vain. */
  tries?: number;
};

/** A time in which events may have been missed, and what was found of them afterwards. */
export const outage = pgTable(
  "outage",
  {
    id: id(),
    kind: text({ enum: OUTAGE_KIND }).notNull(),
    state: text({ enum: OUTAGE_STATE }).notNull().default("open"),
    beganAt: instant().notNull(),
    endedAt: instant(),
    /** Events that were taken in meanwhile, on a gateway's disk. */
    takenIn: integer().notNull().default(0),
    /** Posts that had to be refused, because neither database nor disk took them. */
    refused: integer().notNull().default(0),
    /** Events that were missed and are in the inbox now. */
    recovered: integer().notNull().default(0),
    /** What was looked through, and what could not be: one entry per portal, dialog or queue. */
    findings: jsonb().$type<OutageFinding[]>().notNull().default([]),
    settledAt: instant(),
  },
  (table) => [
    checkOneOf("outage_kind_check", table.kind, OUTAGE_KIND),
    checkOneOf("outage_state_check", table.state, OUTAGE_STATE),
    index("outage_began_idx").on(table.beganAt.desc()),
    uniqueIndex("outage_open_idx")
      .on(table.kind)
      .where(sql`state = 'open'`),
  ],
);
export type Outage = typeof outage.$inferSelect;

/** That a gateway is alive, and what it did since its start. Written every few seconds; a gap in all of them is an outage. */
export const gatewayBeat = pgTable(
  "gateway_beat",
  {
    /** The process, new at each start. */
    id: uuid().primaryKey(),
    startedAt: createdAt(),
    beatAt: instant().notNull().defaultNow(),
    /** Null while it runs; set when it stopped in order. */
    stoppedAt: instant(),
    kept: integer().notNull().default(0),
    spooled: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    /** Waits on its disk now. */
    spoolRecords: integer().notNull().default(0),
  },
  (table) => [index("gateway_beat_idx").on(table.beatAt)],
);
export type GatewayBeat = typeof gatewayBeat.$inferSelect;
