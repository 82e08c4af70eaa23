import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, desc, eq, inArray, isNull, notInArray, type SQL, sql } from "drizzle-orm";

import type { Database, DatabaseHandle } from "../client.ts";
import { workflowRef } from "../schema/conversation.ts";
import { rotation, type Ticket, ticket } from "../schema/ticket.ts";
import { countOn } from "./counters.ts";

const NUMBERS = "ticket";

export type NewTicket = Pick<
  typeof ticket.$inferInsert,
  | "portalId"
  | "botId"
  | "conversationId"
  | "reporterId"
  | "reporterName"
  | "category"
  | "priority"
  | "title"
  | "description"
  | "fileIds"
  | "workflowId"
>;

/** Opens a ticket under the next number of its portal; asked for again, the same step finds the ticket that is there. */
export async function openTicket(db: DatabaseHandle["db"], asked: NewTicket): Promise<Ticket> {
  const known = await find(db, eq(ticket.workflowId, asked.workflowId));
  if (known !== null) return known;
  return await db.transaction(async (tx) => {
    const number = await countOn(tx, asked.portalId, NUMBERS);
    const [row] = await tx
      .insert(ticket)
      .values({ id: newId(), ...asked, number })
      .onConflictDoNothing({ target: ticket.workflowId })
      .returning();
    const made = row ?? (await find(tx, eq(ticket.workflowId, asked.workflowId)));
    if (made === null) throw new AppError("invariant", "A ticket was neither opened nor there");
    return made;
  });
}

/** How a ticket is known: by its own id, by what people call it, or by its task. */
export type TicketKey = { id: string } | { portalId: string; number: number } | { portalId: string; taskId: string };

export function readTicket(db: Database, key: TicketKey): Promise<Ticket | null> {
  if ("id" in key) return find(db, eq(ticket.id, key.id));
  const isOne = "number" in key ? eq(ticket.number, key.number) : eq(ticket.taskId, key.taskId);
  return find(db, and(eq(ticket.portalId, key.portalId), isOne));
}

async function find(db: Database, where: SQL | undefined): Promise<Ticket | null> {
  const [row] = await db.select().from(ticket).where(where).limit(1);
  return row ?? null;
}

/** A person's tickets, the newest first: those they have asked for, or those they work on. */
export async function listTickets(
  db: Database,
  {
    portalId,
    limit,
    ...whose
  }: { portalId: string; limit: number } & ({ reporterId: string } | { assigneeId: string }),
): Promise<Ticket[]> {
  const isTheirs =
    "reporterId" in whose
      ? eq(ticket.reporterId, whose.reporterId)
      : and(eq(ticket.assigneeId, whose.assigneeId), inArray(ticket.state, ["open", "in_progress", "waiting"]));
  return await db
    .select()
    .from(ticket)
    .where(and(eq(ticket.portalId, portalId), isTheirs))
    .orderBy(desc(ticket.createdAt))
    .limit(limit);
}

/** Open tickets of a category since a moment, the oldest first: what may be one incident. */
export async function recentTickets(
  db: Database,
  { portalId, category, since, limit }: { portalId: string; category: string; since: Date; limit: number },
): Promise<Ticket[]> {
  return await db
    .select()
    .from(ticket)
    .where(
      and(
        eq(ticket.portalId, portalId),
        eq(ticket.category, category),
        sql`${ticket.createdAt} >= ${since.toISOString()}::timestamptz`,
        inArray(ticket.state, ["open", "in_progress", "waiting"]),
      ),
    )
    .orderBy(ticket.createdAt)
    .limit(limit);
}

export type TicketChange = Partial<
  Pick<
    Ticket,
    | "state"
    | "assigneeId"
    | "taskId"
    | "category"
    | "respondBy"
    | "resolveBy"
    | "respondedAt"
    | "solvedAt"
    | "closedAt"
    | "timesReopened"
  >
>;

/** @returns Null when the ticket is gone. */
export async function changeTicket(db: Database, id: string, change: TicketChange): Promise<Ticket | null> {
  const [row] = await db
    .update(ticket)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(ticket.id, id))
    .returning();
  return row ?? null;
}

/** Keeps how satisfied the reporter is, from 1 to 5. @returns False when it is not theirs to say, or was said before. */
export async function rateTicket(
  db: Database,
  { id, reporterId, rating }: { id: string; reporterId: string; rating: number },
): Promise<boolean> {
  const rows = await db
    .update(ticket)
    .set({ rating, updatedAt: sql`now()` })
    .where(and(eq(ticket.id, id), eq(ticket.reporterId, reporterId), isNull(ticket.rating)))
    .returning({ id: ticket.id });
  return rows.length > 0;
}

/** Whether a person takes turns at tickets of a pool. */
export async function takesTickets(
  db: Database,
  { portalId, pool, userId }: { portalId: string; pool: string; userId: string },
): Promise<boolean> {
  const isTheirs = and(eq(rotation.portalId, portalId), eq(rotation.pool, pool), eq(rotation.userId, userId));
  const [turn] = await db.select({ userId: rotation.userId }).from(rotation).where(isTheirs).limit(1);
  return turn !== undefined;
}

/** Takes the turns of those who left a pool. */
export async function keepInPool(
  db: Database,
  { portalId, pool, members }: { portalId: string; pool: string; members: readonly string[] },
): Promise<void> {
  const hasLeft = members.length === 0 ? undefined : notInArray(rotation.userId, [...members]);
  await db.delete(rotation).where(and(eq(rotation.portalId, portalId), eq(rotation.pool, pool), hasLeft));
}

/** Whether nobody sees a ticket through any more: its workflow has ended. */
export async function isTicketForgotten(db: Database, workflowId: string): Promise<boolean> {
  const [ref] = await db.select({ state: workflowRef.state }).from(workflowRef).where(eq(workflowRef.id, workflowId));
  return ref === undefined || ref.state === "ended";
}
