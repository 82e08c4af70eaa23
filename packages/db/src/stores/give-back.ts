import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { givenRows } from "../given-rows.ts";
import { deliveryAttempt } from "../schema/outbox-effect.ts";

const idsOf = (ids: readonly string[]) => givenRows(ids, { id: ["uuid", (id: string) => id] });

/**
 * Gives back what claims took whose answer was lost on the way: nobody has begun any of it. Without this it would stand
 * until its leases end.
 *
 * @returns How many events there were.
 */
export async function giveBackEvents(db: Database, claimIds: readonly string[]): Promise<number> {
  const given = await db.execute(sql`
    update inbox_event set status = 'waiting', releases = releases + 1, lease_until = null
    where status = 'running' and claim_id in (select id from ${idsOf(claimIds)})
    returning id`);
  return given.length;
}

/**
 * The same for effects. Nothing of them has left, which the attempt's record says; one that was to be looked for goes on
 * being in doubt.
 */
export function giveBackEffects(db: Database, claimIds: readonly string[]): Promise<number> {
  return giveBack(
    db,
    "The claim's answer was lost, so nothing left",
    sql`
      update outbox_effect set status = case when status = 'sending' then 'ready' else status end, lease_until = null
      where status in ('sending', 'uncertain') and lease_until is not null and claim_id in (select id from ${idsOf(claimIds)})
      returning id, attempt, started_at`,
  );
}

/**
 * Says of effects that may have been born leaving that they have not left: nobody heard whether they were written. One that
 * was put as `ready`, and that a deliverer has claimed since, is left to that one.
 *
 * @returns How many there were.
 */
export function giveBackBorn(db: Database, ids: readonly string[]): Promise<number> {
  const detail = "The database went away before it was known that it may leave";
  return giveBack(
    db,
    detail,
    sql`
      update outbox_effect set status = 'ready', lease_until = null, last_error = ${detail}
      where id in (select id from ${idsOf(ids)}) and status = 'sending' and attempt = 1 and claim_id is null
      returning id, attempt, started_at`,
  );
}

/** @param update Gives them back, and returns the attempts that are over with it. */
async function giveBack(db: Database, detail: string, update: SQL): Promise<number> {
  return await db.transaction(async (tx) => {
    const given = await tx.execute<{ id: string; attempt: number; started_at: string }>(update);
    if (given.length === 0) return 0;
    await tx.insert(deliveryAttempt).values(
      given.map(({ id, attempt, started_at }) => {
        const startedAt = new Date(started_at);
        return { effectId: id, attempt, outcome: "retry" as const, detail, startedAt };
      }),
    );
    return given.length;
  });
}
