import { createHash } from "node:crypto";

import { accessTokenFor } from "../oauth/tokens.ts";
import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";
import type { BotOwner } from "../state/model.ts";

/**
 * The `auth` part of an event. An app gets a token of the acting user; a bot of a webhook caller gets no tokens at all,
 * like an outgoing webhook.
 *
 * Bitrix24 docs: _includes/auth-params-in-events.
 */
export function authBlock(portal: Portal, owner: BotOwner, userId: number): Record<string, unknown> {
  const endpoints = {
    domain: domainOf(portal),
    client_endpoint: `${portal.origin()}/rest/`,
    server_endpoint: `${portal.origin()}/rest/`,
    member_id: portal.state.memberId,
  };
  const app = owner.kind === "app" ? portal.state.apps.get(owner.key) : undefined;
  if (app === undefined) return { ...endpoints, application_token: customApplicationToken(portal, owner) };
  const token = accessTokenFor(portal, app, userId);
  return {
    access_token: token.id,
    expires: Math.floor(token.expiresAt / 1000),
    expires_in: Math.round((token.expiresAt - portal.now().getTime()) / 1000),
    scope: app.scopes.join(","),
    status: app.status,
    ...endpoints,
    user_id: userId,
    application_token: app.applicationToken,
  };
}

/** Webhook bots have no app card, but their events carry a steady application_token too. */
function customApplicationToken(portal: Portal, owner: BotOwner): string {
  return createHash("sha256").update(`${portal.state.memberId}:${owner.key}`).digest("hex").slice(0, 32);
}
