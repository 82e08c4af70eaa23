import { isSafeForSecrets } from "./loopback.ts";
import { REST3_METHODS } from "./methods/index.ts";
import { isPrivateHost } from "./private-host.ts";

/** Where and how a portal is called. A webhook's whole URL is secret. */
export type PortalEndpoint =
  | { kind: "webhook"; url: string }
  /** REST base of an installed app, such as `https://portal/rest/`. */
  | { kind: "oauth"; clientEndpoint: string };

/** The URL of a method. Those of REST 3.0 have a door of their own. Bitrix24 docs: api-reference/rest-v3 */
export function urlOfMethod(endpoint: PortalEndpoint, method: string): string {
  const base = baseOf(endpoint);
  return (REST3_METHODS.has(method) ? base.replace("/rest/", "/rest/api/") : base) + method;
}

function baseOf(endpoint: PortalEndpoint): string {
  const base = endpoint.kind === "webhook" ? endpoint.url : endpoint.clientEndpoint;
  return base.endsWith("/") ? base : `${base}/`;
}

/**
 * The endpoint after the portal moved to a new address.
 *
 * @returns null unless the redirect leads to the same path on another host, over TLS or on this machine: anything else
 * (a log-in page, an advertisement) must not be shown our secrets. A portal of the internet does not move to this machine or into our
 * network: who says so wants us to ask there.
 * @see Bitrix24 docs: settings/how-to-call-rest-api/change-domen
 */
export function movedEndpoint(
  endpoint: PortalEndpoint,
  method: string,
  location: string | undefined,
): PortalEndpoint | null {
  const from = new URL(urlOfMethod(endpoint, method));
  const to = location === undefined ? null : URL.parse(location, from.href);
  if (to === null || to.origin === from.origin || to.pathname !== from.pathname || !isSafeForSecrets(to)) return null;
  if (isPrivateHost(to.hostname) && !isPrivateHost(from.hostname)) return null;
  const base = to.origin + new URL(baseOf(endpoint)).pathname;
  return endpoint.kind === "webhook" ? { kind: "webhook", url: base } : { kind: "oauth", clientEndpoint: base };
}
