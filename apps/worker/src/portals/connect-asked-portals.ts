import { AppError, messageOf } from "@botdeck/core";
import {
  announce,
  askAboutPortal,
  type DatabaseHandle,
  databaseNow,
  keepPortalCheck,
  type Portal,
  type Portals,
  portalsAskedAbout,
} from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { connectWebhook } from "./connect-webhook.ts";
import type { PortalTurns } from "./portal-turns.ts";

type Deps = {
  db: DatabaseHandle["db"];
  portals: Portals;
  clients: PortalClients;
  definitions: readonly AnyBot[];
  eventsUrl: string;
  /** Whether portals on this machine and in private networks are connected too. */
  takesPrivate: boolean;
  inTurn: PortalTurns;
  logger: Logger;
};

/**
 * Connects the portals whose webhook address somebody has given in the console. Each is tried once: what stands in the way is said
 * beside the portal, and whoever has mended it asks again.
 */
export async function connectAskedPortals(deps: Deps): Promise<void> {
  for (const { portal } of await portalsAskedAbout(deps.db, "pending")) {
    if (portal.auth === "webhook") await deps.inTurn(portal.id, (now) => connectAsked(now, deps));
  }
}

async function connectAsked(portal: Portal, { db, logger, inTurn: _inTurn, ...deps }: Deps): Promise<void> {
  if (portal.state !== "pending") return;
  const begunAt = await databaseNow(db);
  const problem = await connect(portal, deps);
  if (problem === null) logger.info({ domain: portal.domain }, "portal is connected and its bots are registered");
  else logger.warn({ domain: portal.domain, reason: problem }, "portal could not be connected");
  await keepPortalCheck(db, portal.id, { begunAt, findings: [], problem });
  if (problem !== null) return;
  // How it is, people want to know at once.
  await askAboutPortal(db, portal.id);
  await announce(db, "botdeck_portals", null);
}

/** @returns Why it could not be connected, for a person. */
async function connect(portal: Portal, deps: Omit<Deps, "db" | "logger" | "inTurn">): Promise<string | null> {
  const { portals } = deps;
  const url = openUrl(portal, portals);
  try {
    if (url === null) throw new AppError("invariant", SEALED_OTHERWISE);
    await connectWebhook(url, deps);
    return null;
  } catch (error) {
    const reason = messageOf(error);
    await portals.endConnecting(portal.id, "pending", reason);
    return reason;
  }
}

const SEALED_OTHERWISE =
  "The webhook's address does not open: the console sealed it with another BOTDECK_SECRET_KEY than the worker has.";

function openUrl(portal: Portal, portals: Portals): string | null {
  try {
    return portals.webhookUrl(portal);
  } catch {
    return null;
  }
}
