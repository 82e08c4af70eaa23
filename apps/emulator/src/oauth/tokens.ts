import { randomBytes } from "node:crypto";

import type { Portal } from "../portal.ts";
import type { App, CodeGrant, Grant } from "../state/model.ts";

/** Bitrix24 docs: settings/oauth. */
export const CODE_LIFETIME_S = 30;
export const ACCESS_LIFETIME_S = 3600;
export const REFRESH_LIFETIME_S = 180 * 24 * 3600;

/** Events that follow each other closely share a token: each would be valid anyway, and the state stays small. */
const SHARED_FOR_MS = 60_000;

/** A new secret text, 64 characters long. */
export function newSecret(): string {
  return randomBytes(32).toString("hex");
}

/** A code that may be changed for tokens once, within 30 seconds; by whoever knows the verifier, where there was a challenge. */
export function issueCode(portal: Portal, app: App, userId: number, challenge: string | null): CodeGrant {
  const grant = { ...newGrant(portal, app, userId, CODE_LIFETIME_S), challenge };
  keep(portal, portal.state.authorizationCodes, grant);
  return grant;
}

/** A token for a call or an event: a fresh one, or the one that this app got for this user within the last minute. */
export function accessTokenFor(portal: Portal, app: App, userId: number): Grant {
  const youngest = portal.now().getTime() + ACCESS_LIFETIME_S * 1000 - SHARED_FOR_MS;
  const isSame = (grant: Grant): boolean =>
    grant.clientId === app.id && grant.userId === userId && grant.scopes.join() === app.scopes.join();
  const recent = [...portal.state.accessTokens.values()].findLast(
    (grant) => grant.expiresAt > youngest && isSame(grant),
  );
  return recent ?? issueAccessToken(portal, app, userId);
}

export function issueAccessToken(portal: Portal, app: App, userId: number): Grant {
  return keep(portal, portal.state.accessTokens, newGrant(portal, app, userId, ACCESS_LIFETIME_S));
}

export function issueRefreshToken(portal: Portal, app: App, userId: number): Grant {
  return keep(portal, portal.state.refreshTokens, newGrant(portal, app, userId, REFRESH_LIFETIME_S));
}

function newGrant(portal: Portal, app: App, userId: number, lifetimeS: number): Grant {
  const expiresAt = portal.now().getTime() + lifetimeS * 1000;
  return { id: newSecret(), clientId: app.id, userId, scopes: [...app.scopes], expiresAt };
}

function keep<Kept extends Grant>(portal: Portal, grants: Map<string, Kept>, grant: Kept): Kept {
  forgetLongExpired(grants, portal.now().getTime());
  grants.set(grant.id, grant);
  return grant;
}

/** An expired token answers `expired_token` for another hour; then it is as unknown as an invented one. */
function forgetLongExpired(grants: Map<string, Grant>, now: number): void {
  for (const grant of grants.values()) {
    if (grant.expiresAt + ACCESS_LIFETIME_S * 1000 < now) grants.delete(grant.id);
  }
}
