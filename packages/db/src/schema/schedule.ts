import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { bot, portal } from "./portal.ts";

export const SCHEDULE_STATE = ["active", "stopped"] as const;

/** When something is due again: by the wall clock of its time zone. */
export type Recurrence =
  | { every: "day"; at: string; workDaysOnly: boolean }
  /** Days of the week, 1 is Monday. */
  | { every: "week"; day: number; at: string }
  | { every: "month"; day: number; at: string };

/** Something that a bot does for a person or a group again and again. */
export const schedule = pgTable(
  "schedule",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid()
      .notNull()
      .references(() => bot.id, { onDelete: "cascade" }),
    /** Where it goes, as the portal names it. */
    dialogId: text().notNull(),
    dialogType: text({ enum: ["private", "group"] }).notNull(),
    /** Portal user id of who made it, and whose rights it has. */
    ownerId: text().notNull(),
    ownerName: text().notNull(),
    language: text().notNull(),
    /** Which of the bot's schedules, and what it is given. */
    name: text().notNull(),
    input: jsonb().$type<unknown>().notNull(),
    recurrence: jsonb().$type<Recurrence>().notNull(),
    timeZone: text().notNull(),
    nextAt: instant().notNull(),
    lastAt: instant(),
    state: text({ enum: SCHEDULE_STATE }).notNull().default("active"),
    createdAt: createdAt(),
  },
  (table) => [
    checkOneOf("schedule_state_check", table.state, SCHEDULE_STATE),
    index("schedule_due_idx")
      .on(table.nextAt)
      .where(sql`state = 'active'`),
    index("schedule_owner_idx").on(table.portalId, table.ownerId),
  ],
);
export type Schedule = typeof schedule.$inferSelect;
