import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";

export const BULK_JOB_STATE = ["waiting", "running", "done", "stopped", "failed"] as const;
export type BulkJobState = (typeof BULK_JOB_STATE)[number];

/** One of many that could not be changed, and why: a word of the kind's own, such as `may_happen_twice`. */
export type BulkRefusal = { id: string; reason: string };

/** What somebody wants done to all that a filter finds, done a piece at a time by the worker. */
export const bulkJob = pgTable(
  "bulk_job",
  {
    id: id(),
    /** Such as `deadLetter.replay`. */
    kind: text().notNull(),
    filter: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    reason: text().notNull(),
    actorId: text().notNull(),
    actorName: text().notNull(),
    state: text({ enum: BULK_JOB_STATE }).notNull().default("waiting"),
    /** How many there were when it was asked for. */
    total: integer().notNull(),
    done: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    /** The first of those refused. */
    refusals: jsonb().$type<readonly BulkRefusal[]>().notNull().default([]),
    /** Where the next piece begins; its form is the kind's. */
    cursor: jsonb().$type<unknown>(),
    /** Why it failed, or why its next piece has to be tried once more, for a person. */
    problem: text(),
    /** How often its next piece has failed. */
    tries: integer().notNull().default(0),
    /** Its next piece is not begun before. A piece is one transaction that holds this row, so a process that dies leaves none half done. */
    leaseUntil: instant(),
    createdAt: createdAt(),
    finishedAt: instant(),
  },
  (table) => [
    checkOneOf("bulk_job_state_check", table.state, BULK_JOB_STATE),
    index("bulk_job_created_idx").on(table.createdAt.desc()),
    // The worker looks for those that are not over.
    index("bulk_job_open_idx")
      .on(table.createdAt)
      .where(sql`state in ('waiting', 'running')`),
  ],
);
export type BulkJob = typeof bulkJob.$inferSelect;
