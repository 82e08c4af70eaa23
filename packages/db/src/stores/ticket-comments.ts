import { newId } from "@botdeck/core/ids";
import { and, asc, eq, isNull } from "drizzle-orm";

import type { Database } from "../client.ts";
import { ticketComment } from "../schema/ticket.ts";

export type TicketComment = typeof ticketComment.$inferSelect;
export type NewTicketComment = Pick<
  typeof ticketComment.$inferInsert,
  "portalId" | "ticketId" | "source" | "taskMessageId" | "authorId" | "authorName" | "text" | "sourceKey"
>;

/**
 * Keeps words about a ticket, once for each thing that brought them.
 *
 * @returns Null when a comment of the task is known already.
 */
export async function keepTicketComment(db: Database, comment: NewTicketComment): Promise<TicketComment | null> {
  const [made] = await db
    .insert(ticketComment)
    .values({ id: newId(), ...comment })
    .onConflictDoNothing()
    .returning();
  if (made !== undefined) return made;
  const [known] = await db.select().from(ticketComment).where(eq(ticketComment.sourceKey, comment.sourceKey));
  return known ?? null;
}

export async function readTicketComment(db: Database, id: string): Promise<TicketComment | null> {
  const [row] = await db.select().from(ticketComment).where(eq(ticketComment.id, id));
  return row ?? null;
}

/** All words about a ticket, the oldest first. */
export async function listTicketComments(db: Database, ticketId: string): Promise<TicketComment[]> {
  return await db
    .select()
    .from(ticketComment)
    .where(eq(ticketComment.ticketId, ticketId))
    .orderBy(asc(ticketComment.createdAt), asc(ticketComment.id));
}

/** Notes that words from the chat stand in the task under this id, and need not be told as new. @returns False when they had one. */
export async function placeTicketComment(db: Database, id: string, taskMessageId: string): Promise<boolean> {
  const rows = await db
    .update(ticketComment)
    .set({ taskMessageId })
    .where(and(eq(ticketComment.id, id), isNull(ticketComment.taskMessageId)))
    .returning({ id: ticketComment.id });
  return rows.length > 0;
}
