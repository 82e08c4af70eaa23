import type { Classified } from "../classify.ts";
import type { Token, TokenStore } from "../token-store.ts";

type Answer = Classified<unknown>;

export type Renewal = {
  /** True when the call was refused for its token, and a new one may be let in. */
  isWorthIt(answer: Answer, token: Token): boolean;
  /** @throws AppError `unauthorized` when the grant is dead and the app must be authorised again. */
  renew(answer: Answer, token: Token): Promise<Token>;
};

const renewals = new WeakMap<TokenStore, Renewal>();

/**
 * Renews a person's token when the portal says that it has expired, and once when it does not know it: that is how a
 * portal answers where the app was taken off, and only the OAuth server tells that for certain. A renewed token that is
 * not known either is not renewed again: the server would take that for abuse. Whoever has the same tokens has the same
 * renewal, so that a file's upload and the client's calls remember together.
 */
export function renewalOf(tokens: TokenStore): Renewal {
  const known = renewals.get(tokens) ?? createRenewal(tokens);
  renewals.set(tokens, known);
  return known;
}

function createRenewal(tokens: TokenStore): Renewal {
  let renewedUnknown: string | null = null;
  return {
    isWorthIt: (answer, token) => isExpired(answer) || (isUnknown(answer) && token.accessToken !== renewedUnknown),
    async renew(answer, token) {
      const renewed = await tokens.rotate(token);
      if (isUnknown(answer)) renewedUnknown = renewed.accessToken;
      return renewed;
    },
  };
}

const isExpired = (answer: Answer) => portalCodeOf(answer) === "EXPIRED_TOKEN";
const isUnknown = (answer: Answer) => portalCodeOf(answer) === "NO_AUTH_FOUND";
const portalCodeOf = (answer: Answer) => (answer.ok ? undefined : answer.failure.portalCode?.toUpperCase());
