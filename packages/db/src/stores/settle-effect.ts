import { newId } from "@botdeck/core/ids";
import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import type { OutboxEffect } from "../schema/outbox-effect.ts";

export type DeliveryOutcome =
  /** The other side accepted it; `via` tells whether it answered, or was looked up afterwards. */
  | { kind: "sent"; externalId: string | null; via: "answer" | "look" }
  /** It did not happen, or doing it again was chosen; `counts` says against which limit. */
  | { kind: "retry"; error: string; inMs: number; counts?: "resend" | "fault" }
  | { kind: "dead"; error: string }
  /** It is not wanted any more, and never left. */
  | { kind: "cancelled"; error: string }
  /** It may have happened; look again later. */
  | { kind: "uncertain"; error: string; lookInMs: number; hasLooked: boolean };

/**
 * Writes the outcome of one attempt, if the attempt is still the newest: a process that was stopped past its lease
 * finds its word void.
 *
 * @returns False when somebody else has the effect by now.
 */
export async function settleEffect(
  db: Database,
  effect: Pick<OutboxEffect, "id" | "attempt" | "startedAt">,
  outcome: DeliveryOutcome,
): Promise<boolean> {
  const externalId = outcome.kind === "sent" ? outcome.externalId : null;
  const told = outcome.kind === "sent" && outcome.via === "look" ? "found" : outcome.kind;
  const detail = outcome.kind === "sent" ? outcome.externalId : outcome.error;
  // One statement: the effect, the attempt, and under which id the portal shows the message.
  const settled = await db.execute(sql`
    with settled as (
      update outbox_effect set ${changeFor(outcome)}
      where id = ${effect.id} and attempt = ${effect.attempt}::int and status in ('sending', 'uncertain')
      returning id, key, status
    ), attempt as (
      insert into delivery_attempt (id, effect_id, attempt, outcome, detail, started_at)
      select ${newId()}::uuid, id, ${effect.attempt}::int, ${told}, ${detail},
             ${(effect.startedAt ?? new Date()).toISOString()}::timestamptz
      from settled
    ), said as (
      update message set portal_message_id = ${externalId} from settled
      where message.source_key = settled.key and settled.status = 'sent'
    )
    select id from settled`);
  return settled.length > 0;
}

/** Literals where an index depends on them, so that a prepared plan uses it. */
function changeFor(outcome: DeliveryOutcome): SQL {
  switch (outcome.kind) {
    case "sent":
      return sql`status = 'sent', external_id = ${outcome.externalId}, settled_at = now(), lease_until = null, last_error = null`;
    case "dead":
    case "cancelled":
      return sql`status = ${outcome.kind}, last_error = ${outcome.error}, settled_at = now(), lease_until = null`;
    case "retry":
      return sql`status = 'ready', last_error = ${outcome.error}, lease_until = null, looks = 0,
                 resends = resends + ${outcome.counts === "resend" ? 1 : 0}::int,
                 faults = faults + ${outcome.counts === "fault" ? 1 : 0}::int, run_at = ${after(outcome.inMs)}`;
    case "uncertain":
      return sql`status = 'uncertain', last_error = ${outcome.error}, lease_until = null,
                 looks = looks + ${outcome.hasLooked ? 1 : 0}::int, run_at = ${after(outcome.lookInMs)}`;
  }
}

const after = (ms: number) => sql`now() + ${ms}::float8 * interval '1 millisecond'`;
