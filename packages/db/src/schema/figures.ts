import { bigint, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, instant } from "./columns.ts";
import { OUTCOME_KIND } from "./outcome.ts";
import { portal } from "./portal.ts";

/**
 * How finely outcomes are told apart, few rows first: a question reads the first grain that has its columns. Each tells portal,
 * bot, and clients from staff apart, and what stands in stores/figures/grains.ts.
 */
export const GRAIN = [
  "bot",
  "language",
  "line",
  "version",
  "intent",
  "topic",
  "cause",
  "subject",
  "step",
  "line_subject",
  "visit",
  "line_visit",
] as const;
export type Grain = (typeof GRAIN)[number];

/** What is told apart, null where the grain does not, and how many there were. Lists of times: see stores/figures/counted-times.ts. */
const summed = () => ({
  grain: text({ enum: GRAIN }).notNull(),
  botId: uuid().notNull(),
  /** Null of staff, who come by no line. An empty text of clients where the grain does not tell lines apart. */
  lineId: text(),
  intent: text(),
  topic: text(),
  dialog: text(),
  dialogVersion: integer(),
  /** Where in the dialog it ended. */
  step: text(),
  language: text(),
  kind: text({ enum: OUTCOME_KIND }),
  cause: text(),
  /** Visits of each kind. In columns and not in rows: their times stay in one list, which is what adding up costs. */
  abandoned: integer().notNull(),
  solvedPresumed: integer().notNull(),
  solvedConfirmed: integer().notNull(),
  handedOver: integer().notNull(),
  /** Of the solved, visits after which the client came back about the same topic within 72 hours. */
  recontacted: integer().notNull(),
  /** The same, of those only presumed. */
  presumedRecontacted: integer().notNull(),
  /** Of the solved, within seven days. */
  returned: integer().notNull(),
  rated: integer().notNull(),
  ratingSum: integer().notNull(),
  /** Ratings that say the client was helped. */
  satisfied: integer().notNull(),
  /** First responses of the bot. */
  responses: integer().array().notNull(),
  /** First responses of people, from the hand-over on. */
  humanResponses: integer().array().notNull(),
});

const portalId = () =>
  uuid()
    .notNull()
    .references(() => portal.id, { onDelete: "cascade" });

/** Outcomes of one day added up, so that a quarter can be shown in an instant. Reckoned anew from `outcome` when that changed. */
export const outcomeDay = pgTable(
  "outcome_day",
  {
    portalId: portalId(),
    /** The day it was decided, in the portal's time zone. */
    day: date({ mode: "string" }).notNull(),
    ...summed(),
  },
  (table) => [
    checkOneOf("outcome_day_grain_check", table.grain, GRAIN),
    index("outcome_day_idx").on(table.grain, table.portalId, table.day),
  ],
);

/** Days of a whole month added up, for a year to be shown as fast. */
export const outcomeMonth = pgTable(
  "outcome_month",
  {
    portalId: portalId(),
    /** Its first day. */
    month: date({ mode: "string" }).notNull(),
    ...summed(),
  },
  (table) => [
    checkOneOf("outcome_month_grain_check", table.grain, GRAIN),
    index("outcome_month_idx").on(table.grain, table.portalId, table.month),
  ],
);

/**
 * Days of a portal whose outcomes changed since they were added up. Written by a trigger on `outcome`, each time anew: a row
 * that is there already would be waited for.
 */
export const outcomeStaleDay = pgTable("outcome_stale_day", {
  seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  portalId: portalId(),
  day: date({ mode: "string" }).notNull(),
});

/** How long clients waited for the bot's answers to what they wrote on one day of the portal's time zone. */
export const answerDay = pgTable(
  "answer_day",
  {
    portalId: portalId(),
    botId: uuid().notNull(),
    day: date({ mode: "string" }).notNull(),
    answers: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.botId, table.day] })],
);

/** The same of whole months: times are added to both. */
export const answerMonth = pgTable(
  "answer_month",
  {
    portalId: portalId(),
    botId: uuid().notNull(),
    /** Its first day. */
    month: date({ mode: "string" }).notNull(),
    answers: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.botId, table.month] })],
);

/** Up to where something was added up. */
export const figuresCursor = pgTable("figures_cursor", {
  name: text().primaryKey(),
  /** By the instant in the ids of messages: everything below was looked at. */
  upTo: instant().notNull(),
});
