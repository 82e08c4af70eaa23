import { bindOnline } from "@botdeck/b24-client";
import type { Portal, Portals } from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { ONLINE_EVENTS } from "../recovery/portal-changes.ts";

type Deps = {
  clients: Pick<PortalClients, "for">;
  /** Where events go, such as `https://bots.example/bitrix/events`. */
  eventsUrl: string;
  logger: Logger;
};

/**
 * Has a portal post what happens to its tasks. Doing it again is harmless. A portal that refuses works all the same: its queue of
 * changes is read now and then.
 */
export async function bindEvents(portal: Portal, { clients, eventsUrl, logger }: Deps): Promise<void> {
  // A webhook has no events; who waits for a task there looks at it.
  if (portal.auth !== "oauth") return;
  try {
    const bound = await bindOnline(clients.for(portal), { events: ONLINE_EVENTS, handlerUrl: eventsUrl });
    if (bound.length > 0) logger.info({ domain: portal.domain, bound }, "the portal posts what happens to its tasks");
  } catch (error) {
    logger.warn({ err: error, domain: portal.domain }, "the portal does not post what happens to its tasks");
  }
}

/** The same for all portals, since an update of the app may have dropped it, and a new release may want more. */
export async function bindEventsOfPortals({ portals, ...deps }: Deps & { portals: Portals }): Promise<void> {
  for (const portal of await portals.inState("active")) await bindEvents(portal, deps);
}
