import { and, asc, count, eq, gt, inArray, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { authAccount, authSession, authTwoFactor, authUser } from "../../schema/auth.ts";
import { portalLogin } from "../../schema/console-access.ts";

/** Somebody who may enter the console. */
export type Login = Pick<
  typeof authUser.$inferSelect,
  "id" | "name" | "email" | "role" | "banned" | "twoFactorEnabled" | "createdAt"
> & {
  /** False until they followed their link and chose one. */
  hasPassword: boolean;
  /** They have shown who they are on a portal. */
  hasPortal: boolean;
  sessions: number;
  /** The last sign of a session of theirs that is still there. */
  lastSeenAt: Date | null;
};

const theirs = (table: typeof authSession | typeof authAccount | typeof portalLogin) =>
  sql`${table.userId} = ${authUser.id}`;
const LOGIN = {
  id: authUser.id,
  name: authUser.name,
  email: authUser.email,
  role: authUser.role,
  banned: authUser.banned,
  twoFactorEnabled: authUser.twoFactorEnabled,
  createdAt: authUser.createdAt,
  hasPassword: sql<boolean>`exists (
    select 1 from ${authAccount} where ${theirs(authAccount)} and ${authAccount.providerId} = 'credential')`,
  hasPortal: sql<boolean>`exists (select 1 from ${portalLogin} where ${theirs(portalLogin)})`,
  sessions: sql<number>`(
    select count(*)::int from ${authSession} where ${theirs(authSession)} and ${authSession.expiresAt} > now())`,
  lastSeenAt: sql<Date | null>`(
    select max(${authSession.updatedAt}) from ${authSession} where ${theirs(authSession)})`.mapWith(
    authSession.updatedAt,
  ),
};

/** Everybody who may enter, by e-mail. `next` is the e-mail to go on after. */
export async function listLogins(
  db: Database,
  { words }: { /** Part of a name or an e-mail. */ words: string | null },
  page: { after: string | null; limit: number },
): Promise<{ rows: Login[]; next: string | null }> {
  const found = await db
    .select(LOGIN)
    .from(authUser)
    .where(
      and(
        page.after === null ? undefined : gt(authUser.email, page.after),
        words === null
          ? undefined
          : sql`position(lower(${words}) in lower(${authUser.name} || ' ' || ${authUser.email})) > 0`,
      ),
    )
    .orderBy(asc(authUser.email))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  return { rows, next: found.length > page.limit ? (rows.at(-1)?.email ?? null) : null };
}

export async function findLogin(db: Database, id: string): Promise<Login | null> {
  const [found] = await db.select(LOGIN).from(authUser).where(eq(authUser.id, id));
  return found ?? null;
}

/** Takes somebody's row to change it; null when nobody is there. To be called in a transaction. */
export async function lockLogin(
  db: Database,
  id: string,
): Promise<Pick<typeof authUser.$inferSelect, "id" | "name" | "email" | "role" | "banned"> | null> {
  const { name, email, role, banned } = authUser;
  const [found] = await db
    .select({ id: authUser.id, name, email, role, banned })
    .from(authUser)
    .where(eq(authUser.id, id))
    .for("update");
  return found ?? null;
}

/** How many may enter, by their role, who have no second factor. */
export async function loginsWithoutFactor(db: Database): Promise<{ role: string; count: number }[]> {
  return await db
    .select({ role: authUser.role, count: count() })
    .from(authUser)
    .where(and(eq(authUser.banned, false), eq(authUser.twoFactorEnabled, false)))
    .groupBy(authUser.role);
}

/**
 * How many others may still administer. Their rows are locked: of two admins who take the right from each other, the second
 * finds nobody left. To be called in a transaction, before anything of it is changed.
 *
 * @param needsFactor Where admins need a second factor, who has none administers nothing.
 */
export async function lockOtherAdmins(db: Database, id: string, needsFactor: boolean): Promise<number> {
  const admins = await db
    .select({ id: authUser.id, hasFactor: authUser.twoFactorEnabled })
    .from(authUser)
    .where(and(eq(authUser.role, "admin"), eq(authUser.banned, false)))
    .orderBy(asc(authUser.id))
    .for("update");
  return admins.filter((admin) => admin.id !== id && (admin.hasFactor || !needsFactor)).length;
}

export async function setLogin(
  db: Database,
  id: string,
  change: Partial<Pick<typeof authUser.$inferInsert, "name" | "role" | "banned" | "banReason">>,
): Promise<void> {
  await db
    .update(authUser)
    .set({ ...change, updatedAt: new Date() })
    .where(eq(authUser.id, id));
}

/** Somebody new, who has no password yet; false when the e-mail is taken. */
export async function addLogin(
  db: Database,
  login: { id: string; name: string; email: string; role: string },
): Promise<boolean> {
  const added = await db
    .insert(authUser)
    .values({ ...login, emailVerified: true })
    .onConflictDoNothing({ target: authUser.email })
    .returning({ id: authUser.id });
  return added.length > 0;
}

/** Takes somebody's second factor away. @returns False when they had none. */
export async function removeSecondFactor(db: Database, userId: string): Promise<boolean> {
  await db.delete(authTwoFactor).where(eq(authTwoFactor.userId, userId));
  const changed = await db
    .update(authUser)
    .set({ twoFactorEnabled: false, updatedAt: new Date() })
    .where(and(eq(authUser.id, userId), eq(authUser.twoFactorEnabled, true)))
    .returning({ id: authUser.id });
  return changed.length > 0;
}

/** @param hash As better-auth makes it. */
export async function setPassword(db: Database, { userId, hash, id }: { userId: string; hash: string; id: string }) {
  const isTheirs = and(eq(authAccount.userId, userId), eq(authAccount.providerId, "credential"));
  const changed = await db
    .update(authAccount)
    .set({ password: hash, updatedAt: new Date() })
    .where(isTheirs)
    .returning({ id: authAccount.id });
  if (changed.length > 0) return;
  await db.insert(authAccount).values({ id, userId, accountId: userId, providerId: "credential", password: hash });
}

/** The hash of somebody's password; null when they have none. */
export async function passwordHashOf(db: Database, userId: string): Promise<string | null> {
  const [found] = await db
    .select({ password: authAccount.password })
    .from(authAccount)
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, "credential")));
  return found?.password ?? null;
}

/** What people of the console are called. */
export async function loginNames(db: Database, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: authUser.id, name: authUser.name })
    .from(authUser)
    .where(inArray(authUser.id, [...ids]));
}
