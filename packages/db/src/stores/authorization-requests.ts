import { createHash, randomBytes } from "node:crypto";

import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { authorizationRequest } from "../schema/portal.ts";

/** Whose access a link is for. */
export type AuthorizationOf = { portalId: string; /** Portal user id, or INSTALLER. */ userId: string };

export type AuthorizationRequests = ReturnType<typeof createAuthorizationRequests>;

/** A link's life in seconds: long enough to find it in the chat in the evening. */
const LIFE_SECONDS = 24 * 3600;

/** The links by which people authorise the app. What makes a link is told once and kept as a hash only. */
export function createAuthorizationRequests(db: Database) {
  return {
    /** A new link's `state`; 43 characters that fit into a URL. */
    async open(who: AuthorizationOf): Promise<string> {
      const state = randomBytes(32).toString("base64url");
      // What is long past is of no use to anybody.
      await db.delete(authorizationRequest).where(lt(authorizationRequest.expiresAt, sql`now() - interval '7 days'`));
      await db.insert(authorizationRequest).values({
        ...who,
        stateDigest: digestOf(state),
        expiresAt: sql`now() + make_interval(secs => ${LIFE_SECONDS})`,
      });
      return state;
    },

    /** Whose link this was, or null when it is unknown, too old or used before. It works once. */
    async use(state: string): Promise<AuthorizationOf | null> {
      const [used] = await db
        .update(authorizationRequest)
        .set({ usedAt: sql`now()` })
        .where(
          and(
            eq(authorizationRequest.stateDigest, digestOf(state)),
            isNull(authorizationRequest.usedAt),
            gt(authorizationRequest.expiresAt, sql`now()`),
          ),
        )
        .returning({ portalId: authorizationRequest.portalId, userId: authorizationRequest.userId });
      return used ?? null;
    },

    /** Makes a link good again: whoever opened it was not the one it was for. */
    async giveBack(state: string): Promise<void> {
      await db
        .update(authorizationRequest)
        .set({ usedAt: null })
        .where(eq(authorizationRequest.stateDigest, digestOf(state)));
    },
  };
}

function digestOf(state: string): string {
  return createHash("sha256").update(state).digest("base64url");
}
