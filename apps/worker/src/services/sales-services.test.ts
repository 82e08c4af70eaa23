import { type B24Client, createB24Client, createLocalBudget, createUndiciTransport } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { createCallWayCache } from "@botdeck/crm";
import type { Portal } from "@botdeck/db";
import { type ActAs, GrantNeeded } from "@botdeck/portal-clients";
import { afterAll, beforeAll, expect, test } from "vitest";

import { startEmulator } from "../testing/start-emulator.ts";
import type { Speaking } from "./portal-services.ts";
import { createSalesServices } from "./sales-services.ts";

/** The demo portal's administrator, and two who sell. */
const [VERA, EMMA, PAVEL] = ["1", "3", "4"];
const SCOPES = ["crm", "task", "telephony", "user"];

const transport = createUndiciTransport();
const clients = new Map<string, B24Client>();
/** Whose rights each call had. */
let asked: string[] = [];
let emulator: Awaited<ReturnType<typeof startEmulator>>;

beforeAll(async () => {
  emulator = await startEmulator();
  for (const userId of [VERA, EMMA, PAVEL]) {
    const { url } = await emulator.control<{ url: string }>("/webhooks", { userId, scopes: SCOPES });
    clients.set(userId, createB24Client({ portal: { kind: "webhook", url }, transport, budget: createLocalBudget() }));
  }
  const act = (as: string, method: string, params: object) => emulator.control("/act", { as, method, params });
  for (const [ownerId, title] of [
    [EMMA, "Emma's desk"],
    [PAVEL, "Pavel's lamp"],
    [PAVEL, "Pavel's shelf"],
  ] as const) {
    const fields = { title, assignedById: ownerId, opened: "N", opportunity: 100, currencyId: "USD" };
    await act(VERA, "crm.item.add", { entityTypeId: 2, fields });
  }
  await act(VERA, "crm.item.add", {
    entityTypeId: 3,
    fields: { name: "Greta", lastName: "Hidden", assignedById: PAVEL, opened: "N" },
  });
});
afterAll(async () => {
  await emulator.stop();
  await transport.close();
});

function clientOf(userId: string): B24Client {
  const client = clients.get(userId);
  if (client === undefined) throw new GrantNeeded("portal", userId);
  return client;
}

function servicesOf(personId: string, actAs?: ActAs) {
  const acting: ActAs = async (_portal, userId) => {
    asked.push(userId);
    return { client: clientOf(userId), by: "event" };
  };
  const portal = { id: "portal", domain: "portal.example", clientEndpoint: null } as Portal;
  const services = createSalesServices({
    actAs: actAs ?? acting,
    portalById: async () => portal,
    clientOf: async () => clientOf(VERA),
    callWays: createCallWayCache(),
  });
  const dialog = { id: personId, chatId: null, type: "private" as const, title: "", entityId: null };
  const person = { id: personId, name: "", kind: "employee" as const };
  return services.of({ portalId: "portal", botId: "bot", conversationId: "talk", dialog, person } satisfies Speaking);
}

test("two people who ask the same at the same instant get each their own deals, by their own tokens", async () => {
  asked = [];
  const pages = await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? EMMA : PAVEL)).map(async (personId) => {
      const { deals, sums } = await servicesOf(personId).openDeals(1, 500);
      return { personId, titles: deals.map(({ title }) => title), sums };
    }),
  );
  for (const { personId, titles } of pages) {
    const [own, others] = personId === EMMA ? ["Emma's", "Pavel's"] : ["Pavel's", "Emma's"];
    expect(titles.join()).toContain(own);
    expect(titles.join()).not.toContain(others);
  }
  expect(asked.filter((userId) => userId === EMMA)).toHaveLength(10);
  expect(asked).not.toContain(VERA);
});

test("a client is found, read and called by who may see them, and is nobody for others", async () => {
  const [found] = (await servicesOf(PAVEL).findClients("Hidden")).clients;
  expect(found).toMatchObject({ kind: "contact", name: "Greta Hidden" });
  expect((await servicesOf(EMMA).findClients("Hidden")).clients).toEqual([]);
  expect(await servicesOf(EMMA).readClient("contact", found?.id ?? "")).toBeNull();
  expect(await servicesOf(PAVEL).readClient("contact", found?.id ?? "")).toMatchObject({ name: "Greta Hidden" });
});

test("a permission that is missing is told as such, also when a call finds out; and whose rights these are", async () => {
  await expect(servicesOf("99").openDeals(1, 8)).rejects.toMatchObject({ name: "GrantNeeded", userId: "99" });
  const deep: ActAs = async () => {
    throw new AppError("unreachable", "Not sent", { cause: new GrantNeeded("portal", EMMA) });
  };
  await expect(servicesOf(EMMA, deep).findClients("Anna")).rejects.toMatchObject({ name: "GrantNeeded" });
  expect(await servicesOf(EMMA).hasOwnerRights()).toBe(false);
  const webhook: ActAs = async () => {
    throw new AppError("unsupported", "The webhook knows its owner's rights alone");
  };
  expect(await servicesOf(EMMA, webhook).hasOwnerRights()).toBe(false);
  const owners: ActAs = async () => ({ client: clientOf(VERA), by: "owner" });
  expect(await servicesOf(EMMA, owners).hasOwnerRights()).toBe(true);
});
