import { and, desc, eq, gt, lt, ne, or, type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { authSession, authUser } from "../../schema/auth.ts";

/** A browser in which somebody is signed in. */
export type ConsoleSession = {
  id: string;
  userId: string;
  userName: string;
  userEmail: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Date;
  /** Minutes behind, since it is written now and then. */
  lastSeenAt: Date;
};

/** Where the next page goes on. */
export type SessionCursor = { lastSeenAt: Date; id: string };

/** Sessions that still open the console, the one seen last first. @param begunAfter Those begun earlier count no more. */
export async function listSessions(
  db: Database,
  { userId, begunAfter }: { userId: string | null; begunAfter: Date },
  page: { after: SessionCursor | null; limit: number },
): Promise<{ rows: ConsoleSession[]; next: SessionCursor | null }> {
  const { id, ipAddress, userAgent, createdAt } = authSession;
  // Of a cursor no more than milliseconds are left, so rows are ordered by no more than these.
  const lastSeen = sql<Date>`date_trunc('milliseconds', ${authSession.updatedAt})`.mapWith(authSession.updatedAt);
  const found = await db
    .select({
      id,
      userId: authSession.userId,
      userName: authUser.name,
      userEmail: authUser.email,
      ipAddress,
      userAgent,
      createdAt,
      lastSeenAt: lastSeen,
    })
    .from(authSession)
    .innerJoin(authUser, eq(authUser.id, authSession.userId))
    .where(
      and(
        gt(authSession.expiresAt, sql`now()`),
        gt(createdAt, begunAfter),
        userId === null ? undefined : eq(authSession.userId, userId),
        page.after === null ? undefined : isAfter(lastSeen, page.after),
      ),
    )
    .orderBy(desc(lastSeen), desc(id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  return { rows, next: found.length > page.limit && last ? { lastSeenAt: last.lastSeenAt, id: last.id } : null };
}

function isAfter(lastSeen: SQL<Date>, { lastSeenAt, id }: SessionCursor): SQL | undefined {
  const at = sql`${lastSeenAt.toISOString()}::timestamptz`;
  return or(lt(lastSeen, at), and(sql`${lastSeen} = ${at}`, lt(authSession.id, id)));
}

/** Ends a session, of this person where one is given. @returns Whose it was; null when it is not there. */
export async function endSession(
  db: Database,
  { id, userId }: { id: string; userId: string | null },
): Promise<{ userId: string } | null> {
  const [ended] = await db
    .delete(authSession)
    .where(and(eq(authSession.id, id), userId === null ? undefined : eq(authSession.userId, userId)))
    .returning({ userId: authSession.userId });
  return ended ?? null;
}

/** Ends all sessions of somebody. @param exceptId One that goes on. @returns How many were ended. */
export async function endSessionsOf(db: Database, userId: string, exceptId: string | null = null): Promise<number> {
  const ended = await db
    .delete(authSession)
    .where(and(eq(authSession.userId, userId), exceptId === null ? undefined : ne(authSession.id, exceptId)))
    .returning({ id: authSession.id });
  return ended.length;
}
