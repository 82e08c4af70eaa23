import { AppError } from "@botdeck/core";
import { and, eq, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { oauthToken } from "../schema/portal.ts";
import type { SecretBox } from "../secret-box.ts";

export const INSTALLER = "installer";

export type StoredToken = { accessToken: string; refreshToken: string; expiresAt: Date };

export type OAuthTokens = ReturnType<typeof createOAuthTokens>;

/** The tokens of people on portals, sealed at rest. */
export function createOAuthTokens(db: Database, box: SecretBox) {
  const place = (portalId: string, userId: string, part: string) => `oauth_token:${portalId}:${userId}:${part}`;

  const seal = (portalId: string, userId: string, token: StoredToken) => ({
    accessTokenSealed: box.seal(token.accessToken, place(portalId, userId, "access")),
    refreshTokenSealed: box.seal(token.refreshToken, place(portalId, userId, "refresh")),
    expiresAt: token.expiresAt,
    updatedAt: sql`now()`,
  });

  const open = (row: typeof oauthToken.$inferSelect): StoredToken => ({
    accessToken: box.open(row.accessTokenSealed, place(row.portalId, row.userId, "access")),
    refreshToken: box.open(row.refreshTokenSealed, place(row.portalId, row.userId, "refresh")),
    expiresAt: row.expiresAt,
  });

  const of = (portalId: string, userId: string) =>
    and(eq(oauthToken.portalId, portalId), eq(oauthToken.userId, userId));

  return {
    async put(portalId: string, userId: string, token: StoredToken): Promise<void> {
      const values = seal(portalId, userId, token);
      await db
        .insert(oauthToken)
        .values({ portalId, userId, ...values, updatedAt: new Date() })
        .onConflictDoUpdate({ target: [oauthToken.portalId, oauthToken.userId], set: values });
    },

    /** @throws AppError `unauthorized` when this person never gave one. */
    async get(portalId: string, userId: string): Promise<StoredToken> {
      const [row] = await db.select().from(oauthToken).where(of(portalId, userId));
      if (!row) throw noToken(portalId);
      return open(row);
    },

    /**
     * Replaces a token that the portal refused. The row stays locked meanwhile, so of many processes one refreshes and
     * the others get its result: a refresh token works once.
     *
     * @param refresh Asks the OAuth server; its answer is stored before anyone uses it.
     */
    async rotate(
      portalId: string,
      userId: string,
      failedAccessToken: string,
      refresh: (current: StoredToken) => Promise<StoredToken>,
    ): Promise<StoredToken> {
      return db.transaction(async (tx) => {
        const [row] = await tx.select().from(oauthToken).where(of(portalId, userId)).for("update");
        if (!row) throw noToken(portalId);
        const current = open(row);
        if (current.accessToken !== failedAccessToken) return current;
        const renewed = await refresh(current);
        await tx
          .update(oauthToken)
          .set(seal(portalId, userId, renewed))
          .where(of(portalId, userId));
        return renewed;
      });
    },
  };
}

function noToken(portalId: string): AppError {
  return new AppError("unauthorized", "This portal has given no access token: install the app on it again", {
    context: { portalId },
  });
}
