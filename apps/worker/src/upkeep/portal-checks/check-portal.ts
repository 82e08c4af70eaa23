import type { CallOptions } from "@botdeck/b24-client";
import type { DatabaseHandle, Portal, PortalFinding, Portals } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { PortalClients } from "@botdeck/portal-clients";

import type { PortalRules } from "../../notifications/portal-rules.ts";
import { found } from "./finding.ts";
import { lookAtBots } from "./look-at-bots.ts";
import { lookAtEvents } from "./look-at-events.ts";
import { lookAtReach } from "./look-at-reach.ts";
import { lookAtApp, lookAtOwner, lookAtRevision, lookAtScopes } from "./look-at-rights.ts";
import { lookAtSecrets, sealedOtherwise } from "./look-at-secrets.ts";
import { lookAtToken } from "./look-at-token.ts";

/** Nobody's reply waits for this: the lowest lane, and patient. */
const CALLS: CallOptions = { lane: "digest", maxWaitMs: 60_000 };

export type CheckDeps = {
  db: DatabaseHandle["db"];
  portals: Pick<Portals, "botsOf" | "botToken" | "webhookUrl" | "applicationToken">;
  clients: Pick<PortalClients, "for">;
  definitions: readonly AnyBot[];
  /** Where the portal posts events of bots and records. */
  eventsUrl: string;
  rulesOf: (portalId: string) => Promise<Pick<PortalRules, "rules">>;
};

/** Looks at all of a portal's health that we can see from here. What the portal is asked changes nothing there. */
export async function checkPortal(portal: Portal, deps: CheckDeps): Promise<readonly PortalFinding[]> {
  const { db, portals, clients, definitions, eventsUrl, rulesOf } = deps;
  const bots = await portals.botsOf(portal.id);
  const secrets = lookAtSecrets(portal, { bots, definitions }, portals);
  if (!secrets.isReachable) return sealedOtherwise(secrets.closed);
  const client = clients.for(portal);
  const token = await found("token", () => lookAtToken(db, portal));
  const reach = await lookAtReach(client, CALLS);
  const findings = [...sealedOtherwise([...secrets.closed, ...reach.closed]), ...reach.findings];
  if (!reach.isThere) return [...findings, ...token];
  const looks = await Promise.all([
    found("scopes", () => lookAtScopes(client, definitions, CALLS)),
    found("revision", () => lookAtRevision(client, portal, CALLS)),
    found("owner", () => lookAtOwner(client, CALLS)),
    portal.auth === "oauth" ? found("app", () => lookAtApp(client, CALLS)) : [],
    found("events", async () => {
      const { rules } = await rulesOf(portal.id);
      return await lookAtEvents(client, { portal, rules, eventsUrl }, CALLS);
    }),
    found("bots", () => lookAtBots(client, { bots, definitions, tokenOf: portals.botToken }, CALLS)),
  ]);
  return [...findings, ...token, ...looks.flat()];
}
