import { and, eq, lte, type SQL, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import type { Given } from "../fixed-statement.ts";
import { fixedRows } from "../given-rows.ts";
import { eventToken } from "../schema/event-token.ts";
import { isSealedOtherwise, type SecretBox } from "../secret-box.ts";

/** Access that came with an event of a person: good for an hour at most, and never renewed. */
export type EventToken = { accessToken: string; expiresAt: Date };
/** The same as it may lie on a disk. */
export type SealedEventToken = { portalId: string; userId: string; accessTokenSealed: string; expiresAt: string };

const place = (portalId: string, userId: string) => `event_token:${portalId}:${userId}:access`;

/** Bound to its person: in another one's row it does not open. */
export function sealEventToken(
  box: SecretBox,
  portalId: string,
  { userId, accessToken, expiresAt }: EventToken & { userId: string },
): SealedEventToken {
  const accessTokenSealed = box.seal(accessToken, place(portalId, userId));
  return { portalId, userId, accessTokenSealed, expiresAt: expiresAt.toISOString() };
}

export type EventTokens = ReturnType<typeof createEventTokens>;

/** The newest token of each person that came with an event, sealed at rest. They are kept with the events, see `keepEvents`. */
export function createEventTokens(db: Database, box: SecretBox) {
  const of = (portalId: string, userId: string) =>
    and(eq(eventToken.portalId, portalId), eq(eventToken.userId, userId));

  function openHeld({ portalId, userId, accessTokenSealed }: typeof eventToken.$inferSelect): string | null {
    try {
      return box.open(accessTokenSealed, place(portalId, userId));
    } catch (error) {
      if (isSealedOtherwise(error)) return null;
      throw error;
    }
  }

  return {
    /**
     * Null when none came, or it was sealed with another key; it may have ended since.
     *
     * @param liveAt One that has ended by then is not opened: null.
     */
    async get(portalId: string, userId: string, liveAt?: Date): Promise<EventToken | null> {
      const [row] = await db.select().from(eventToken).where(of(portalId, userId));
      if (row === undefined || (liveAt !== undefined && row.expiresAt <= liveAt)) return null;
      const accessToken = openHeld(row);
      return accessToken === null ? null : { accessToken, expiresAt: row.expiresAt };
    },

    /** The portal refused this one; a newer one that came meanwhile stays. */
    async forget(portalId: string, userId: string, { expiresAt }: EventToken): Promise<void> {
      await db.delete(eventToken).where(and(of(portalId, userId), lte(eventToken.expiresAt, expiresAt)));
    },
  };
}

const tokenRows = fixedRows<SealedEventToken>()("tokens", {
  portal_id: ["uuid", ({ portalId }) => portalId],
  user_id: ["text", ({ userId }) => userId],
  access_token_sealed: ["text", ({ accessTokenSealed }) => accessTokenSealed],
  expires_at: ["timestamptz", ({ expiresAt }) => expiresAt],
});
export type TokenValues = ReturnType<typeof tokenRows.values>;

/** For a statement that keeps them beside something else: of each person the one that ends last. */
export function tokenValues(tokens: readonly SealedEventToken[]): TokenValues {
  const newest = new Map<string, SealedEventToken>();
  for (const token of tokens) {
    const key = `${token.portalId}:${token.userId}`;
    const known = newest.get(key);
    if (known === undefined || Date.parse(known.expiresAt) < Date.parse(token.expiresAt)) newest.set(key, token);
  }
  return tokenRows.values([...newest.values()]);
}

/** In order of their persons, so that two such statements never wait for each other in a circle. */
export const insertTokens = (given: Given<TokenValues>): SQL => sql`
  insert into event_token (portal_id, user_id, access_token_sealed, expires_at)
  select portal_id, user_id, access_token_sealed, expires_at from ${tokenRows.from(given)}
  order by portal_id, user_id
  on conflict (portal_id, user_id) do update
    set access_token_sealed = excluded.access_token_sealed, expires_at = excluded.expires_at, updated_at = now()
    where event_token.expires_at < excluded.expires_at`;
