import type { Portal } from "../portal.ts";
import type { Caller } from "./method.ts";
import type { Params } from "./params.ts";
import { text } from "./params.ts";
import { RestError } from "./rest-error.ts";

/** What the address says, before anything is believed: `/rest/1/code/method.json` or `/rest/method`. */
export type Target = { method: string; credential: { userId: string; code: string } | null };

/** Reads the path after `/rest`. Doubled slashes are taken: the official SDK sends them. Null when it names no method. */
export function readTarget(path: string): Target | null {
  const segments = path.split("/").filter((segment) => segment !== "");
  const name = segments.at(-1)?.replace(/\.json$/i, "");
  if (name === undefined) return null;
  if (segments.length === 1) return { method: name, credential: null };
  const [userId, code] = segments;
  if (segments.length !== 3 || userId === undefined || code === undefined || !/^\d+$/.test(userId)) return null;
  return { method: name, credential: { userId, code } };
}

/** @throws RestError 401 when nobody stands behind the call, or no longer. */
export function authenticate(portal: Portal, target: Target, params: Params): Caller {
  return target.credential === null
    ? fromToken(portal, text(params, "auth") || text(params, "access_token"))
    : fromWebhook(portal, target.credential);
}

function fromWebhook(portal: Portal, credential: { userId: string; code: string }): Caller {
  const webhook = portal.state.webhooks.get(credential.code);
  const user = webhook === undefined ? undefined : portal.state.people.get(webhook.userId);
  if (webhook === undefined || user === undefined || String(webhook.userId) !== credential.userId) throw noAuth();
  return { kind: "webhook", user, scopes: webhook.scopes, key: `webhook:${webhook.id}` };
}

function fromToken(portal: Portal, token: string): Caller {
  const grant = portal.state.accessTokens.get(token);
  const user = grant === undefined ? undefined : portal.state.people.get(grant.userId);
  if (grant === undefined || user === undefined || !portal.state.apps.has(grant.clientId)) throw noAuth();
  if (grant.expiresAt <= portal.now().getTime()) {
    throw new RestError(401, "expired_token", "The access token provided has expired.");
  }
  return { kind: "app", clientId: grant.clientId, user, scopes: grant.scopes, key: `app:${grant.clientId}` };
}

function noAuth(): RestError {
  return new RestError(401, "NO_AUTH_FOUND", "Wrong authorization data");
}
