import type { Token, TokenStore } from "@botdeck/b24-client";

/** A token that nobody refuses is read again after this, in milliseconds: its person may have given another one. */
const KEPT_MS = 60_000;

/**
 * A token store that knows its token by heart until it expires or is refused. When another process renewed it meanwhile, the
 * portal refuses this one, and `rotate` finds the new one in the table before it asks the OAuth server.
 */
export function keepTokens(store: TokenStore, now: () => number = Date.now): TokenStore {
  let kept: { token: Token; until: number } | null = null;

  function keep(token: Token): Token {
    kept = { token, until: Math.min(now() + KEPT_MS, token.expiresAt.getTime()) };
    return token;
  }

  return {
    get: async () => (kept !== null && now() < kept.until ? kept.token : keep(await store.get())),
    async rotate(failed) {
      kept = null;
      return keep(await store.rotate(failed));
    },
  };
}
