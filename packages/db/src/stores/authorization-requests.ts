import { createHash, randomBytes } from "node:crypto";

import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { authorizationRequest } from "../schema/portal.ts";
import type { SecretBox } from "../secret-box.ts";

/** Whose access a link is for. */
export type AuthorizationOf = { portalId: string; /** Portal user id, or INSTALLER. */ userId: string };
/** A link that still waits for its person; `verifier` is what its code challenge was made of, null when it had none. */
export type OpenAuthorization = AuthorizationOf & { verifier: string | null };

export type AuthorizationRequests = ReturnType<typeof createAuthorizationRequests>;

/** A link's life in seconds: long enough to find it in the chat in the evening. */
const LIFE_SECONDS = 24 * 3600;

/** The links by which people authorise the app. What makes a link is told once and kept as a hash only. */
export function createAuthorizationRequests(db: Database, box: SecretBox) {
  const place = (stateDigest: string) => `authorization_request:${stateDigest}:verifier`;
  const isOpen = (state: string) =>
    and(
      eq(authorizationRequest.stateDigest, digestOf(state)),
      isNull(authorizationRequest.usedAt),
      gt(authorizationRequest.expiresAt, sql`now()`),
    );

  return {
    /** A new link's `state`; 43 characters that fit into a URL. @param verifier What its code challenge is made of. */
    async open(who: AuthorizationOf, verifier: string | null = null): Promise<string> {
      const state = randomBytes(32).toString("base64url");
      const stateDigest = digestOf(state);
      // What is long past is of no use to anybody.
      await db.delete(authorizationRequest).where(lt(authorizationRequest.expiresAt, sql`now() - interval '7 days'`));
      await db.insert(authorizationRequest).values({
        ...who,
        stateDigest,
        verifierSealed: verifier === null ? null : box.seal(verifier, place(stateDigest)),
        expiresAt: sql`now() + make_interval(secs => ${LIFE_SECONDS})`,
      });
      return state;
    },

    /** Whose link this is, or null when it is unknown, too old or used before. It stays good: whoever opened it is not proved yet. */
    async find(state: string): Promise<OpenAuthorization | null> {
      const [row] = await db.select().from(authorizationRequest).where(isOpen(state));
      if (row === undefined) return null;
      const { portalId, userId, verifierSealed, stateDigest } = row;
      return {
        portalId,
        userId,
        verifier: verifierSealed === null ? null : box.open(verifierSealed, place(stateDigest)),
      };
    },

    /** Uses a link up, once: null as `find` is, and for whoever comes second. */
    async use(state: string): Promise<AuthorizationOf | null> {
      const [used] = await db
        .update(authorizationRequest)
        .set({ usedAt: sql`now()`, verifierSealed: null })
        .where(isOpen(state))
        .returning({ portalId: authorizationRequest.portalId, userId: authorizationRequest.userId });
      return used ?? null;
    },
  };
}

function digestOf(state: string): string {
  return createHash("sha256").update(state).digest("base64url");
}
