import {
  type AuthorizedToken,
  type B24Client,
  B24Error,
  createB24Client,
  type PortalEndpoint,
  type RateBudget,
  refreshToken,
  type TokenStore,
  type Transport,
} from "@botdeck/b24-client";
import { AppError, type RateLimits, REQUEST_LIMITS } from "@botdeck/core";
import {
  type DatabaseHandle,
  INSTALLER,
  type OAuthTokens,
  pauseMethod,
  penalizePortal,
  type Portal,
  type Portals,
  reserveRequests,
  tellingAway,
} from "@botdeck/db";

import { keepTokens } from "./keep-tokens.ts";

/** A request that takes longer counts as unanswered, in milliseconds. Together with the wait for the budget it fits into a delivery's lease. */
const REQUEST_TIMEOUT_MS = 10_000;

/** For the person who looks at the portal's state. */
const REAUTH_REASON =
  "The portal's authorisation has ended: an administrator of the portal has to open the link that `authorize.ts --portal` prints";

/** The app that portals install, as Bitrix24 knows it. */
export type BitrixApp = { clientId: string; clientSecret: string };

export type OnReauth = (who: { portal: Portal; userId: string }) => void;

type Deps = {
  db: DatabaseHandle["db"];
  portals: Portals;
  tokens: OAuthTokens;
  transport: Transport;
  /** Null in a deployment that only uses inbound webhooks. */
  app: BitrixApp | null;
  /** A call was not made because a person has given the app no rights, or not any more: ask them. Never awaited. */
  onReauth?: OnReauth;
};

export type PortalClients = {
  /** @throws AppError `not_found` for a portal we do not know. */
  forPortal(portalId: string): Promise<B24Client>;
  for(portal: Portal): B24Client;
  /**
   * A client with the rights of one person, by the token that they gave the app.
   *
   * @throws AppError `unsupported` for a portal reached by a webhook, whose rights are always those of its owner.
   */
  forUser(portal: Portal, userId: string): B24Client;
};

/** REST clients of portals: the budget and the tokens are the database's, so all processes of a deployment share them. */
export function createPortalClients(deps: Deps): PortalClients {
  const { db, portals } = deps;

  function clientFor(portal: Portal, userId: string): B24Client {
    return createB24Client({
      portal: endpointOf(portal, portals),
      transport: deps.transport,
      budget: createSharedBudget(db, portal.id, REQUEST_LIMITS[portal.requestLimit]),
      ...(portal.auth === "oauth" && {
        tokens: keepTokens(tokensOf(portal, userId, deps)),
        proveMove: (endpoint: PortalEndpoint) => proveMove(endpoint, portal, userId, deps),
      }),
      timeoutMs: REQUEST_TIMEOUT_MS,
      // When it cannot be kept, the next call is redirected again and that is all.
      onMoved: (endpoint) => void portals.moveTo(portal.id, addressOf(endpoint)).catch(() => {}),
    });
  }

  /**
   * A client remembers its token and which methods the portal has paused, so it is kept as long as the portal's row stays
   * as it is; an installation changes that.
   */
  const kept = new Map<string, { updatedAt: number; client: B24Client }>();

  function keptClient(portal: Portal, userId: string): B24Client {
    const key = `${portal.id}:${userId}`;
    const known = kept.get(key);
    if (known?.updatedAt === portal.updatedAt.getTime()) return known.client;
    const client = clientFor(portal, userId);
    kept.set(key, { updatedAt: portal.updatedAt.getTime(), client });
    return client;
  }

  return {
    for: (portal) => keptClient(portal, INSTALLER),
    forUser(portal, userId) {
      if (portal.auth === "oauth") return keptClient(portal, userId);
      const message = `${portal.domain} is connected by a webhook, which always acts as its owner: install the app for calls as a person`;
      throw new AppError("unsupported", message, { context: { portalId: portal.id } });
    },
    async forPortal(portalId) {
      const portal = await portals.byId(portalId);
      if (!portal) throw new AppError("not_found", "The portal is not connected any more", { context: { portalId } });
      return keptClient(portal, INSTALLER);
    },
  };
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
async function proveMove(endpoint: PortalEndpoint, portal: Portal, userId: string, deps: Deps): Promise<boolean> {
  const grants: AuthorizedToken[] = [];
  const store = tokensOf(portal, userId, deps, (grant) => grants.push(grant));
  // Another process may renew it between the two steps; then its token is renewed once more.
  for (let tries = 0; grants.length === 0 && tries < 2; tries++) await store.rotate(await store.get());
  const [grant] = grants;
  if (grant === undefined || endpoint.kind !== "oauth") return false;
  return grant.memberId === portal.memberId && grant.clientEndpoint === endpoint.clientEndpoint;
}

function tokensOf(
  portal: Portal,
  userId: string,
  { portals, tokens, transport, app, onReauth }: Deps,
  onGrant?: (grant: AuthorizedToken) => void,
): TokenStore {
  async function noteDeath(): Promise<void> {
    if (userId === INSTALLER) await portals.setState(portal.id, "reauth", REAUTH_REASON);
    onReauth?.({ portal, userId });
  }

  return {
    async get() {
      try {
        return await tellingAway(() => tokens.get(portal.id, userId));
      } catch (error) {
        // A link may have been lost or grown old; whoever asks decides how often it is sent.
        if (userId !== INSTALLER && error instanceof AppError && error.code === "unauthorized") {
          onReauth?.({ portal, userId });
        }
        throw error;
      }
    },
    async rotate(failed) {
      let hasDied = false;
      try {
        return await tokens.rotate(portal.id, userId, failed.accessToken, async (current) => {
          if (app === null || portal.serverEndpoint === null) {
            throw new AppError("unauthorized", "The access token has expired and no app is configured to renew it");
          }
          const { serverEndpoint } = portal;
          // This server was trusted when the portal was connected, and its word is in our table since.
          const trustedOrigins = [new URL(serverEndpoint).origin];
          try {
            const given = await refreshToken(
              { transport, trustedOrigins },
              { ...app, serverEndpoint },
              current.refreshToken,
            );
            onGrant?.(given);
            return given.token;
          } catch (error) {
            if (!isDeadGrant(error)) throw error;
            hasDied = true;
            return null;
          }
        });
      } finally {
        // After the transaction: it holds a connection, and who waits for a second one with it may wait for ever.
        if (hasDied) await noteDeath();
      }
    },
  };
}

/** Used before, revoked, or older than its 180 days. Bitrix24 docs: settings/oauth/error-codes */
function isDeadGrant(error: unknown): boolean {
  return error instanceof B24Error && error.portalCode?.toLowerCase() === "invalid_grant";
}
