import type { Transport } from "@botdeck/b24-client";
import { createEventTokens, createOAuthTokens } from "@botdeck/db";
import { createActAs, createPortalClients } from "@botdeck/portal-clients";

import type { Carriers } from "../deliverer/carrier.ts";
import { createPortalCarriers } from "../deliverer/portal-carriers.ts";
import { createKnownRows } from "../known-rows.ts";
import type { World } from "./world.ts";

/** The carriers of a deployment without an app, whose calls leave by this transport. */
export function webhookCarriers({ db, box, portals, deps: { notifying } }: World, transport: Transport): Carriers {
  const tokens = createOAuthTokens(db, box);
  const deps = { db, portals, tokens, eventTokens: createEventTokens(db, box), transport, app: null };
  const clients = createPortalClients(deps);
  const known = createKnownRows(portals);
  return createPortalCarriers({
    db,
    known,
    portals,
    clients,
    actAs: createActAs({ ...deps, clients }),
    onReauth() {},
    rules: notifying.rules,
  });
}
