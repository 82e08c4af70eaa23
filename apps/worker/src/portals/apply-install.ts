import { fetchProfile, refreshToken, type Transport } from "@botdeck/b24-client";
import { AppError, messageOf } from "@botdeck/core";
import {
  type AppInstalls,
  INSTALLER,
  isSealedOtherwise,
  type OAuthTokens,
  type Portal,
  type Portals,
} from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { BitrixApp, PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";
import { z } from "zod";

import type { PortalRules } from "../notifications/portal-rules.ts";
import { bindEvents } from "./bind-events.ts";
import type { PortalLanes } from "./portal-lanes.ts";
import { registerBots } from "./register-bots.ts";

/** The pause before the OAuth server or the portal is asked again, in milliseconds. */
const RETRY_MS = 5_000;

/** The part of a grant that is used; the access token in it is not, since the proof gives a new one. */
const Grant = z.object({
  memberId: z.string(),
  serverEndpoint: z.url(),
  applicationToken: z.string(),
  token: z.object({ refreshToken: z.string() }),
});

export type InstallDeps = {
  installs: AppInstalls;
  portals: Portals;
  tokens: OAuthTokens;
  clients: PortalClients;
  transport: Transport;
  app: BitrixApp | null;
  /** Origins of OAuth servers whose word counts. A grant that names another one is refused: anybody can post a grant. */
  trustedOAuthOrigins: readonly string[];
  definitions: readonly AnyBot[];
  eventsUrl: string;
  /** What has to be posted is by these. */
  rulesOf: (portalId: string) => Promise<PortalRules>;
  /** Where installations are checked beside each other, by the member ids of portals: one of each at a time. */
  lanes: PortalLanes;
  logger: Logger;
};

/**
 * Begins to check the next announced installation, and to put the bots to work on its portal, when there is a place in the lanes.
 *
 * The proof is the refresh token: only the OAuth server can turn it into tokens of our app, and its answer says which
 * portal they are for (Bitrix24 docs: settings/oauth). Until then nothing of what was posted counts, so nobody can
 * replace a portal's secrets by posting an installation. An app with a page posts the same whenever anybody opens it, each
 * time with that person's grant, so on a portal that is connected only an administrator's counts, and on one that was
 * disconnected in the console only that of an installation made anew.
 *
 * @returns False when none waits.
 */
export async function applyNextInstall(deps: InstallDeps): Promise<boolean> {
  const { installs, lanes } = deps;
  if (!(await lanes.free())) return false;
  const waiting = await installs.nextWaiting(lanes.underWay());
  if (waiting === null) return false;
  await lanes.enter(waiting.memberId, () => applyWaiting(waiting, deps));
  return true;
}

type Waiting = NonNullable<Awaited<ReturnType<AppInstalls["nextWaiting"]>>>;

async function applyWaiting(waiting: Waiting, deps: InstallDeps): Promise<void> {
  const { installs, logger } = deps;
  try {
    const domain = await applyInstall(waiting.id, openGrant(waiting), deps);
    await installs.settle(waiting.id, "applied", null);
    logger.info({ domain }, "portal is connected and its bots are registered");
  } catch (error) {
    const reason = messageOf(error);
    if (error instanceof AppError && error.isRetryable) {
      await installs.postpone(waiting.id, reason, error.retryAfterMs ?? RETRY_MS);
      logger.warn({ err: error }, "installation is not finished and will be tried again");
    } else {
      await installs.settle(waiting.id, "refused", reason);
      logger.error({ err: error }, "installation is refused");
    }
  }
}

function openGrant(waiting: Waiting): unknown {
  try {
    return waiting.openGrant();
  } catch (cause) {
    throw new AppError("forbidden", "The installation cannot be read any more: install the app again", { cause });
  }
}

/** One that was sealed with another key is not known any more: the installation brings the next, which takes its place. */
function tokenOf(known: Portal, portals: Pick<Portals, "applicationToken">): string | null {
  try {
    return portals.applicationToken(known);
  } catch (error) {
    if (isSealedOtherwise(error)) return null;
    throw error;
  }
}

async function applyInstall(installId: string, rawGrant: unknown, deps: InstallDeps): Promise<string> {
  const grant = Grant.parse(rawGrant);
  if (deps.app === null) {
    throw new AppError("invalid", "A portal installed the app, but B24_CLIENT_ID and B24_CLIENT_SECRET are not set");
  }
  const { serverEndpoint } = grant;
  const { transport, trustedOAuthOrigins: trustedOrigins } = deps;
  const proof = await refreshToken(
    { transport, trustedOrigins },
    { ...deps.app, serverEndpoint },
    grant.token.refreshToken,
  );
  if (proof.memberId !== grant.memberId) {
    throw new AppError("forbidden", "The installation's token belongs to another portal");
  }
  // The posted token is spent: should the portal be away in a moment, the next try needs the new one.
  await deps.installs.renew(installId, { ...grant, token: { refreshToken: proof.token.refreshToken } });

  const known = await deps.portals.byMemberId(grant.memberId);
  const isConnected = known?.state === "active" || known?.state === "reauth";
  // An installation that was made anew brings another token; opening the app brings the one that is known.
  const isNew = known === null || tokenOf(known, deps.portals) !== grant.applicationToken;
  const isReturn = known?.isLeft === true && isNew;
  if ((isConnected || isReturn) && !(await fetchProfile(transport, proof)).isAdmin) {
    throw new AppError(
      "forbidden",
      "The portal is connected already or was disconnected, and the person who opened the app does not run it",
    );
  }

  const portal = await deps.portals.keepInstall({
    memberId: grant.memberId,
    domain: new URL(proof.clientEndpoint).host,
    clientEndpoint: proof.clientEndpoint,
    serverEndpoint: grant.serverEndpoint,
    applicationToken: grant.applicationToken,
    isNew: isReturn,
  });
  await deps.tokens.put(portal.id, INSTALLER, proof.token);
  await registerBots(portal, deps.clients.for(portal), deps);
  await bindEvents(portal, deps);
  if (!(await deps.portals.endConnecting(portal.id, "active"))) {
    throw new AppError("conflict", "The portal was disconnected in the console meanwhile");
  }
  return portal.domain;
}
