import { createFakePortal } from "@botdeck/b24-client/testing";
import { notifyBot } from "@botdeck/bots";
import { newId } from "@botdeck/core/ids";
import { createOAuthTokens, INSTALLER, notificationRule } from "@botdeck/db";
import { BUILT_IN_RULES } from "@botdeck/notifications";
import { createPortalClients } from "@botdeck/portal-clients";
import { afterAll, beforeAll, expect, test } from "vitest";

import { readPortalRules } from "../notifications/portal-rules.ts";
import { createWorld, type World } from "../testing/world.ts";
import { bindEvents } from "./bind-events.ts";
import { createEventsInStep } from "./events-in-step.ts";
import { createPortalLanes } from "./portal-lanes.ts";
import { createTriedLately } from "./tried-lately.ts";

const HANDLER = "https://bots.example/bitrix/events";

let world: World;
beforeAll(async () => void (world = await createWorld(notifyBot)));
afterAll(() => world.close());

test("a portal posts what its rules want to know, and no longer what none wants any more", async () => {
  const { db, box, portals, logger } = world;
  const tokens = createOAuthTokens(db, box);
  const installed = await portals.keepInstall({
    memberId: "member-1",
    domain: "other.example",
    clientEndpoint: "https://other.example/rest/",
    serverEndpoint: "https://oauth.example/rest/",
    applicationToken: "application-token",
  });
  await tokens.put(installed.id, INSTALLER, {
    accessToken: "a",
    refreshToken: "r",
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  await portals.setState(installed.id, "active");
  const row = { portalId: installed.id, code: "notify", name: "N", eventMode: "webhook" as const, newBotToken: null };
  await portals.markRegistered((await portals.ensureBot(row)).id, "7002");
  const posted = new Set<string>();
  let isDown = false;
  const methods = {
    "event.get": () => [...posted].map((event) => ({ event, handler: HANDLER, auth_type: 0, offline: 0 })),
    "event.bind": ({ event }: Record<string, unknown>) => posted.add(String(event)).size > 0,
    "event.unbind": ({ event }: Record<string, unknown>) => ({ count: posted.delete(String(event)) ? 1 : 0 }),
  };
  const { transport, requests } = createFakePortal(methods, () => (isDown ? { status: 502, body: "" } : undefined));
  const app = { clientId: "local.app", clientSecret: "s3cret" };
  const clients = createPortalClients({ db, portals, tokens, transport, app });
  const rulesOf = (portalId: string) => readPortalRules(portalId, { db, portals });
  const deps = { clients, rulesOf, eventsUrl: HANDLER, logger };
  let now = 0;
  const lanes = createPortalLanes({ places: 1, logger });
  const look = createEventsInStep({ db, portals, lanes, tried: createTriedLately(() => now), ...deps });
  const inStep = async () => {
    await look();
    await lanes.settled();
  };
  const portal = await portals.byId(installed.id);
  if (portal === null) throw new Error("the portal is not kept");

  await bindEvents(portal, deps);
  const ofTickets = ["ONTASKCOMMENTADD", "ONTASKDELETE", "ONTASKUPDATE"];
  expect([...posted].toSorted()).toEqual([
    "ONCRMDEALADD",
    "ONCRMDEALUPDATE",
    "ONCRMLEADADD",
    "ONTASKADD",
    ...ofTickets,
  ]);
  await inStep();
  const before = requests.length;
  await inStep();
  expect(requests).toHaveLength(before);

  const crm = BUILT_IN_RULES.filter(({ trigger }) => trigger.kind === "record" && trigger.record !== "task");
  const off = crm.map(({ code, ...rule }) => ({
    id: newId(),
    portalId: portal.id,
    code,
    rule,
    isEnabled: false,
    updatedBy: "a test",
  }));
  await db.insert(notificationRule).values(off);
  await inStep();
  expect([...posted].toSorted()).toEqual(["ONTASKADD", ...ofTickets]);

  await db.delete(notificationRule);
  isDown = true;
  await inStep();
  expect(posted.has("ONCRMLEADADD")).toBe(false);
  // What failed is begun again without another change, but not at each look.
  isDown = false;
  const asked = requests.length;
  await inStep();
  expect(requests).toHaveLength(asked);
  now += 30_000;
  await inStep();
  expect(posted.has("ONCRMLEADADD")).toBe(true);
});
