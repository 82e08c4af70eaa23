import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { portal } from "./portal.ts";

/** Who is on call when: layers of turns over one another, and what people changed of it. */
export const rota = pgTable(
  "rota",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** As people name it in `/oncall`. */
    name: text().notNull(),
    timeZone: text().notNull(),
    /** Checked by the schema of the notifications package when read. The later layer goes over the earlier. */
    layers: jsonb().$type<unknown>().notNull(),
    /** Where hand-overs are told beside the people themselves; null for nowhere. */
    dialogId: text(),
    /** Until when hand-overs are told. */
    toldUntil: instant(),
    /** Portal user ids of who was on call when it was told last, none for nobody; null before the first time. */
    toldUserIds: jsonb().$type<readonly string[]>(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [uniqueIndex("rota_name_idx").on(table.portalId, table.name)],
);
export type Rota = typeof rota.$inferSelect;

/** `offered`: a swap that the other person has not answered yet. */
export const ROTA_OVERRIDE_STATE = ["offered", "agreed", "declined", "withdrawn"] as const;

/** Somebody takes a stretch of time of somebody else. */
export const rotaOverride = pgTable(
  "rota_override",
  {
    id: id(),
    rotaId: uuid()
      .notNull()
      .references(() => rota.id, { onDelete: "cascade" }),
    /** Portal user id of who takes it. */
    userId: text().notNull(),
    userName: text().notNull(),
    fromAt: instant().notNull(),
    untilAt: instant().notNull(),
    state: text({ enum: ROTA_OVERRIDE_STATE }).notNull(),
    /** Portal user id of who wanted it. */
    askedById: text().notNull(),
    askedByName: text().notNull(),
    /** Since when it holds: of two that overlap the one agreed to later stands. Null for what nobody agreed to. */
    agreedAt: instant(),
    /** The step that made it, so that a repeat adds none; null where nothing repeats. */
    sourceKey: text(),
    /** When it was told that whoever took it is away then; null while nobody was told. */
    awayToldAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    checkOneOf("rota_override_state_check", table.state, ROTA_OVERRIDE_STATE),
    index("rota_override_rota_idx").on(table.rotaId, table.untilAt),
    uniqueIndex("rota_override_source_idx").on(table.sourceKey),
    // What is not over yet is asked for every few seconds, whatever its rota.
    index("rota_override_until_idx").on(table.untilAt),
  ],
);
export type RotaOverride = typeof rotaOverride.$inferSelect;

/** Who is paged, in which order, and what if nobody answers. */
export const escalationPolicy = pgTable(
  "escalation_policy",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** Checked by the schema of the notifications package when read. */
    policy: jsonb().$type<unknown>().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [uniqueIndex("escalation_policy_name_idx").on(table.portalId, table.name)],
);
export type EscalationPolicyRow = typeof escalationPolicy.$inferSelect;
