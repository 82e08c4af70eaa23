import { DoubtPolicy, type Effect } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { causeIdOf } from "./cause.ts";
import { checkOneOf, createdAt, id, instant } from "./columns.ts";

/**
 * ready → sending → sent | ready (later) | dead | uncertain; a taken-over dialog makes it cancelled, and a person may make
 * a dead one ready again, or discarded. `sending` is committed before the first byte leaves, so only rows in it can be in
 * doubt after a crash.
 */
export const OUTBOX_STATUS = ["ready", "sending", "uncertain", "sent", "dead", "cancelled", "discarded"] as const;

/** One effect that was decided, with everything needed to carry it out once. */
export const outboxEffect = pgTable(
  "outbox_effect",
  {
    id: id(),
    seq: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** Event and position, or workflow id and step: putting the same effect twice leaves one row. */
    key: text().notNull().unique(),
    portalId: uuid().notNull(),
    botId: uuid().notNull(),
    conversationId: uuid(),
    /** Effects of one lane leave one after another; workflow effects have a lane of their own, so that a missing Temporal holds no reply. */
    lane: text().notNull(),
    kind: text().notNull(),
    body: jsonb().$type<Effect>().notNull(),
    policy: text().$type<DoubtPolicy>().notNull(),
    status: text({ enum: OUTBOX_STATUS }).notNull().default("ready"),
    /** The fencing token: whoever writes an outcome must name the attempt it belongs to. */
    attempt: integer().notNull().default(0),
    /** Looks made so far to settle the present doubt. */
    looks: integer().notNull().default(0),
    /** How often it was sent again after a doubt: a portal that never answers must not get the same word for ever. */
    resends: integer().notNull().default(0),
    /** Failures that nobody could explain. */
    faults: integer().notNull().default(0),
    runAt: instant().notNull().defaultNow(),
    /** The claim that took it last, so that one whose answer was lost on the way can be given back. */
    claimId: uuid(),
    /** A `sending` row whose lease ran out belonged to a process that died. */
    leaseUntil: instant(),
    startedAt: instant(),
    settledAt: instant(),
    /** What the portal called the result: a message id, a task id. */
    externalId: text(),
    lastError: text(),
    createdAt: createdAt(),
  },
  (table) => [
    checkOneOf("outbox_effect_status_check", table.status, OUTBOX_STATUS),
    checkOneOf("outbox_effect_policy_check", table.policy, DoubtPolicy.options),
    // The deliverer goes from lane to lane, portal by portal, and takes each lane's head. Byte order, so that a lane can be skipped.
    index("outbox_effect_head_idx")
      .on(table.portalId, sql`${table.lane} collate "C"`, table.seq)
      .where(sql`status in ('ready','sending','uncertain')`),
    // The order within a lane, held by the database: only one effect is on its way, or in doubt.
    uniqueIndex("outbox_effect_leaving_idx")
      .on(table.lane)
      .where(sql`status in ('sending','uncertain')`),
    // As of events: what the desk filters by stands in the index, so that where little fits no row is read in vain.
    index("outbox_effect_dead_idx")
      .on(table.settledAt, table.id, table.portalId, table.botId, table.kind)
      .where(sql`status = 'dead'`),
    // Those that share a cause are looked through together.
    index("outbox_effect_dead_cause_idx")
      .on(causeIdOf("last_error"), table.settledAt, table.id, table.portalId, table.botId, table.kind)
      .where(sql`status = 'dead'`),
    // What was set aside can be looked through, and goes by its age.
    index("outbox_effect_discarded_idx")
      .on(table.settledAt, table.id, table.portalId, table.botId, table.kind)
      .where(sql`status = 'discarded'`),
    index("outbox_effect_conversation_idx").on(table.conversationId, table.seq),
  ],
);
export type OutboxEffect = Omit<typeof outboxEffect.$inferSelect, "claimId">;

export const ATTEMPT_OUTCOME = ["sent", "found", "retry", "dead", "cancelled", "uncertain"] as const;

/** Every try of an effect, and every look made to settle one in doubt. */
export const deliveryAttempt = pgTable(
  "delivery_attempt",
  {
    id: id(),
    effectId: uuid()
      .notNull()
      .references(() => outboxEffect.id, { onDelete: "cascade" }),
    attempt: integer().notNull(),
    /** `found` is sent, as a look told. */
    outcome: text({ enum: ATTEMPT_OUTCOME }).notNull(),
    detail: text(),
    startedAt: instant().notNull(),
    finishedAt: createdAt(),
  },
  (table) => [
    checkOneOf("delivery_attempt_outcome_check", table.outcome, ATTEMPT_OUTCOME),
    index("delivery_attempt_effect_idx").on(table.effectId, table.attempt),
  ],
);
