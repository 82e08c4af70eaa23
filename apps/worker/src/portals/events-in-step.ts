import { type Database, type Portals, ruleVersions } from "@botdeck/db";

import { bindEvents, type BindDeps } from "./bind-events.ts";
import type { PortalLanes } from "./portal-lanes.ts";

type Deps = BindDeps & { db: Database; portals: Pick<Portals, "byId">; lanes: PortalLanes };

/**
 * Keeps what portals post in step with their rules. The first look only learns what the rules are: portals are gone through when
 * the process begins.
 *
 * @returns Looks once, and begins to bind where rules have changed since the look before.
 */
export function createEventsInStep({ db, portals, lanes, ...deps }: Deps): () => Promise<void> {
  let seen: ReadonlyMap<string, string> | null = null;
  return async () => {
    const before = seen;
    const now = await ruleVersions(db);
    if (before === null) {
      seen = now;
      return;
    }
    const known = new Map(before);
    seen = known;
    for (const portalId of new Set([...before.keys(), ...now.keys()])) {
      const version = now.get(portalId);
      if (before.get(portalId) === version) continue;
      // Where something is under way still, the change is seen anew by the next look.
      if (!lanes.begin(portalId, () => bind(portalId))) continue;
      if (version === undefined) known.delete(portalId);
      else known.set(portalId, version);
    }
  };

  async function bind(portalId: string): Promise<void> {
    const portal = await portals.byId(portalId);
    if (portal?.state === "active") await bindEvents(portal, deps);
  }
}
