import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { fixedStatement } from "../fixed-statement.ts";
import type { OutboxEffect } from "../schema/outbox-effect.ts";

export type DeliveryOutcome =
  /** The other side accepted it; `via` tells whether it answered, or was looked up afterwards. */
  | { kind: "sent"; externalId: string | null; via: "answer" | "look" }
  /** It did not happen, or doing it again was chosen; `counts` says against which limit. */
  | { kind: "retry"; error: string; inMs: number; counts?: "resend" | "fault" }
  /** `words` are those in which the portal refused it, for the person who asked for it. */
  | { kind: "dead"; error: string; words?: string }
  /** It is not wanted any more, and never left. */
  | { kind: "cancelled"; error: string }
  /** It may have happened; look again later. */
  | { kind: "uncertain"; error: string; lookInMs: number; hasLooked: boolean };

type Change = {
  status: OutboxEffect["status"];
  externalId: string | null;
  error: string | null;
  /** Nothing more is to be done. */
  settles: boolean;
  /** Null leaves it as it is. */
  inMs: number | null;
  /** The doubt is over, so that the next one has all its looks. */
  forgetsLooks: boolean;
  looks: number;
  resends: number;
  faults: number;
};

type Values = Change & {
  id: string;
  attempt: number;
  attemptId: string;
  told: string;
  detail: string | null;
  startedAt: string;
};

// One statement: the effect, the attempt, and under which id the portal shows the message.
const settleStatement = fixedStatement<Values>(
  (given) => sql`
    with settled as (
      update outbox_effect set
        status = ${given.status}, lease_until = null, last_error = ${given.error},
        external_id = coalesce(${given.externalId}, external_id),
        settled_at = case when ${given.settles}::boolean then now() else settled_at end,
        run_at = coalesce(now() + ${given.inMs}::float8 * interval '1 millisecond', run_at),
        looks = case when ${given.forgetsLooks}::boolean then 0 else looks + ${given.looks}::int end,
        resends = resends + ${given.resends}::int, faults = faults + ${given.faults}::int
      where id = ${given.id} and attempt = ${given.attempt}::int and status in ('sending', 'uncertain')
      returning id, key, status
    ), attempt as (
      insert into delivery_attempt (id, effect_id, attempt, outcome, detail, started_at)
      select ${given.attemptId}::uuid, id, ${given.attempt}::int, ${given.told}, ${given.detail},
             ${given.startedAt}::timestamptz
      from settled
    ), said as (
      update message set portal_message_id = ${given.externalId} from settled
      where message.source_key = settled.key and settled.status = 'sent'
    )
    select id from settled`,
);

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
  const settled = await settleStatement(db, {
    ...changeFor(outcome),
    id: effect.id,
    attempt: effect.attempt,
    attemptId: newId(),
    told: outcome.kind === "sent" && outcome.via === "look" ? "found" : outcome.kind,
    detail: outcome.kind === "sent" ? outcome.externalId : outcome.error,
    startedAt: (effect.startedAt ?? new Date()).toISOString(),
  });
  return settled.length > 0;
}

function changeFor(outcome: DeliveryOutcome): Change {
  const none = { externalId: null, settles: false, inMs: null, forgetsLooks: false, looks: 0, resends: 0, faults: 0 };
  switch (outcome.kind) {
    case "sent":
      return { ...none, status: "sent", error: null, settles: true, externalId: outcome.externalId };
    case "dead":
    case "cancelled":
      return { ...none, status: outcome.kind, error: outcome.error, settles: true };
    case "retry": {
      const { error, inMs, counts } = outcome;
      const counted = { resends: counts === "resend" ? 1 : 0, faults: counts === "fault" ? 1 : 0 };
      return { ...none, ...counted, status: "ready", error, inMs, forgetsLooks: true };
    }
    case "uncertain":
      return {
        ...none,
        status: "uncertain",
        error: outcome.error,
        inMs: outcome.lookInMs,
        looks: outcome.hasLooked ? 1 : 0,
      };
  }
}
