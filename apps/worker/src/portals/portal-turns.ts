import type { PollerLocks, Portal, Portals } from "@botdeck/db";

import type { PortalLanes } from "./portal-lanes.ts";

/** Does work about a portal, as it is by then, while no other process does any; not at all while another one does. */
export type PortalTurns = (portalId: string, work: (portal: Portal) => Promise<void>) => Promise<void>;

/**
 * What people want done about a portal is done by one process at a time: else one would take the bots off while another, asked a
 * moment later, registers them, and what is left would be neither.
 */
export function createPortalTurns({ locks, portals }: { locks: PollerLocks; portals: Portals }): PortalTurns {
  return async (portalId, work) => {
    await locks.run(`portal-wish:${portalId}`, async () => {
      const portal = await portals.byId(portalId);
      if (portal !== null) await work(portal);
    });
  };
}

/** The same turns, begun without waiting for their end: those of other portals go on beside one that hangs. */
export function besideOthers(inTurn: PortalTurns, lanes: PortalLanes): PortalTurns {
  return async (portalId, work) => void (await lanes.enter(portalId, () => inTurn(portalId, work)));
}
