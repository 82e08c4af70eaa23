import type { BitrixApp } from "./grant-store.ts";

/** The app that the environment tells of; null when it tells of none, as in a deployment of inbound webhooks alone. */
export function appOf(env: {
  B24_CLIENT_ID?: string | undefined;
  B24_CLIENT_SECRET?: string | undefined;
}): BitrixApp | null {
  const { B24_CLIENT_ID: clientId, B24_CLIENT_SECRET: clientSecret } = env;
  return clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret };
}
