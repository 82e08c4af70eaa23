import {
  type B24Client,
  createB24Client,
  type PortalEndpoint,
  refreshToken,
  type TokenStore,
  type Transport,
} from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import {
  type DatabaseHandle,
  INSTALLER,
  type OAuthTokens,
  penalizePortal,
  type Portal,
  type Portals,
  reserveRequest,
} from "@botdeck/db";

/** A request that takes longer counts as unanswered, in milliseconds. Together with the wait for the budget it fits into a delivery's lease. */
const REQUEST_TIMEOUT_MS = 10_000;

/** The app that portals install, as Bitrix24 knows it. */
export type BitrixApp = { clientId: string; clientSecret: string };

type Deps = {
  db: DatabaseHandle["db"];
  portals: Portals;
  tokens: OAuthTokens;
  transport: Transport;
  /** Null in a deployment that only uses inbound webhooks. */
  app: BitrixApp | null;
};

export type PortalClients = {
  /** @throws AppError `not_found` for a portal we do not know. */
  forPortal(portalId: string): Promise<B24Client>;
  for(portal: Portal): B24Client;
};

/** REST clients of portals: the budget and the tokens are the database's, so all processes of a deployment share them. */
export function createPortalClients(deps: Deps): PortalClients {
  const { db, portals } = deps;

  function clientFor(portal: Portal): B24Client {
    return createB24Client({
      portal: endpointOf(portal, portals),
      transport: deps.transport,
      budget: {
        reserve: ({ maxWaitMs }) => reserveRequest(db, portal.id, maxWaitMs),
        penalize: (ms) => penalizePortal(db, portal.id, ms),
      },
      ...(portal.auth === "oauth" && { tokens: tokensOf(portal, deps) }),
      timeoutMs: REQUEST_TIMEOUT_MS,
      // When it cannot be kept, the next call is redirected again and that is all.
      onMoved: (endpoint) => void portals.moveTo(portal.id, addressOf(endpoint)).catch(() => {}),
    });
  }

  /** A client remembers which methods the portal has paused, so it is kept as long as the portal's row stays as it is. */
  const kept = new Map<string, { updatedAt: number; client: B24Client }>();

  function keptClient(portal: Portal): B24Client {
    const known = kept.get(portal.id);
    if (known?.updatedAt === portal.updatedAt.getTime()) return known.client;
    const client = clientFor(portal);
    kept.set(portal.id, { updatedAt: portal.updatedAt.getTime(), client });
    return client;
  }

  return {
    for: keptClient,
    async forPortal(portalId) {
      const portal = await portals.byId(portalId);
      if (!portal) throw new AppError("not_found", "The portal is not connected any more", { context: { portalId } });
      return keptClient(portal);
    },
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

function tokensOf(portal: Portal, { tokens, transport, app }: Deps): TokenStore {
  return {
    get: () => tokens.get(portal.id, INSTALLER),
    rotate: (failed) =>
      tokens.rotate(portal.id, INSTALLER, failed.accessToken, async (current) => {
        if (app === null || portal.serverEndpoint === null) {
          throw new AppError("unauthorized", "The access token has expired and no app is configured to renew it");
        }
        const { serverEndpoint } = portal;
        // This server was trusted when the portal was connected, and its word is in our table since.
        const trustedOrigins = [new URL(serverEndpoint).origin];
        const answer = await refreshToken(
          { transport, trustedOrigins },
          { ...app, serverEndpoint },
          current.refreshToken,
        );
        return answer.token;
      }),
  };
}
