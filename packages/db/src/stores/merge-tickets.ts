import { eq, inArray, sql } from "drizzle-orm";

import type { Database, Transaction } from "../client.ts";
import { type Ticket, ticket, ticketFollower } from "../schema/ticket.ts";
import { changeTicket } from "./tickets.ts";

/** Who hears what becomes of a ticket. */
export type TicketListener = { personId: string; personName: string; conversationId: string };

/** The reporter first, then those whose tickets were merged into it. */
export async function listenersOf(db: Database, one: Ticket): Promise<TicketListener[]> {
  const followers = await db
    .select({
      personId: ticketFollower.personId,
      personName: ticketFollower.personName,
      conversationId: ticketFollower.conversationId,
    })
    .from(ticketFollower)
    .where(eq(ticketFollower.ticketId, one.id))
    .orderBy(ticketFollower.createdAt, ticketFollower.personId);
  const { reporterId, reporterName, conversationId } = one;
  return [
    { personId: reporterId, personName: reporterName, conversationId },
    ...followers.filter(({ personId }) => personId !== reporterId),
  ];
}

/** What came of a merge; `into` is where the other ticket ended up meanwhile. */
export type Merge =
  | { kind: "merged"; from: Ticket; into: Ticket }
  | { kind: "refused"; why: "gone" | "closed" | "same" };

/**
 * Has one ticket seen through by another: whoever listened to it listens to that one. A repeat changes nothing.
 *
 * Both are held in the order of their ids, so that two that are merged into each other at once do not wait in a circle.
 */
export async function mergeTickets(
  tx: Transaction,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<Merge> {
  const target = await followMerges(tx, intoId);
  const rows = await tx
    .select()
    .from(ticket)
    .where(inArray(ticket.id, [fromId, target]))
    .orderBy(ticket.id)
    .for("update");
  const from = rows.find(({ id }) => id === fromId);
  const into = rows.find(({ id }) => id === target);
  if (fromId === target) return { kind: "refused", why: "same" };
  if (from === undefined || into === undefined) return { kind: "refused", why: "gone" };
  if (from.mergedInto === into.id) return { kind: "merged", from, into };
  // Somebody merged the target meanwhile: its own turn decides, and this one is asked for again.
  if (into.state === "merged") return { kind: "refused", why: into.mergedInto === from.id ? "same" : "gone" };
  if (into.state === "closed" || from.state === "merged") return { kind: "refused", why: "closed" };
  const listeners = await listenersOf(tx, from);
  await tx
    .insert(ticketFollower)
    .values(listeners.map((listener) => ({ ...listener, ticketId: into.id })))
    .onConflictDoNothing();
  const merged = await changeTicket(tx, from.id, { state: "merged" });
  await tx.update(ticket).set({ mergedInto: into.id }).where(eq(ticket.id, from.id));
  return { kind: "merged", from: { ...(merged ?? from), mergedInto: into.id }, into };
}

/** Where a ticket is seen through in the end. */
async function followMerges(tx: Transaction, id: string): Promise<string> {
  const [last] = await tx.execute<{ id: string }>(sql`
    with recursive chain (id, merged_into, depth) as (
      select id, merged_into, 0 from ticket where id = ${id}::uuid
      union all
      select next.id, next.merged_into, depth + 1 from ticket next join chain on next.id = chain.merged_into
      where depth < 20
    )
    select id from chain order by depth desc limit 1`);
  return last?.id ?? id;
}
