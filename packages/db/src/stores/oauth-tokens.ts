import { AppError } from "@botdeck/core";
import { and, eq, lt, ne, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { oauthToken, portal } from "../schema/portal.ts";
import { isSealedOtherwise, type SecretBox } from "../secret-box.ts";

export const INSTALLER = "installer";

export type StoredToken = { accessToken: string; refreshToken: string; expiresAt: Date };

/** Only the person can help: they never gave the app a token, or theirs is dead. */
export class TokenMissing extends AppError {
  override readonly name = "TokenMissing";

  constructor(message: string, context: { portalId: string; userId: string }) {
    super("unauthorized", message, { context });
  }
}

export type OAuthTokens = ReturnType<typeof createOAuthTokens>;

/** The tokens of people on portals, sealed at rest. */
export function createOAuthTokens(db: Database, box: SecretBox) {
  const place = (portalId: string, userId: string, part: string) => `oauth_token:${portalId}:${userId}:${part}`;

  const seal = (portalId: string, userId: string, token: StoredToken) => ({
    accessTokenSealed: box.seal(token.accessToken, place(portalId, userId, "access")),
    refreshTokenSealed: box.seal(token.refreshToken, place(portalId, userId, "refresh")),
    expiresAt: token.expiresAt,
    state: "valid" as const,
    updatedAt: sql`now()`,
  });

  const open = (row: Row): StoredToken => ({
    accessToken: box.open(row.accessTokenSealed, place(row.portalId, row.userId, "access")),
    refreshToken: box.open(row.refreshTokenSealed, place(row.portalId, row.userId, "refresh")),
    expiresAt: row.expiresAt,
  });

  const of = (portalId: string, userId: string) =>
    and(eq(oauthToken.portalId, portalId), eq(oauthToken.userId, userId));

  /**
   * Null for a person's token that was sealed with another key: as good as dead, for they can give another one. That of the
   * installer is the portal's own, and only whoever has the key can help.
   */
  function openHeld(row: Row): StoredToken | null {
    try {
      return open(row);
    } catch (error) {
      if (row.userId !== INSTALLER && isSealedOtherwise(error)) return null;
      throw error;
    }
  }

  return {
    async put(portalId: string, userId: string, token: StoredToken): Promise<void> {
      const values = seal(portalId, userId, token);
      await db
        .insert(oauthToken)
        .values({ portalId, userId, ...values, updatedAt: new Date() })
        .onConflictDoUpdate({ target: [oauthToken.portalId, oauthToken.userId], set: values });
    },

    /**
     * @throws TokenMissing when this person never gave one, or has to give a new one; SealedOtherwise when the installer's was sealed
     * with another key.
     */
    async get(portalId: string, userId: string): Promise<StoredToken> {
      const [found] = await db.select().from(oauthToken).where(of(portalId, userId));
      const row = usable(found, { portalId, userId });
      const token = openHeld(row);
      if (token !== null) return token;
      // Kept, so that what is parked for a new one is not let go because of this one; one that came meanwhile stays.
      await db
        .update(oauthToken)
        .set(DEAD)
        .where(and(of(portalId, userId), eq(oauthToken.accessTokenSealed, row.accessTokenSealed)));
      throw deadToken({ portalId, userId });
    },

    /** True when this person's refresh token is dead, so that only they can help. */
    async needsReauth(portalId: string, userId: string): Promise<boolean> {
      const [row] = await db.select({ state: oauthToken.state }).from(oauthToken).where(of(portalId, userId));
      return row?.state === "reauth";
    },

    /** Whose token nobody has renewed since then, and is not known to be dead: the longest ago first. */
    async idleSince(since: Date, limit: number): Promise<{ portalId: string; userId: string }[]> {
      return db
        .select({ portalId: oauthToken.portalId, userId: oauthToken.userId })
        .from(oauthToken)
        .innerJoin(portal, eq(portal.id, oauthToken.portalId))
        .where(and(eq(oauthToken.state, "valid"), lt(oauthToken.updatedAt, since), ne(portal.state, "removed")))
        .orderBy(oauthToken.updatedAt)
        .limit(limit);
    },

    /**
     * Replaces a token that the portal refused. The row stays locked meanwhile, so of many processes one refreshes and
     * the others get its result: a refresh token works once.
     *
     * @param refresh Asks the OAuth server; its answer is stored before anyone uses it. Null says that the refresh token
     * is dead: that is kept, so that nobody asks again before the person has authorised the app anew.
     * @throws TokenMissing when the token is dead, now or since before, or does not open as in `get`.
     */
    async rotate(
      portalId: string,
      userId: string,
      failedAccessToken: string,
      refresh: (current: StoredToken) => Promise<StoredToken | null>,
    ): Promise<StoredToken> {
      const token = await db.transaction(async (tx) => {
        const [row] = await tx.select().from(oauthToken).where(of(portalId, userId)).for("update");
        const current = openHeld(usable(row, { portalId, userId }));
        if (current !== null && current.accessToken !== failedAccessToken) return current;
        const renewed = current === null ? null : await refresh(current);
        await tx
          .update(oauthToken)
          .set(renewed === null ? DEAD : seal(portalId, userId, renewed))
          .where(of(portalId, userId));
        return renewed;
      });
      // After the commit, which an error would have undone.
      if (token === null) throw deadToken({ portalId, userId });
      return token;
    },
  };
}

const DEAD = { state: "reauth" as const, updatedAt: sql`now()` };

type Row = typeof oauthToken.$inferSelect;
type Who = { portalId: string; userId: string };

function usable(row: Row | undefined, who: Who): Row {
  if (row === undefined) throw noToken(who);
  if (row.state === "reauth") throw deadToken(who);
  return row;
}

function noToken(who: Who): TokenMissing {
  const message =
    who.userId === INSTALLER
      ? "This portal has given no access token: install the app on it again"
      : "This person has not authorised the app yet: send them the link to do so";
  return new TokenMissing(message, who);
}

function deadToken(who: Who): TokenMissing {
  const message = "The authorisation has ended: the app has to be authorised again, by the link sent for it";
  return new TokenMissing(message, who);
}
