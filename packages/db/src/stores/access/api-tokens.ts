import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { authUser } from "../../schema/auth.ts";
import { type ApiToken, apiToken } from "../../schema/console-access.ts";

/** How exactly it is known when a token was used last. */
const TOUCH_EVERY = sql`interval '1 minute'`;

/** What is told of a token; its digest stays here. */
export type ShownApiToken = Omit<ApiToken, "digest">;

/** In whose name a token speaks, and how far it reaches. */
export type ApiTokenBearer = {
  tokenId: string;
  tokenName: string;
  tokenRole: string;
  userId: string;
  name: string;
  email: string;
  /** The owner's, now. */
  role: string;
  twoFactorEnabled: boolean;
};

export async function addApiToken(
  db: Database,
  token: Pick<ApiToken, "id" | "userId" | "name" | "digest" | "hint" | "role" | "expiresAt">,
): Promise<void> {
  await db.insert(apiToken).values(token);
}

/** Somebody's tokens, the newest first; revoked ones too, since their names stand in the audit log. */
export async function apiTokensOf(db: Database, userId: string, limit: number): Promise<ShownApiToken[]> {
  const { id, name, hint, role, expiresAt, lastUsedAt, revokedAt, createdAt } = apiToken;
  return db
    .select({ id, userId: apiToken.userId, name, hint, role, expiresAt, lastUsedAt, revokedAt, createdAt })
    .from(apiToken)
    .where(eq(apiToken.userId, userId))
    .orderBy(sql`${revokedAt} is not null`, desc(id))
    .limit(limit);
}

/** How many tokens of somebody still open the console. */
export async function countOpenApiTokens(db: Database, userId: string): Promise<number> {
  return db.$count(apiToken, and(eq(apiToken.userId, userId), isOpen()));
}

/** Revokes a token of this person, once. @returns Its name; null when it is not there or is revoked already. */
export async function revokeApiToken(
  db: Database,
  { id, userId }: { id: string; userId: string },
): Promise<{ name: string } | null> {
  const [revoked] = await db
    .update(apiToken)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiToken.id, id), eq(apiToken.userId, userId), isNull(apiToken.revokedAt)))
    .returning({ name: apiToken.name });
  return revoked ?? null;
}

/** Revokes all that somebody's tokens open. @returns How many were revoked. */
export async function revokeApiTokensOf(db: Database, userId: string): Promise<number> {
  const revoked = await db
    .update(apiToken)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiToken.userId, userId), isNull(apiToken.revokedAt)))
    .returning({ id: apiToken.id });
  return revoked.length;
}

/** Who speaks with a token; null for one that is unknown, revoked or over, and for whoever is blocked. Notes that it was used. */
export async function bearerOfApiToken(db: Database, digest: string): Promise<ApiTokenBearer | null> {
  const [found] = await db
    .select({
      tokenId: apiToken.id,
      tokenName: apiToken.name,
      tokenRole: apiToken.role,
      userId: authUser.id,
      name: authUser.name,
      email: authUser.email,
      role: authUser.role,
      twoFactorEnabled: authUser.twoFactorEnabled,
    })
    .from(apiToken)
    .innerJoin(authUser, eq(authUser.id, apiToken.userId))
    .where(and(eq(apiToken.digest, digest), isOpen(), eq(authUser.banned, false)));
  if (found === undefined) return null;
  await db
    .update(apiToken)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiToken.id, found.tokenId),
        or(isNull(apiToken.lastUsedAt), lt(apiToken.lastUsedAt, sql`now() - ${TOUCH_EVERY}`)),
      ),
    );
  return found;
}

function isOpen() {
  return and(isNull(apiToken.revokedAt), or(isNull(apiToken.expiresAt), gt(apiToken.expiresAt, sql`now()`)));
}
