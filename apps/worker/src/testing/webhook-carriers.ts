import type { Transport } from "@botdeck/b24-client";
import { createEventTokens, createOAuthTokens } from "@botdeck/db";
import { type ActAs, createActAs, createPortalClients } from "@botdeck/portal-clients";

import type { Carriers } from "../deliverer/carrier.ts";
import { createPortalCarriers } from "../deliverer/portal-carriers.ts";
import { createKnownRows } from "../known-rows.ts";
import type { World } from "./world.ts";

/**
 * The carriers of a deployment without an app, whose calls leave by this transport.
 *
 * @param actAs Stands in for how people's rights are had; by default they are the webhook owner's.
 */
export function webhookCarriers(
  { db, box, portals, deps: { notifying } }: World,
  transport: Transport,
  actAs?: (real: ActAs) => ActAs,
): Carriers {
  const tokens = createOAuthTokens(db, box);
  const deps = { db, portals, tokens, eventTokens: createEventTokens(db, box), transport, app: null };
  const clients = createPortalClients(deps);
  const known = createKnownRows(portals);
  const real = createActAs({ ...deps, clients });
  return createPortalCarriers({
    db,
    known,
    portals,
    clients,
    actAs: actAs?.(real) ?? real,
    onReauth() {},
    rules: notifying.rules,
  });
}
