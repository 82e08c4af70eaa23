import { AppError } from "@botdeck/core";
import { eq, sql } from "drizzle-orm";

import type { Transaction } from "../client.ts";
import { givenRows } from "../given-rows.ts";
import { ticket } from "../schema/ticket.ts";
import { holdCounter } from "./counters.ts";

/** Turns are given one at a time on a portal: who has too much already is counted over all pools. */
const TURNS = "rotation";

type Turn = {
  portalId: string;
  /** Whose turns are counted together, such as those for one category. */
  pool: string;
  /** Portal user ids; who is not among them any more is passed over. */
  members: readonly string[];
  /** Who may have no turn now. */
  absent: readonly string[];
  /** With so many open tickets a person gets no further one. */
  mostOpen: number;
  ticketId: string;
  /** Whose turn it was and is not any more; the same turn asked for again has the same answer. */
  insteadOf?: string | null;
};

/**
 * Gives a ticket to whoever of a pool had the fewest turns, of several to the one who waits for longest. Who was away, or came
 * later, has at most one turn more than the others, and not all that they missed.
 *
 * @returns Portal user id, also of who has the ticket already; null when nobody may.
 * @throws AppError `not_found` when the ticket is gone.
 */
export async function takeNext(tx: Transaction, turn: Turn): Promise<string | null> {
  const { portalId, pool, members, absent, mostOpen, ticketId, insteadOf = null } = turn;
  await holdCounter(tx, portalId, TURNS);
  const [row] = await tx
    .select({ assigneeId: ticket.assigneeId })
    .from(ticket)
    .where(eq(ticket.id, ticketId))
    .for("update");
  if (row === undefined) throw new AppError("not_found", "The ticket is not there any more", { context: { ticketId } });
  if (row.assigneeId !== null && row.assigneeId !== insteadOf) return row.assigneeId;
  const without = new Set([...absent, ...(insteadOf === null ? [] : [insteadOf])]);
  const free = [...new Set(members)].filter((id) => !without.has(id));
  if (free.length === 0) return null;
  const [next] = await tx.execute<{ user_id: string }>(sql`
    with free as (
      select given.user_id, coalesce(rotation.taken, 0) as taken, rotation.last_taken_at
      from ${givenRows(free, { user_id: ["text", (id) => id] })}
      left join rotation on rotation.portal_id = ${portalId}::uuid and rotation.pool = ${pool}
        and rotation.user_id = given.user_id
      where (
        select count(*) from ticket
        where ticket.portal_id = ${portalId}::uuid and ticket.assignee_id = given.user_id
          and ticket.state in ('open', 'in_progress', 'waiting')
      ) < ${mostOpen}::int
    ), levelled as (
      select user_id, greatest(taken, max(taken) over () - 1) as taken, last_taken_at from free
    ), next as (
      select user_id, taken from levelled order by taken, last_taken_at nulls first, user_id limit 1
    )
    insert into rotation (portal_id, pool, user_id, taken, last_taken_at)
    select ${portalId}::uuid, ${pool}, user_id, taken + 1, clock_timestamp() from next
    on conflict (portal_id, pool, user_id) do update
      set taken = excluded.taken, last_taken_at = excluded.last_taken_at
    returning user_id`);
  if (next === undefined) return null;
  await tx
    .update(ticket)
    .set({ assigneeId: next.user_id, updatedAt: sql`now()` })
    .where(eq(ticket.id, ticketId));
  return next.user_id;
}
