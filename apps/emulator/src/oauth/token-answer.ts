import { createHash } from "node:crypto";

import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";
import { text } from "../rest/params.ts";
import type { Params } from "../rest/params.ts";
import type { App } from "../state/model.ts";
import { ACCESS_LIFETIME_S, issueAccessToken, issueRefreshToken } from "./tokens.ts";

export type TokenAnswer = { status: number; body: Record<string, unknown> };

/**
 * What `/oauth/token/` answers: a code or a refresh token is used up and a new pair takes its place.
 *
 * Bitrix24 docs: settings/oauth/index, settings/oauth/auto-renewal.
 */
export function answerTokenRequest(portal: Portal, params: Params): TokenAnswer {
  if (text(params, "client_id") === "") return refuse("invalid_request", "client_id is missing.");
  const app = portal.state.apps.get(text(params, "client_id"));
  if (app === undefined || app.secret !== params["client_secret"]) {
    return refuse("invalid_client", "The client_id or client_secret is wrong, or the application is not installed.");
  }
  const { isPaymentRequired, revokedApps } = portal.faults.read().access;
  if (isPaymentRequired) return refuse("PAYMENT_REQUIRED", "The subscription has ended.");
  if (revokedApps.includes(app.id)) return refuse("invalid_grant", "The application was revoked.");
  if (params["grant_type"] === "authorization_code") return fromCode(portal, app, params);
  if (params["grant_type"] === "refresh_token") return fromRefresh(portal, app, text(params, "refresh_token"));
  return refuse("invalid_request", "grant_type has to be authorization_code or refresh_token.");
}

function fromCode(portal: Portal, app: App, params: Params): TokenAnswer {
  const code = text(params, "code");
  const grant = portal.state.authorizationCodes.get(code);
  portal.state.authorizationCodes.delete(code);
  if (grant === undefined || grant.clientId !== app.id || grant.expiresAt <= portal.now().getTime()) {
    return refuse("invalid_grant", "The code is unknown, used or older than 30 seconds.");
  }
  if (grant.challenge !== null && grant.challenge !== challengeOf(text(params, "code_verifier"))) {
    return refuse("invalid_grant", "The code verifier does not fit the challenge.");
  }
  return { status: 200, body: tokenPair(portal, app, grant.userId) };
}

/** RFC 7636, S256. Bitrix24 documents no code challenges; a portal of another kind may want them. */
function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

function fromRefresh(portal: Portal, app: App, refreshToken: string): TokenAnswer {
  const grant = portal.state.refreshTokens.get(refreshToken);
  if (grant === undefined || grant.clientId !== app.id || grant.expiresAt <= portal.now().getTime()) {
    return refuse("invalid_grant", "The refresh token is unknown, used or expired.");
  }
  if (portal.faults.read().lifetimes.isRefreshOneShot) portal.state.refreshTokens.delete(refreshToken);
  const expires = Math.floor(portal.now().getTime() / 1000) + ACCESS_LIFETIME_S;
  return { status: 200, body: { ...tokenPair(portal, app, grant.userId), expires, user_id: grant.userId } };
}

/** A fresh access and refresh token with the addresses that go with them. */
export function tokenPair(portal: Portal, app: App, userId: number): Record<string, unknown> {
  return {
    access_token: issueAccessToken(portal, app, userId).id,
    client_endpoint: `${portal.origin()}/rest/`,
    domain: domainOf(portal),
    expires_in: ACCESS_LIFETIME_S,
    member_id: portal.state.memberId,
    refresh_token: issueRefreshToken(portal, app, userId).id,
    scope: app.scopes.join(","),
    server_endpoint: `${portal.origin()}/rest/`,
    status: app.status,
  };
}

function refuse(error: string, description: string): TokenAnswer {
  const status = error === "invalid_client" ? 401 : 400;
  return { status, body: { error, error_description: description } };
}
