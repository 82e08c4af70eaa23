import { AppError } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Database, Transaction } from "../client.ts";
import { givenRows } from "../given-rows.ts";
import type { ClaimedEvent } from "./claim-events.ts";

type Run = Pick<ClaimedEvent, "id" | "attempts">;

const RUN = {
  id: ["uuid", ({ id }: Run) => id],
  attempts: ["int", ({ attempts }: Run) => attempts],
} as const;

/**
 * Begins the transaction of an event that has no turn (see `writeTurn`): locks it, if the run is still the newest, and ends it,
 * which counts when the transaction is committed with all consequences.
 *
 * @throws AppError `conflict` when the lease ran out meanwhile and somebody else has the event.
 */
export async function holdEvent(
  tx: Transaction,
  { id, attempts }: Run,
  end: "done" | "ignored" = "done",
): Promise<void> {
  const held = await tx.execute(sql`
    update inbox_event set status = ${end}, settled_at = now(), lease_until = null
    where id = ${id} and attempts = ${attempts}::int and status = 'running'
    returning id`);
  if (held.length === 0) throw new AppError("conflict", "The event's lease ran out", { context: { eventId: id } });
}

/**
 * Notes a failed run: the event waits for `retryInMs`, or becomes a dead letter when that is null. Until then it holds
 * its lane, so that nothing overtakes it.
 *
 * @returns False when somebody else has the event by now.
 */
export async function failEvent(
  db: Database,
  run: Run,
  { error, retryInMs }: { error: string; retryInMs: number | null },
): Promise<boolean> {
  const changed = await db.execute(
    retryInMs === null
      ? sql`update inbox_event set status = 'dead', last_error = ${error}, settled_at = now(), lease_until = null
            where id = ${run.id} and attempts = ${run.attempts}::int and status = 'running' returning id`
      : sql`update inbox_event set status = 'waiting', last_error = ${error}, lease_until = null,
                   run_at = now() + ${retryInMs}::int * interval '1 millisecond'
            where id = ${run.id} and attempts = ${run.attempts}::int and status = 'running' returning id`,
  );
  return changed.length > 0;
}

/**
 * Gives events back whose runs did not begin, or broke off through no fault of theirs: the run does not count. Said twice it
 * is said once, since the fencing token only grows.
 */
export async function releaseEvents(db: Database, runs: readonly Run[]): Promise<void> {
  if (runs.length === 0) return;
  await db.execute(sql`
    update inbox_event set status = 'waiting', releases = releases + 1, lease_until = null
    from ${givenRows(runs, RUN)}
    where inbox_event.id = given.id and inbox_event.attempts = given.attempts and inbox_event.status = 'running'`);
}

/**
 * Finds events whose process died while it ran them. One that has seen `deaths` of them becomes a dead letter: it may be what
 * kills. The others run again after up to `spreadMs`, each at its own moment, so that the guilty one is alone sooner.
 */
export async function reapEvents(
  db: Database,
  { deaths, spreadMs }: { deaths: number; spreadMs: number },
): Promise<{ returned: number; dead: number }> {
  const reaped = await db.execute<{ status: string }>(sql`
    update inbox_event set
      status = case when deaths + 1 >= ${deaths}::int then 'dead' else 'waiting' end,
      settled_at = case when deaths + 1 >= ${deaths}::int then now() end,
      deaths = deaths + 1,
      last_error = 'The process that handled it died, or stopped answering',
      lease_until = null,
      run_at = now() + random() * ${spreadMs}::int * interval '1 millisecond'
    where id in (
      select id from inbox_event where status = 'running' and lease_until < now() for update skip locked
    )
    returning status`);
  const dead = reaped.filter(({ status }) => status === "dead").length;
  return { returned: reaped.length - dead, dead };
}
