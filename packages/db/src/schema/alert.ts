import type { Alert } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { bot, portal } from "./portal.ts";

/** pending (waits whether it lasts) → firing → acknowledged | silenced → resolved; a resolved one may fire again, as a new episode. */
export const ALERT_STATE = ["pending", "firing", "acknowledged", "silenced", "resolved"] as const;
export type AlertState = (typeof ALERT_STATE)[number];

/** Alerts that belong together: one card, one escalation, however many there are. */
export const alertGroup = pgTable(
  "alert_group",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid()
      .notNull()
      .references(() => bot.id, { onDelete: "cascade" }),
    hookId: uuid().notNull(),
    /** What the sender, or the hook's grouping, calls the group. */
    key: text().notNull(),
    title: text().notNull(),
    severity: text({ enum: ["critical", "warning", "info"] }).notNull(),
    state: text({ enum: ALERT_STATE }).notNull(),
    /** Goes up each time that a resolved group fires again. */
    episode: integer().notNull().default(1),
    /** The newest alerts of the group by their fingerprints, at most 50 of them; `firing` and `total` count all. */
    alerts: jsonb().$type<readonly Alert[]>().notNull(),
    /**
     * The others in brief: fingerprint, start in ms since 1970, and 1 when it fires, 2 when it has recovered, 0 when it was over
     * before; 3 and 4 are 2 and 0 of which nobody said so.
     */
    others: jsonb().$type<readonly (readonly [string, number, 0 | 1 | 2 | 3 | 4])[]>().notNull().default([]),
    /** Those that all its alerts have. */
    labels: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    /** Those by whose values its source makes its groups; null where nobody said. */
    groupLabels: jsonb().$type<Readonly<Record<string, string>>>(),
    firing: integer().notNull(),
    total: integer().notNull(),
    /** How often it went from resolved to firing lately. */
    flaps: integer().notNull().default(0),
    /** Portal user id. */
    acknowledgedById: text(),
    acknowledgedByName: text(),
    silencedUntil: instant(),
    /** Silenced until it recovers. */
    isSilencedUntilRecovery: boolean().notNull().default(false),
    /** Where it is shown: keys of the effects, with their dialogs, and the key of each one's latest edit. */
    cards: jsonb().$type<readonly { key: string; dialogId: string; edit?: string }[]>().notNull().default([]),
    /** The cards tell less than is known: see when they were edited last. */
    isCardStale: boolean().notNull().default(false),
    cardEditedAt: instant(),
    workflowId: text(),
    /** The escalation's policy; null for the portal's default. */
    policyId: uuid(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    /** When its source itself posted last: what was found by looking at it is no post. */
    postedAt: instant(),
    resolvedAt: instant(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    checkOneOf("alert_group_state_check", table.state, ALERT_STATE),
    uniqueIndex("alert_group_key_idx").on(table.hookId, table.key),
    index("alert_group_open_idx")
      .on(table.portalId, table.lastAt)
      .where(sql`state <> 'resolved'`),
    index("alert_group_recent_idx").on(table.portalId, table.createdAt),
    // People ask for those that fire, and then for the latest.
    index("alert_group_latest_idx").on(
      table.portalId,
      sql`(state = 'resolved')`,
      table.lastAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("alert_group_pending_idx")
      .on(table.firstAt)
      .where(sql`state = 'pending'`),
    // How many cards of a portal were edited just now is counted every second.
    index("alert_group_edited_idx").on(table.cardEditedAt),
    index("alert_group_stale_idx")
      .on(table.cardEditedAt)
      .where(sql`is_card_stale`),
  ],
);
export type AlertGroup = typeof alertGroup.$inferSelect;

export const ALERT_EVENT_KIND = [
  "fired",
  "more",
  "fewer",
  "resolved",
  "flapping",
  "paged",
  "escalated",
  "nobody_to_page",
  "fallback",
  "acknowledged",
  "silenced",
  "silence_ended",
  "ticket_made",
  "told_source",
  "source_refused",
  "note",
] as const;

/** The timeline of a group of alerts. */
export const alertEvent = pgTable(
  "alert_event",
  {
    id: id(),
    groupId: uuid()
      .notNull()
      .references(() => alertGroup.id, { onDelete: "cascade" }),
    episode: integer().notNull(),
    kind: text({ enum: ALERT_EVENT_KIND }).notNull(),
    /** Portal user id of who did it or was paged; null for what came by itself. */
    personId: text(),
    personName: text(),
    facts: jsonb().$type<Readonly<Record<string, string | number | boolean | null>>>().notNull().default({}),
    /** The step that wrote it, so that a repeat adds none. */
    sourceKey: text().notNull().unique(),
    at: createdAt(),
  },
  (table) => [
    checkOneOf("alert_event_kind_check", table.kind, ALERT_EVENT_KIND),
    index("alert_event_group_idx").on(table.groupId, table.at),
  ],
);
export type AlertEvent = typeof alertEvent.$inferSelect;
