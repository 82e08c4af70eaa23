import { type Database, type Portals, ruleVersions } from "@botdeck/db";

import { bindEvents, type BindDeps } from "./bind-events.ts";
import type { PortalLanes } from "./portal-lanes.ts";
import type { createTriedLately } from "./tried-lately.ts";

type Deps = BindDeps & {
  db: Database;
  portals: Pick<Portals, "byId">;
  lanes: PortalLanes;
  /** Of its own: by the ids of portals. */
  tried: ReturnType<typeof createTriedLately>;
};

/**
 * Keeps what portals post in step with their rules. The first look only learns what the rules are: portals are gone through when
 * the process begins.
 *
 * @returns Looks once, and begins to bind where rules have changed since the portal was last bound; what failed is begun again.
 */
export function createEventsInStep({ db, portals, lanes, tried, ...deps }: Deps): () => Promise<void> {
  let known: Map<string, string> | null = null;
  return async () => {
    const now = await ruleVersions(db);
    if (known === null) {
      known = new Map(now);
      return;
    }
    const bound = known;
    for (const portalId of new Set([...bound.keys(), ...now.keys()])) {
      const version = now.get(portalId);
      if (bound.get(portalId) === version || tried.has(portalId)) continue;
      // Where something is under way still, or it fails, the change is seen anew by a later look.
      await lanes.enter(portalId, async () => {
        if (!(await bind(portalId))) return tried.failed(portalId);
        tried.worked(portalId);
        if (version === undefined) bound.delete(portalId);
        else bound.set(portalId, version);
      });
    }
  };

  /** @returns Whether nothing is left to do. One that is not active is bound once it is connected again. */
  async function bind(portalId: string): Promise<boolean> {
    const portal = await portals.byId(portalId);
    return portal?.state !== "active" || (await bindEvents(portal, deps));
  }
}
