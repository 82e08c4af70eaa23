import type { Portals } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { registerBots } from "./register-bots.ts";

type Deps = {
  portals: Portals;
  clients: PortalClients;
  definitions: readonly AnyBot[];
  eventsUrl: string;
  logger: Logger;
};

/**
 * Puts the bots that a new release brought, or that could not be registered before, to work on every connected portal.
 * A portal that has them all is not called.
 */
export async function registerNewBots({ logger, ...deps }: Deps): Promise<void> {
  for (const portal of await deps.portals.inState("active")) {
    const known = await deps.portals.botsOf(portal.id);
    // A bot that somebody removed on the portal stays away until the portal is connected anew.
    const settled = new Set(
      known.filter(({ state }) => state === "active" || state === "removed").map(({ code }) => code),
    );
    const definitions = deps.definitions.filter(({ code }) => !settled.has(code));
    if (definitions.length === 0) continue;
    try {
      const bots = await registerBots(portal, deps.clients.for(portal), { ...deps, definitions });
      logger.info({ domain: portal.domain, bots: bots.map(({ code }) => code) }, "new bots are registered");
    } catch (error) {
      logger.warn(
        { err: error, domain: portal.domain },
        "new bots could not be registered; the next start tries again",
      );
    }
  }
}
