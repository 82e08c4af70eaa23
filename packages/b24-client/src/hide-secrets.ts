import { MASK } from "@botdeck/core";

import type { PortalEndpoint } from "./portal-endpoint.ts";
import type { Token } from "./token-store.ts";

/** Shorter ones would mask half of a sentence. */
const SHORTEST_SECRET = 5;

/** A portal's words as people may read them: portals repeat what they were sent, and that holds secrets. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const real = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  return real.reduce((hidden, secret) => hidden.replaceAll(secret, MASK), text);
}

/** What of a request only we and the portal may know. */
export function secretsOf(endpoint: PortalEndpoint, token: Token | null): string[] {
  const code = endpoint.kind === "webhook" ? new URL(endpoint.url).pathname.split("/").findLast(Boolean) : undefined;
  return [code, token?.accessToken].filter((secret) => secret !== undefined);
}

const SECRET_NAME = /^(?:botToken|client_id|auth|(?:\w+_)?password|(?:access|refresh|application)_token)$/i;

/** The secrets among a call's own parameters: `botToken` of v2 bots, `CLIENT_ID` of v1 ones and of Open Lines, passwords. */
export function secretParams(params: object): string[] {
  return Object.entries(params).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === "object" && value !== null) return secretParams(value);
    return typeof value === "string" && SECRET_NAME.test(name) ? [value] : [];
  });
}
