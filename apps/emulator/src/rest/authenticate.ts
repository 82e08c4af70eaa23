import type { Portal } from "../portal.ts";
import type { Caller } from "./method.ts";
import type { Params } from "./params.ts";
import { text } from "./params.ts";
import { RestError } from "./rest-error.ts";

export type Credential = { userId: string; code: string };

/** What the address says, before anything is believed: `/rest/1/code/method.json` or `/rest/method`. */
export type Target = { method: string; credential: Credential | null; format?: "json" | "xml" };

/** Reads the path after `/rest`. Doubled slashes are taken: the official SDK sends them. Null when it names no method. */
export function readTarget(path: string): Target | null {
  const segments = path.split("/").filter((segment) => segment !== "");
  const last = segments.at(-1);
  if (last === undefined) return null;
  const format = /\.xml$/i.test(last) ? "xml" : "json";
  const method = last.replace(/\.(?:json|xml)$/i, "");
  if (segments.length === 1) return { method, format, credential: null };
  const [userId, code] = segments;
  if (segments.length !== 3 || userId === undefined || code === undefined || !/^\d+$/.test(userId)) return null;
  return { method, format, credential: { userId, code } };
}

/** @throws RestError 401 when nobody stands behind the call, or no longer; 403 for one who may not use the application. */
export function authenticate(portal: Portal, { credential }: Pick<Target, "credential">, params: Params): Caller {
  const caller =
    credential === null
      ? fromToken(portal, text(params, "auth") || text(params, "access_token"))
      : fromWebhook(portal, credential);
  if (portal.faults.read().access.isPaymentRequired) {
    throw new RestError(403, "ACCESS_DENIED", "REST API is available only on commercial plans");
  }
  return caller;
}

function fromWebhook(portal: Portal, credential: Credential): Caller {
  const webhook = portal.state.webhooks.get(credential.code);
  const user = webhook === undefined ? undefined : portal.state.people.get(webhook.userId);
  if (webhook === undefined || user === undefined || String(webhook.userId) !== credential.userId) throw noAuth();
  const hasEnded = (webhook.expiresAt ?? Number.POSITIVE_INFINITY) <= portal.now().getTime();
  if (hasEnded || portal.faults.read().access.areWebhooksRevoked) throw noAuth();
  return { kind: "webhook", user, scopes: webhook.scopes, key: `webhook:${webhook.id}` };
}

function fromToken(portal: Portal, token: string): Caller {
  const grant = portal.state.accessTokens.get(token);
  const user = grant === undefined ? undefined : portal.state.people.get(grant.userId);
  const app = grant === undefined ? undefined : portal.state.apps.get(grant.clientId);
  if (grant === undefined || user === undefined || app === undefined) throw noAuth();
  if (portal.faults.read().access.revokedApps.includes(app.id)) throw noAuth();
  if (grant.expiresAt <= portal.now().getTime()) throw expiredToken();
  if (app.userIds !== null && user.role !== "bot" && !app.userIds.includes(user.id)) {
    throw new RestError(403, "user_access_error", "The user does not have access to the application.");
  }
  return { kind: "app", clientId: app.id, accessToken: token, user, scopes: grant.scopes, key: `app:${app.id}` };
}

export function expiredToken(): RestError {
  return new RestError(401, "expired_token", "The access token provided has expired.");
}

function noAuth(): RestError {
  return new RestError(401, "NO_AUTH_FOUND", "Wrong authorization data");
}
