import type { NotificationStep } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { bot, portal } from "./portal.ts";

/**
 * A rule of a portal: one of its own, or a built-in one as the portal wants it. A built-in rule without a row is as the code
 * has it.
 */
export const notificationRule = pgTable(
  "notification_rule",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** Of the built-in rule, or `own:<uuid>`. */
    code: text().notNull(),
    isEnabled: boolean().notNull().default(true),
    /** The whole rule; checked by the schema of the notifications package when read. */
    rule: jsonb().$type<unknown>().notNull(),
    /** Portal user id of who is told when it cannot be evaluated; null tells the portal's administrators. */
    ownerId: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    /** The console user who wrote it. */
    updatedBy: text().notNull(),
  },
  (table) => [uniqueIndex("notification_rule_code_idx").on(table.portalId, table.code)],
);
export type NotificationRule = typeof notificationRule.$inferSelect;

/** Rules of a portal that could not be evaluated, also built-in ones that it has no row for. */
export const ruleError = pgTable(
  "rule_error",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    code: text().notNull(),
    /** Its faults as JSON, see the notifications package; null when it could be evaluated the last time. */
    problem: text(),
    /** When its owner was told last. */
    toldAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.code] })],
);

/**
 * sent: a message of its own left · held: waits for its person's digest or the end of their quiet hours · digested: told in a
 * digest · edited: an earlier message tells it · skipped: nobody was told, and the path says why · failed: the rule could not be
 * evaluated.
 */
export const NOTIFICATION_OUTCOME = ["sent", "held", "digested", "edited", "skipped", "failed"] as const;

/** What became of one rule at one event, for one recipient: the answer to "why was I told?", and to "why not?". */
export const notification = pgTable(
  "notification",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid()
      .notNull()
      .references(() => bot.id, { onDelete: "cascade" }),
    ruleCode: text().notNull(),
    /** The event that was looked at. */
    eventId: uuid().notNull(),
    /** What it is about: `deal:17`, `alert:<id>`. */
    subject: text().notNull(),
    /** The dialog it goes to: a portal user id or a chat; null when the rule told nobody. */
    dialogId: text(),
    outcome: text({ enum: NOTIFICATION_OUTCOME }).notNull(),
    path: jsonb().$type<readonly NotificationStep[]>().notNull(),
    /** One line for a digest, with BB codes; null for what is not told. */
    line: text(),
    /** The key of the effect that told it. */
    effectKey: text(),
    /** When a held one has to be told. */
    dueAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    checkOneOf("notification_outcome_check", table.outcome, NOTIFICATION_OUTCOME),
    // The same event, rule and recipient once.
    uniqueIndex("notification_once_idx").on(table.eventId, table.ruleCode, sql`coalesce(${table.dialogId}, '')`),
    index("notification_subject_idx").on(table.portalId, table.subject, table.createdAt),
    index("notification_dialog_idx").on(table.portalId, table.dialogId, table.createdAt),
    index("notification_rule_code_at_idx").on(table.portalId, table.ruleCode, table.createdAt),
    index("notification_due_idx")
      .on(table.dueAt)
      .where(sql`outcome = 'held'`),
    // The log of a portal, newest first.
    index("notification_portal_at_idx").on(table.portalId, table.createdAt, table.id),
    index("notification_created_idx").on(table.createdAt),
  ],
);
export type Notification = typeof notification.$inferSelect;

/** How a person wants to be told. */
export const notificationPreference = pgTable(
  "notification_preference",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** Portal user id. */
    userId: text().notNull(),
    /** Checked by the schema of the notifications package when read. */
    preference: jsonb().$type<unknown>().notNull(),
    /** What the portal said of their working day; null where it says nothing, or nobody asked. */
    isWorkdayClosed: boolean(),
    workdayCheckedAt: instant(),
    updatedAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.userId] })],
);

/** A record of a portal as it was seen last: events carry ids only, so what changed is told by this. */
export const portalRecord = pgTable(
  "portal_record",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** `deal:17`. */
    subject: text().notNull(),
    /** Stage, responsible person, deadline and the like: what rules compare, without names of clients. */
    facts: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    seenAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.portalId, table.subject] }),
    index("portal_record_seen_idx").on(table.seenAt),
  ],
);

/** Work that one person alone may take: the first who presses has it. */
export const recordClaim = pgTable(
  "record_claim",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    subject: text().notNull(),
    takenById: text().notNull(),
    takenByName: text().notNull(),
    /** Of this claim: what follows of it goes by it. */
    token: uuid("event_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.subject] })],
);

/** Until when a portal that posts nothing was looked through for records that changed. */
export const recordPoll = pgTable(
  "record_poll",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** The kind of record, such as `deal`. */
    record: text().notNull(),
    lookedUntil: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.record] })],
);
