import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import type { SecretBox } from "../secret-box.ts";
import { botsOfPortals } from "./portals/bots-of-portals.ts";
import { keepPortals } from "./portals/keep-portals.ts";
import { portalSecrets } from "./portals/portal-secrets.ts";
import { portalStates } from "./portals/portal-states.ts";
import { readPortals } from "./portals/read-portals.ts";

export type { Removal } from "./portals/portal-states.ts";
export type Portals = ReturnType<typeof createPortals>;

/** Portals and the bots on them. Secrets go in and come out in the clear here, and lie sealed in the tables. */
export function createPortals(db: Database, box: SecretBox) {
  const store = { db, box, tell: () => announce(db, "botdeck_portals", null) };
  return {
    ...readPortals(store),
    ...keepPortals(store),
    ...portalStates(store),
    ...portalSecrets(store),
    ...botsOfPortals(store),
  };
}
