import type { DoubtPolicy, Effect } from "@botdeck/core";

import { sql } from "drizzle-orm";

import type { OUTBOX_STATUS, OutboxEffect } from "../schema/outbox-effect.ts";

/** A row of `outbox_effect` as a statement of ours returns it. */
export type EffectRow = {
  id: string;
  seq: string;
  key: string;
  portal_id: string;
  bot_id: string;
  conversation_id: string | null;
  lane: string;
  kind: string;
  body: Effect;
  policy: DoubtPolicy;
  status: (typeof OUTBOX_STATUS)[number];
  attempt: number;
  looks: number;
  resends: number;
  faults: number;
  run_at: string;
  lease_until: string | null;
  started_at: string | null;
  settled_at: string | null;
  external_id: string | null;
  last_error: string | null;
  created_at: string;
};

/**
 * The columns of an `EffectRow`, by name: a prepared statement that says `*` fails on every connection when a migration adds a
 * column.
 */
export const effectColumns = (table: string) => sql.raw(COLUMNS.map((name) => `${table}.${name}`).join(", "));

const COLUMNS: readonly (keyof EffectRow)[] = [
  ...(["id", "seq", "key", "portal_id", "bot_id", "conversation_id", "lane", "kind", "body", "policy"] as const),
  ...(["status", "attempt", "looks", "resends", "faults", "run_at", "lease_until", "started_at"] as const),
  ...(["settled_at", "external_id", "last_error", "created_at"] as const),
];

export function toEffect(row: EffectRow): OutboxEffect {
  const { id, key, lane, kind, body, policy, status, attempt, looks, resends, faults } = row;
  return {
    id,
    key,
    lane,
    kind,
    body,
    policy,
    status,
    attempt,
    looks,
    resends,
    faults,
    seq: Number(row.seq),
    portalId: row.portal_id,
    botId: row.bot_id,
    conversationId: row.conversation_id,
    runAt: new Date(row.run_at),
    leaseUntil: toDate(row.lease_until),
    startedAt: toDate(row.started_at),
    settledAt: toDate(row.settled_at),
    externalId: row.external_id,
    lastError: row.last_error,
    createdAt: new Date(row.created_at),
  };
}

const toDate = (instant: string | null) => (instant === null ? null : new Date(instant));
