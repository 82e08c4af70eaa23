import type { Token, TokenStore } from "@botdeck/b24-client";
import { type EventToken, type EventTokens, type Portal, tellingAway, TokenMissing } from "@botdeck/db";

import { createGrantStore, type GrantDeps } from "./grant-store.ts";
import { GrantNeeded } from "./grant-needed.ts";

export type PersonStoreDeps = GrantDeps & { eventTokens: EventTokens; now?: () => number };

export type PersonStore = TokenStore & {
  /**
   * By which token this person can be acted for.
   *
   * @param forMs For at least so long.
   * @throws GrantNeeded when neither is there.
   */
  source(forMs: number): Promise<"event" | "grant">;
};

/**
 * The tokens of one person: the one that came with their newest event while it lives, then what they granted. An event's
 * token is never renewed; when the portal refuses it, it is forgotten and the grant takes its place.
 *
 * What it throws is GrantNeeded where only the person can help.
 */
export function createPersonStore(portal: Portal, userId: string, deps: PersonStoreDeps): PersonStore {
  const { eventTokens, now = Date.now } = deps;
  // Whoever lacks the permission asks for it, with what waits for it; the store itself writes to nobody.
  const grants = createGrantStore(portal, userId, { ...deps, onReauth: undefined });

  const isLive = ({ expiresAt }: { expiresAt: Date }) => expiresAt.getTime() > now();

  const liveEventToken = (forMs = 0): Promise<EventToken | null> =>
    tellingAway(() => eventTokens.get(portal.id, userId, new Date(now() + forMs)));

  async function asking<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      throw error instanceof TokenMissing ? new GrantNeeded(portal.id, userId, error) : error;
    }
  }

  return {
    async source(forMs) {
      if ((await liveEventToken(forMs)) !== null) return "event";
      await asking(grants.get());
      return "grant";
    },

    async get() {
      const token = await liveEventToken();
      return token === null ? asking(grants.get()) : unrenewable(token);
    },

    async rotate(failed) {
      const token = await liveEventToken();
      if (token !== null && token.accessToken !== failed.accessToken) return unrenewable(token);
      if (token !== null) await eventTokens.forget(portal.id, userId, token);
      const grant = await asking(grants.get());
      const isGood = grant.accessToken !== failed.accessToken && isLive(grant);
      return isGood ? grant : asking(grants.rotate(grant));
    },
  };
}

const unrenewable = ({ accessToken, expiresAt }: EventToken): Token => ({ accessToken, refreshToken: "", expiresAt });
