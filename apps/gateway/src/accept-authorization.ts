import { type AuthorizedToken, exchangeCode, fetchProfile, type Transport } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import {
  type AuthorizationRequests,
  INSTALLER,
  type keepGrant,
  type OpenAuthorization,
  type Portal,
  type Portals,
} from "@botdeck/db";
import type { BitrixApp } from "@botdeck/portal-clients";

type Deps = {
  portals: Portals;
  requests: Pick<AuthorizationRequests, "find">;
  keepGrant: (grant: Parameters<typeof keepGrant>[2]) => ReturnType<typeof keepGrant>;
  transport: Transport;
  /** Null in a deployment that only uses inbound webhooks: nobody is ever sent here then. */
  app: BitrixApp | null;
};

export type AcceptAuthorization = (given: {
  code: string;
  state: string;
  memberId: string;
}) => Promise<{ portalId: string; userId: string }>;

/**
 * Turns the code that a person brings back from their portal into their token, and keeps it; what waited for it goes on. The
 * code lives 30 seconds, so it is traded here and now. Whose it may be was settled when the link was made: another person's
 * token is not kept, and the app's own access stays with an administrator. The link is used up by its own person alone.
 *
 * The function throws AppError `not_found` for a link that is unknown, old or used, `forbidden` when another portal or
 * person came back, `unauthorized` or `unreachable` when the OAuth server does not confirm.
 */
export function createAcceptAuthorization(deps: Deps): AcceptAuthorization {
  return async ({ code, state, memberId }) => {
    const request = await deps.requests.find(state);
    const portal = request === null ? null : await deps.portals.byId(request.portalId);
    if (request === null || portal === null) throw unknownLink();
    const given = await proveVisitor(portal, request, { code, memberId }, deps);
    if ((await deps.keepGrant({ state, token: given.token })) === null) throw unknownLink();
    if (request.userId === INSTALLER) await deps.portals.renewAuthorization(portal.id);
    return { portalId: portal.id, userId: request.userId };
  };
}

const unknownLink = () => new AppError("not_found", "The link is unknown, old or used");

async function proveVisitor(
  portal: Portal,
  { userId, verifier }: OpenAuthorization,
  { code, memberId }: { code: string; memberId: string },
  deps: Deps,
): Promise<AuthorizedToken> {
  if (portal.memberId !== memberId) throw new AppError("forbidden", "The person came back from another portal");
  const given = await tradeCode(portal, { code, verifier }, deps);
  if (given.memberId !== memberId) throw new AppError("forbidden", "The token belongs to another portal");
  if (await isMeantFor(userId, given, deps.transport)) return given;
  throw new AppError("forbidden", "The link was for another person of the portal, or for an administrator");
}

async function isMeantFor(userId: string, given: AuthorizedToken, transport: Transport): Promise<boolean> {
  if (userId === INSTALLER) return (await fetchProfile(transport, given)).isAdmin;
  return userId === (given.userId ?? (await fetchProfile(transport, given)).userId);
}

async function tradeCode(
  portal: Portal,
  { code, verifier }: { code: string; verifier: string | null },
  { app, transport }: Deps,
): Promise<AuthorizedToken> {
  if (app === null || portal.serverEndpoint === null) {
    throw new AppError("unauthorized", "No app is configured, so a code cannot be traded");
  }
  const { serverEndpoint } = portal;
  // This server was trusted when the portal was connected, and its word is in our table since.
  const trustedOrigins = [new URL(serverEndpoint).origin];
  return exchangeCode({ transport, trustedOrigins }, { ...app, serverEndpoint }, code, verifier);
}
