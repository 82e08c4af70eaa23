/**
 * Where a person authorises the app in their browser. The portal sends them back to the app's own address with `code`,
 * `state`, `member_id` and `domain`; when they may not use the app, it shows a page of its own and does not.
 *
 * @param clientEndpoint The portal's REST base, such as `https://portal/rest/`.
 * @param state Comes back untouched: proves that we sent them.
 * @see Bitrix24 docs: settings/oauth/index
 */
export function authorizeUrl(clientEndpoint: string, clientId: string, state: string): string {
  const url = new URL("/oauth/authorize/", clientEndpoint);
  url.search = new URLSearchParams({ client_id: clientId, state }).toString();
  return url.href;
}
