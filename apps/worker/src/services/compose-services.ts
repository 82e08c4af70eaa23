import type { FileTransport, Transport } from "@botdeck/b24-client";
import { createCallWayCache } from "@botdeck/crm";
import {
  createAuthorizationRequests,
  createEventTokens,
  createOAuthTokens,
  createOrderSources,
  createPortals,
  type SecretBox,
} from "@botdeck/db";
import { type BitrixApp, createActAs, createPortalClients } from "@botdeck/portal-clients";

import type { KnownRows } from "../known-rows.ts";
import { createPortalRules } from "../notifications/portal-rules.ts";
import { createClaimServices } from "../notifications/take/claim-services.ts";
import type { Databases } from "../open-databases.ts";
import { authorizationLink } from "../portals/ask-to-authorize.ts";
import { createBotServices } from "./bot-services.ts";
import { createOutside } from "./create-outside.ts";
import { createDirectories } from "./directories.ts";
import { createHelpdeskServices } from "./helpdesk-services.ts";
import { createHrServices } from "./hr-services.ts";
import { createHrTeam } from "./hr-team.ts";
import { createNotifyServices } from "./notify-services.ts";
import { createOnCall } from "./on-call.ts";
import { createOnCallServices } from "./on-call-services.ts";
import { createPortalServices } from "./portal-services.ts";
import { createPreferenceServices } from "./preference-services.ts";
import { createReportReader } from "./report-reader.ts";
import { createReportServices } from "./report-services.ts";
import { createSalesServices } from "./sales-services.ts";
import { createServiceChatServices } from "./service-chat-services.ts";

type Deps = {
  databases: Pick<Databases, "handle" | "quick">;
  box: SecretBox;
  known: KnownRows;
  transport: Transport;
  files: FileTransport;
  app: BitrixApp | null;
};

export type WorkerServices = ReturnType<typeof composeServices>;

/** What bots and flows may ask, of portals and of our own rows, and what it is made of. */
export function composeServices({ databases: { handle, quick }, box, known, transport, files, app }: Deps) {
  // What bots and flows ask portals while somebody waits; effects leave through clients of the deliverer's own.
  const portals = createPortals(quick.db, box);
  const clients = createPortalClients({
    db: quick.db,
    portals,
    tokens: createOAuthTokens(handle.db, box),
    transport,
    app,
  });
  const store = createPortalServices({ db: quick.db, clients, orderSources: createOrderSources(quick.db, box) });
  const eventTokens = createEventTokens(handle.db, box);
  const actAs = createActAs({
    db: quick.db,
    portals,
    tokens: createOAuthTokens(handle.db, box),
    eventTokens,
    transport,
    app,
    clients,
  });
  const directoryOf = createDirectories(clients);
  const requests = createAuthorizationRequests(handle.db, box);
  const permissionLink = async (portalId: string, userId: string) => {
    const portal = await known.portalById(portalId);
    return portal === null ? null : await authorizationLink(portal, userId, { app, requests });
  };
  const clientOf = (portalId: string) => clients.forPortal(portalId);
  const callWays = createCallWayCache();
  const rules = createPortalRules({ db: quick.db, portals });
  const timeZoneOf = async (portalId: string) => (await rules.find(portalId)).settings.timeZone;
  const onCall = createOnCall({ db: quick.db, timeZoneOf });
  const notifying = { rules, onCall: onCall.named, now: () => new Date() };
  const asking = { actAs, portalById: known.portalById };
  const team = createHrTeam({ db: handle.db, directoryOf, clientOf });
  const reader = createReportReader({ directoryOf, clientOf });
  const services = createBotServices({
    store,
    sales: createSalesServices({ ...asking, clientOf, callWays }),
    helpdesk: createHelpdeskServices({ db: handle.db, directoryOf }),
    hr: createHrServices({ ...asking, db: handle.db, directoryOf, team }),
    report: createReportServices({ ...asking, db: handle.db, directoryOf, reader }),
    notify: createNotifyServices({
      claims: createClaimServices({ db: handle.db, rules }),
      onCall: createOnCallServices({ ...asking, db: handle.db, onCall, directoryOf, now: notifying.now }),
      preferences: createPreferenceServices({ db: handle.db, directoryOf }),
      chats: createServiceChatServices({ db: handle.db, directoryOf, clientOf }),
    }),
  });
  const outside = createOutside({ ...asking, db: handle.db, known, portals, clients, files, services, directoryOf });
  return {
    portals,
    clients,
    clientOf,
    store,
    services,
    outside,
    actAs,
    directoryOf,
    team,
    reader,
    rules,
    onCall,
    notifying,
    callWays,
    permissionLink,
  };
}
