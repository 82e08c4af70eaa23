import { bindOnline } from "@botdeck/b24-client";
import type { Portal, Portals } from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import type { PortalRules } from "../notifications/portal-rules.ts";
import { onlineEventsFor } from "../recovery/portal-changes.ts";

export type BindDeps = {
  clients: Pick<PortalClients, "for">;
  /** As they are now. */
  rulesOf: (portalId: string) => Promise<Pick<PortalRules, "rules">>;
  /** Where events go, such as `https://bots.example/bitrix/events`. */
  eventsUrl: string;
  logger: Logger;
};

/**
 * Has a portal post what happens to its tasks, and what its rules want to know; what none wants any more it posts no longer. Doing it
 * again is harmless. A portal that refuses works all the same: its queue of changes is read now and then.
 *
 * @returns Whether it posts now what it should; one of a webhook should post nothing.
 */
export async function bindEvents(portal: Portal, { clients, rulesOf, eventsUrl, logger }: BindDeps): Promise<boolean> {
  // A webhook has no events; what changed there is looked for.
  if (portal.auth !== "oauth") return true;
  try {
    const wanted = onlineEventsFor((await rulesOf(portal.id)).rules);
    const { bound, unbound } = await bindOnline(clients.for(portal), { ...wanted, handlerUrl: eventsUrl });
    const changes = { domain: portal.domain, bound, unbound };
    if (bound.length + unbound.length > 0) logger.info(changes, "the portal posts what its rules want to know");
    return true;
  } catch (error) {
    logger.warn({ err: error, domain: portal.domain }, "the portal does not post what its rules want to know");
    return false;
  }
}

/** The same for all portals, since an update of the app may have dropped it, and a new release may want more. */
export async function bindEventsOfPortals({ portals, ...deps }: BindDeps & { portals: Portals }): Promise<void> {
  for (const portal of await portals.inState("active")) await bindEvents(portal, deps);
}
