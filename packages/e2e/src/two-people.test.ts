import { createUndiciTransport } from "@botdeck/b24-client";
import {
  bot,
  createEventTokens,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  eventToken,
  inboxEvent,
} from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { createActAs, createPortalClients } from "@botdeck/portal-clients";
import { expect, onTestFinished, test } from "vitest";

import { type Deployment, startDeployment } from "./system/deployment.ts";

/** Two people of the emulated portal, and somebody who never writes to the bot. */
const [EMMA, PAVEL, SILENT] = ["3", "4", "2"];
const ROUNDS = 50;
const DEALS = 2;
/** The portal has more of them than one page. */
const NEWEST_FIRST = { id: "DESC" };

type Recorded = { method: string; params: { filter?: Record<string, string> }; auth: string; userId: number | null };

/** The platform's own door to people's rights, on a deployment that takes their words through its gateway. */
async function setup() {
  const deployment = await startDeployment(undefined, { scopes: ["crm"] });
  const { db, environment } = deployment;
  const box = createSecretBox(environment["BOTDECK_SECRET_KEY"] ?? "");
  const transport = createUndiciTransport();
  onTestFinished(() => transport.close());
  const [portals, tokens, eventTokens] = [
    createPortals(db, box),
    createOAuthTokens(db, box),
    createEventTokens(db, box),
  ];
  const app = { clientId: environment["B24_CLIENT_ID"] ?? "", clientSecret: environment["B24_CLIENT_SECRET"] ?? "" };
  const deps = { db, portals, tokens, eventTokens, transport, app };
  const actAs = createActAs({ ...deps, clients: createPortalClients(deps) });

  const findAssistant = async () =>
    (await db.select().from(bot)).find(({ code, state }) => code === "sales" && state === "active");
  const isConnected = async () =>
    (await portals.inState("active")).length === 1 && (await findAssistant()) !== undefined;
  await waitUntil(isConnected, { timeoutMs: 60_000 });
  const [[portal], assistant] = [await portals.inState("active"), await findAssistant()];
  if (portal === undefined || assistant === undefined) throw new Error("the portal was not connected in time");
  const portalId = portal.id;

  /** The deals that somebody sees, asked for in a way by which the portal's record tells who asked. */
  async function dealsOf(userId: string): Promise<string[]> {
    const { client } = await actAs((await portals.byId(portalId)) ?? expect.fail(), userId);
    const filter = { "!title": `asked by ${userId}` };
    const { items = [] } = await client.call("crm.item.list", { entityTypeId: DEALS, filter, order: NEWEST_FIRST });
    return (items ?? []).map(({ title }) => title ?? "").toSorted();
  }

  return { deployment, db, portals, portal, assistant, actAs, dealsOf };
}

async function call<Answer>({ portalUrl }: Deployment, path: string, body?: unknown): Promise<Answer> {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(new URL(path, portalUrl), body === undefined ? {} : post);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer; // safe: both sides are in this repository
}

/** Any method with the rights of a person, as the portal's own pages have them. */
const act = <Answer>(deployment: Deployment, userId: string, method: string, params: object) =>
  call<{ result: Answer }>(deployment, "/emulator/api/act", { as: userId, method, params });

async function addDeal(deployment: Deployment, title: string, assignedById: string): Promise<void> {
  await act(deployment, "1", "crm.item.add", { entityTypeId: DEALS, fields: { title, assignedById, opened: "N" } });
}

/** What the portal's own page of deals shows somebody. */
async function titlesFor(deployment: Deployment, userId: string): Promise<string[]> {
  const shown = await act<{ items: { title: string }[] }>(deployment, userId, "crm.item.list", {
    entityTypeId: DEALS,
    order: NEWEST_FIRST,
  });
  return shown.result.items.map(({ title }) => title).toSorted();
}

/** They write to the bot in private. */
async function say(deployment: Deployment, userId: string, botUserId: string, text: string): Promise<void> {
  const dialog = await call<{ id: string }>(deployment, "/emulator/api/dialogs", { as: userId, botId: botUserId });
  await call(deployment, `/emulator/api/dialogs/${dialog.id}/messages`, { as: userId, text });
}

test("two people who ask the same at the same instant get each what the portal grants them, fifty times over", async () => {
  const { deployment, db, assistant, actAs, portal, portals, dealsOf } = await setup();
  // So many questions would take a small plan's portal a minute.
  await portals.setRequestLimit(portal.id, "enterprise");
  await deployment.emulator.setFaults({ limits: { requests: "250/5" } });
  for (const title of ["Emma's desk", "Emma's chair"]) await addDeal(deployment, title, EMMA);
  for (const title of ["Pavel's lamp", "Pavel's shelf", "Pavel's bed"]) await addDeal(deployment, title, PAVEL);

  // Their tokens come with their words, through the gateway.
  await Promise.all([EMMA, PAVEL].map((person) => say(deployment, person, assistant.bitrixBotId ?? "", "Hello")));
  expect(await waitUntil(async () => (await db.$count(eventToken)) === 2, { timeoutMs: 30_000 })).toBe(true);
  // A dialog's opening brings its person's token as well, so the words may come after both.
  const bodiesOf = async () => JSON.stringify(await db.select().from(inboxEvent));
  const areHeard = async () => (await bodiesOf()).match(/"text":"Hello"/g)?.length === 2;
  expect(await waitUntil(areHeard, { timeoutMs: 30_000 })).toBe(true);
  const bodies = await bodiesOf();
  expect(bodies).not.toMatch(/access_token|refresh_token/);

  const granted = new Map<string, string[]>();
  for (const person of [EMMA, PAVEL]) granted.set(person, await titlesFor(deployment, person));
  expect(granted.get(EMMA)).toEqual(expect.arrayContaining(["Emma's chair", "Emma's desk"]));
  expect(granted.get(EMMA)?.join()).not.toContain("Pavel's");
  expect(granted.get(PAVEL)).toEqual(expect.arrayContaining(["Pavel's bed", "Pavel's lamp", "Pavel's shelf"]));
  expect(granted.get(PAVEL)?.join()).not.toContain("Emma's");
  const { next } = await call<{ next: number }>(deployment, "/emulator/api/record");
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? [EMMA, PAVEL, EMMA] : [PAVEL, EMMA, PAVEL];
    const seen = await Promise.all(order.map(async (person) => ({ person, deals: await dealsOf(person) })));
    for (const { person, deals } of seen)
      expect({ round, person, deals }).toEqual({ round, person, deals: granted.get(person) });
  }

  // The portal's own record is the witness: whose rights each call had, beside who it was made for.
  const { calls } = await call<{ calls: Recorded[] }>(deployment, `/emulator/api/record?since=${next}`);
  const asked = calls.filter(({ method }) => method === "crm.item.list");
  expect(asked).toHaveLength(ROUNDS * 3);
  for (const { params, userId, auth } of asked) {
    expect([auth, params.filter?.["!title"]]).toEqual(["oauth", `asked by ${userId}`]);
  }
  expect(new Set(asked.map(({ userId }) => String(userId)))).toEqual(new Set([EMMA, PAVEL]));
  await expect(actAs(portal, SILENT)).rejects.toMatchObject({ name: "GrantNeeded", userId: SILENT });
});
