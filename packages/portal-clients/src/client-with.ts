import {
  type AuthorizedToken,
  type B24Client,
  createB24Client,
  type PortalEndpoint,
  type RateBudget,
  type TokenStore,
} from "@botdeck/b24-client";
import { AppError, type RateLimits, REQUEST_LIMITS } from "@botdeck/core";
import {
  type DatabaseHandle,
  pauseMethod,
  penalizePortal,
  type Portal,
  type Portals,
  reserveRequests,
  tellingAway,
} from "@botdeck/db";

import { createGrantStore, type GrantDeps } from "./grant-store.ts";

/** A request that takes longer counts as unanswered, in milliseconds. Together with the wait for the budget it fits into a delivery's lease. */
const REQUEST_TIMEOUT_MS = 10_000;

export type ClientDeps = GrantDeps & { db: DatabaseHandle["db"] };

/**
 * A client of one portal with one identity.
 *
 * @param userId Whose grant proves where a portal that moved lives now.
 * @param tokens Null for a portal reached by a webhook.
 */
export function createClientWith(
  portal: Portal,
  userId: string,
  tokens: TokenStore | null,
  deps: ClientDeps,
): B24Client {
  const { db, portals, transport } = deps;
  return createB24Client({
    portal: endpointOf(portal, portals),
    transport,
    budget: createSharedBudget(db, portal.id, REQUEST_LIMITS[portal.requestLimit]),
    ...(tokens !== null && {
      tokens,
      proveMove: (endpoint: PortalEndpoint) => proveMove(endpoint, portal, userId, deps),
    }),
    timeoutMs: REQUEST_TIMEOUT_MS,
    // When it cannot be kept, the next call is redirected again and that is all.
    onMoved: (endpoint) => void portals.moveTo(portal.id, addressOf(endpoint)).catch(() => {}),
  });
}

/** A portal's budget in the database, where all processes of a deployment share it. */
export function createSharedBudget(db: DatabaseHandle["db"], portalId: string, limits: RateLimits): RateBudget {
  return {
    reserve: (asked) => tellingAway(() => reserveRequests(db, portalId, { ...asked, limits })),
    penalize: (pauseMs) => penalizePortal(db, portalId, pauseMs, limits),
    pause: (method, pauseMs) => pauseMethod(db, portalId, method, pauseMs),
  };
}

function endpointOf(portal: Portal, portals: Portals): PortalEndpoint {
  const url = portals.webhookUrl(portal);
  if (url !== null) return { kind: "webhook", url };
  if (portal.clientEndpoint !== null) return { kind: "oauth", clientEndpoint: portal.clientEndpoint };
  throw new AppError("invariant", "The portal has neither a webhook nor an app", { context: { portalId: portal.id } });
}

const addressOf = (endpoint: PortalEndpoint) =>
  endpoint.kind === "webhook" ? { webhookUrl: endpoint.url } : { clientEndpoint: endpoint.clientEndpoint };

/**
 * Whether a redirected portal is the same one: the OAuth server, which knows no redirect, renews the token and names the
 * portal's `member_id` and its address with it. (A webhook has no such witness; there the redirect itself, over TLS from
 * the address that already has the secret, is believed, and kept once the new address answers as a portal.)
 */
async function proveMove(endpoint: PortalEndpoint, portal: Portal, userId: string, deps: GrantDeps): Promise<boolean> {
  const grants: AuthorizedToken[] = [];
  const store = createGrantStore(portal, userId, deps, (grant) => grants.push(grant));
  // Another process may renew it between the two steps; then its token is renewed once more.
  for (let tries = 0; grants.length === 0 && tries < 2; tries++) await store.rotate(await store.get());
  const [grant] = grants;
  if (grant === undefined || endpoint.kind !== "oauth") return false;
  return grant.memberId === portal.memberId && grant.clientEndpoint === endpoint.clientEndpoint;
}
