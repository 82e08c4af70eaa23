import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { portal } from "./portal.ts";

export const TRAINING_REASON = ["not_understood", "unsure", "corrected", "added"] as const;
export type TrainingReason = (typeof TRAINING_REASON)[number];
export const TRAINING_STATE = ["new", "assigned", "skipped"] as const;
export type TrainingState = (typeof TRAINING_STATE)[number];

/** Words of a client that a bot did not understand, or took for something else, and what a person says they mean. */
export const trainingExample = pgTable(
  "training_example",
  {
    id: id(),
    botCode: text().notNull(),
    /** Where it was said; null, with the three below, of a phrase that somebody of the console has written. */
    portalId: uuid().references(() => portal.id, { onDelete: "cascade" }),
    /** May be gone by now. */
    conversationId: uuid(),
    messageId: uuid().unique(),
    /** Portal user id of the client, by which their words are found when they are to be erased. */
    personId: text(),
    /** Without what tells who wrote it: numbers, addresses and names are taken out. */
    text: text().notNull(),
    language: text().notNull(),
    reason: text({ enum: TRAINING_REASON }).notNull(),
    /** What the bot took it for, and how sure it was, from 0 to 1; null when it had no idea. */
    guessedIntent: text(),
    confidence: real(),
    state: text({ enum: TRAINING_STATE }).notNull().default("new"),
    /** What it means, as a person says; `oos` for none of the bot's business. */
    intent: text(),
    decidedById: text(),
    decidedByName: text(),
    decidedAt: instant(),
    saidAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    checkOneOf("training_example_reason_check", table.reason, TRAINING_REASON),
    checkOneOf("training_example_state_check", table.state, TRAINING_STATE),
    index("training_example_list_idx").on(table.botCode, table.state, table.saidAt.desc(), table.id),
    index("training_example_person_idx").on(table.portalId, table.personId),
  ],
);
export type TrainingExample = typeof trainingExample.$inferSelect;

export const TRAINING_RUN_STATE = ["requested", "running", "done", "failed"] as const;

/** How well a bot understands phrases that it was not taught, as `packages/dialog` measures it: how many of them came to what. */
export type TrainingScore = {
  phrases: number;
  right: number;
  wrong: number;
  unsure: number;
};

/** A phrase that is understood otherwise than before: what it is acted on as; null where the bot would ask, or hand over. */
export type TrainingChange = { text: string; expected: string; before: string | null; after: string | null };

/** What would become of a bot's understanding with these examples, reckoned before they are published. */
export const trainingRun = pgTable(
  "training_run",
  {
    id: id(),
    botCode: text().notNull(),
    state: text({ enum: TRAINING_RUN_STATE }).notNull().default("requested"),
    /** What each example, by its id, was assigned to when this was asked for. */
    chosen: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    before: jsonb().$type<TrainingScore>(),
    after: jsonb().$type<TrainingScore>(),
    changes: jsonb().$type<readonly TrainingChange[]>().notNull().default([]),
    problem: text(),
    askedById: text().notNull(),
    askedByName: text().notNull(),
    /** How far it is, from 0 to 1. */
    progress: real().notNull().default(0),
    /** How often somebody began it, and the fencing token: whoever writes must name the attempt that is theirs. */
    attempts: integer().notNull().default(0),
    leaseUntil: instant(),
    createdAt: createdAt(),
    finishedAt: instant(),
  },
  (table) => [
    checkOneOf("training_run_state_check", table.state, TRAINING_RUN_STATE),
    index("training_run_bot_idx").on(table.botCode, table.createdAt.desc()),
  ],
);
export type TrainingRun = typeof trainingRun.$inferSelect;

/** What a bot was taught beside its own examples, version by version; one of them is what it knows now. */
export const trainingSet = pgTable(
  "training_set",
  {
    id: id(),
    botCode: text().notNull(),
    /** Counts up from 1 for each bot. */
    version: integer().notNull(),
    isLive: boolean().notNull(),
    runId: uuid(),
    publishedById: text().notNull(),
    publishedByName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("training_set_version_idx").on(table.botCode, table.version),
    uniqueIndex("training_set_live_idx")
      .on(table.botCode)
      .where(sql`is_live`),
  ],
);
export type TrainingSet = typeof trainingSet.$inferSelect;

export const trainingSetExample = pgTable(
  "training_set_example",
  {
    setId: uuid()
      .notNull()
      .references(() => trainingSet.id, { onDelete: "cascade" }),
    exampleId: uuid()
      .notNull()
      .references(() => trainingExample.id, { onDelete: "cascade" }),
    /** As it was assigned when the set was published. */
    intent: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.setId, table.exampleId] }),
    // Without it every set is looked through for each phrase that is erased.
    index("training_set_example_example_idx").on(table.exampleId),
  ],
);
