import { boolean, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";

import { createdAt, instant } from "./columns.ts";

/**
 * How many events of a portal came within an hour and what became of them, counted by the worker every minute: a look at a week
 * must not read millions of events.
 */
export const intakeHour = pgTable(
  "intake_hour",
  {
    /** When it began. */
    hour: instant().notNull(),
    portalId: uuid().notNull(),
    came: integer().notNull(),
    /** Of them, what no bot wanted. */
    ignored: integer().notNull(),
    /** Of them, what was missed in an outage and found afterwards. */
    recovered: integer().notNull(),
    /** Of them, what waited or ran. */
    waiting: integer().notNull(),
    /** Of them, what waited for a person. */
    dead: integer().notNull(),
    /** Of them, what a person had set aside. */
    discarded: integer().notNull(),
    /** The hour is over and nothing of it waits: it is not counted again, until somebody replays or sets aside one of its events. */
    isSettled: boolean().notNull(),
    countedAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.hour, table.portalId] })],
);
