import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { portal } from "./portal.ts";

export const ABSENCE_KIND = ["paid", "unpaid", "sick", "remote"] as const;
export type AbsenceKind = (typeof ABSENCE_KIND)[number];

/**
 * requested → approved | declined | withdrawn | expired | no_approver; approved → cancelled (taken back later) | over.
 * Only `approved` is a fact that others go by.
 */
export const ABSENCE_STATE = [
  "requested",
  "approved",
  "declined",
  "withdrawn",
  "expired",
  "no_approver",
  "cancelled",
  "over",
] as const;
export type AbsenceState = (typeof ABSENCE_STATE)[number];

/** Days on which a person is away, asked for or granted. */
export const absence = pgTable(
  "absence",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid().notNull(),
    /** Portal user id. */
    personId: text().notNull(),
    personName: text().notNull(),
    kind: text({ enum: ABSENCE_KIND }).notNull(),
    /** First and last day, both included, in the portal's time zone. */
    fromDay: date({ mode: "string" }).notNull(),
    toDay: date({ mode: "string" }).notNull(),
    /** The first day is worked until noon. */
    fromNoon: boolean().notNull().default(false),
    /** The last day is worked from noon. */
    untilNoon: boolean().notNull().default(false),
    comment: text().notNull().default(""),
    state: text({ enum: ABSENCE_STATE }).notNull().default("requested"),
    /** Goes up with each edit, so that a button of an older card is void. */
    version: integer().notNull().default(1),
    /** Who is asked now, or decided. */
    approverId: text(),
    /** In the decider's words. */
    reason: text(),
    workflowId: text().notNull().unique(),
    /** Event of the person's calendar; null until it is marked, and after it was taken back. */
    calendarEventId: text(),
    /** The portal's own record: `list:<iblock>:<element>`, or as its adapter names it. */
    recordRef: text(),
    decidedAt: instant(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    checkOneOf("absence_kind_check", table.kind, ABSENCE_KIND),
    checkOneOf("absence_state_check", table.state, ABSENCE_STATE),
    check("absence_days_check", sql`${table.fromDay} <= ${table.toDay}`),
    // Who is away on some days.
    index("absence_away_idx")
      .on(table.portalId, table.toDay)
      .where(sql`state = 'approved'`),
    index("absence_person_idx").on(table.portalId, table.personId, table.fromDay),
  ],
);
export type Absence = typeof absence.$inferSelect;
