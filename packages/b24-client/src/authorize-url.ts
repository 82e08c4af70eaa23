import { createHash, randomBytes } from "node:crypto";

/**
 * Where a person authorises the app in their browser. The portal sends them back to the app's own address with `code`,
 * `state`, `member_id` and `domain`; when they may not use the app, it shows a page of its own and does not.
 *
 * @param clientEndpoint The portal's REST base, such as `https://portal/rest/`.
 * @param state Comes back untouched: proves that we sent them.
 * @param verifier From `newCodeVerifier`, for a portal whose OAuth server takes a code challenge (RFC 7636). Bitrix24
 * documents none. The same has to be given to `exchangeCode`.
 * @see Bitrix24 docs: settings/oauth/index
 */
export function authorizeUrl(
  clientEndpoint: string,
  clientId: string,
  state: string,
  verifier: string | null = null,
): string {
  const url = new URL("/oauth/authorize/", clientEndpoint);
  const challenge = verifier === null ? {} : { code_challenge: challengeOf(verifier), code_challenge_method: "S256" };
  url.search = new URLSearchParams({ client_id: clientId, state, ...challenge }).toString();
  return url.href;
}

/** A secret that only whoever asked for a code knows; its hash goes with the link, itself with the exchange. 43 characters. */
export function newCodeVerifier(): string {
  return randomBytes(32).toString("base64url");
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
