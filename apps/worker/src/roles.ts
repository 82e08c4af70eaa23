import {
  createAppInstalls,
  createAuthorizationRequests,
  createOAuthTokens,
  createPortals,
  type DatabaseHandle,
  listen,
  markAbandoned,
  nextEffectInMs,
  nextEventInMs,
  type SecretBox,
} from "@botdeck/db";
import type { Transport } from "@botdeck/b24-client";
import type { AnyBot } from "@botdeck/dialog";
import { type BitrixApp, createPortalClients, type OnReauth } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { createBotRegistry } from "./bots.ts";
import type { Carriers } from "./deliverer/carrier.ts";
import { carriedKinds, deliverNext } from "./deliverer/deliver-next.ts";
import { createPortalCarriers } from "./deliverer/portal-carriers.ts";
import { applyNextInstall } from "./portals/apply-install.ts";
import { askToAuthorize } from "./portals/ask-to-authorize.ts";
import { registerNewBots } from "./portals/register-new-bots.ts";
import { type Pump, startPump } from "./pump.ts";
import { runNextEvent } from "./runtime/run-next-event.ts";

/** How often the outbox is searched for effects whose process died, in milliseconds. */
const ABANDONED_CHECK_MS = 2_000;

export type Role = { stop(): Promise<void> };

/** Handles inbox events. */
export async function startRuntime(deps: {
  handle: DatabaseHandle;
  box: SecretBox;
  definitions: readonly AnyBot[];
  services: unknown;
  concurrency: number;
  logger: Logger;
}): Promise<Role> {
  const { handle, box, definitions, services, concurrency, logger } = deps;
  const bots = createBotRegistry(definitions, (tx) => createPortals(tx, box));
  const pump = startPump({
    name: "runtime",
    runOne: () => runNextEvent({ db: handle.db, bots, services, logger }),
    nextInMs: () => nextEventInMs(handle.db),
    concurrency,
    logger,
  });
  return wokenBy(handle, "botdeck_inbox", pump);
}

/** Delivers effects: REST calls always, workflow effects where Temporal is configured. */
export async function startDeliverer(deps: {
  handle: DatabaseHandle;
  box: SecretBox;
  transport: Transport;
  app: BitrixApp | null;
  workflowCarriers: Carriers;
  concurrency: number;
  logger: Logger;
}): Promise<Role> {
  const { handle, box, transport, app, workflowCarriers, concurrency, logger } = deps;
  const { db } = handle;
  const portals = createPortals(db, box);
  const requests = createAuthorizationRequests(db);
  const onReauth: OnReauth = ({ portal, userId }) =>
    void askToAuthorize(portal, userId, { db, portals, requests, app, logger }).catch((error: unknown) =>
      logger.error({ err: error, portalId: portal.id }, "nobody could be asked to authorise the app again"),
    );
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app, onReauth });
  const carriers = { ...createPortalCarriers({ db, portals, clients }), ...workflowCarriers };
  const kinds = carriedKinds(carriers);
  const pump = startPump({
    name: "deliverer",
    runOne: () => deliverNext({ db, carriers, logger }),
    nextInMs: () => nextEffectInMs(db, kinds),
    concurrency,
    logger,
  });
  const reaper = setInterval(() => void reap(), ABANDONED_CHECK_MS);

  async function reap(): Promise<void> {
    try {
      const abandoned = await markAbandoned(db);
      if (abandoned === 0) return;
      logger.warn({ abandoned }, "effects are in doubt: their process stopped while it sent them");
      pump.wake();
    } catch (error) {
      logger.warn({ err: error }, "abandoned effects could not be looked for");
    }
  }

  const role = await wokenBy(handle, "botdeck_outbox", pump);
  return {
    async stop() {
      clearInterval(reaper);
      await role.stop();
    },
  };
}

/** Checks announced installations, and sees to it that every portal has all the bots. */
export function startInstalls(deps: {
  handle: DatabaseHandle;
  box: SecretBox;
  transport: Transport;
  app: BitrixApp | null;
  trustedOAuthOrigins: readonly string[];
  definitions: readonly AnyBot[];
  eventsUrl: string;
  logger: Logger;
}): Role {
  const { handle, box, transport, app, logger, ...rest } = deps;
  const { db } = handle;
  const portals = createPortals(db, box);
  const tokens = createOAuthTokens(db, box);
  const clients = createPortalClients({ db, portals, tokens, transport, app });
  const installs = createAppInstalls(db, box);
  const registering = registerNewBots({ portals, clients, logger, ...rest }).catch((error: unknown) =>
    logger.warn({ err: error }, "portals could not be looked through for new bots"),
  );
  const pump = startPump({
    name: "installs",
    runOne: () => applyNextInstall({ installs, portals, tokens, clients, transport, app, logger, ...rest }),
    nextInMs: async () => null,
    concurrency: 1,
    logger,
  });
  return {
    async stop() {
      await Promise.all([pump.stop(), registering]);
    },
  };
}

async function wokenBy(handle: DatabaseHandle, channel: "botdeck_inbox" | "botdeck_outbox", pump: Pump): Promise<Role> {
  const unlisten = await listen(handle, channel, pump.wake, pump.wake);
  return {
    async stop() {
      await pump.stop();
      // The connection is closed next; with Postgres away there is nothing to take leave of.
      await unlisten().catch(() => {});
    },
  };
}
