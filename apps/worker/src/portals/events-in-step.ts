import { type Database, type Portals, ruleVersions } from "@botdeck/db";

import { bindEvents, type BindDeps } from "./bind-events.ts";

type Deps = BindDeps & { db: Database; portals: Pick<Portals, "byId"> };

/**
 * Keeps what portals post in step with their rules. The first look only learns what the rules are: portals are gone through when
 * the process begins.
 *
 * @returns Looks once, and binds where rules have changed since the look before.
 */
export function createEventsInStep({ db, portals, ...deps }: Deps): () => Promise<void> {
  let seen: ReadonlyMap<string, string> | null = null;
  return async () => {
    const before = seen;
    const now = await ruleVersions(db);
    seen = now;
    if (before === null) return;
    const all = new Set([...before.keys(), ...now.keys()]);
    for (const portalId of all) {
      if (before.get(portalId) === now.get(portalId)) continue;
      const portal = await portals.byId(portalId);
      if (portal?.state === "active") await bindEvents(portal, deps);
    }
  };
}
