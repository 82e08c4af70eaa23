import { bigint, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { instant } from "./columns.ts";
import { OUTCOME_KIND } from "./outcome.ts";
import { portal } from "./portal.ts";

/** Outcomes of one day added up, so that a year can be shown in an instant. Reckoned anew from `outcome` when that changed. */
export const outcomeDay = pgTable(
  "outcome_day",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** The day it was decided, in the portal's time zone. */
    day: date({ mode: "string" }).notNull(),
    botId: uuid().notNull(),
    lineId: text(),
    intent: text(),
    topic: text(),
    dialog: text(),
    dialogVersion: integer(),
    /** Where in the dialog it ended. */
    step: text(),
    language: text().notNull(),
    kind: text({ enum: OUTCOME_KIND }).notNull(),
    cause: text().notNull(),
    count: integer().notNull(),
    /** Of these, visits after which the client came back about the same topic. */
    recontacted: integer().notNull(),
    rated: integer().notNull(),
    ratingSum: integer().notNull(),
    /** First responses by their length: how many fell into each bucket of `timeBuckets`. */
    responses: integer().array().notNull(),
  },
  (table) => [index("outcome_day_idx").on(table.day, table.portalId)],
);

/**
 * Days of a portal whose outcomes changed since they were added up. Written by a trigger on `outcome`, each time anew: a row
 * that is there already would be waited for.
 */
export const outcomeStaleDay = pgTable("outcome_stale_day", {
  seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  portalId: uuid()
    .notNull()
    .references(() => portal.id, { onDelete: "cascade" }),
  day: date({ mode: "string" }).notNull(),
});

/** How long clients waited for the bot's answers in one hour, by bucket of `timeBuckets`. */
export const answerHour = pgTable(
  "answer_hour",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid().notNull(),
    hour: instant().notNull(),
    answers: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.botId, table.hour] })],
);

/** Up to where something was added up. */
export const figuresCursor = pgTable("figures_cursor", {
  name: text().primaryKey(),
  /** The last `message.seq` that was looked at. */
  seq: bigint({ mode: "number" }).notNull(),
});
