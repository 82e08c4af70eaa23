import { notifyBot } from "@botdeck/bots";
import {
  type B24Client,
  type BotApi,
  createB24Client,
  createBotApi,
  createLocalBudget,
  createUndiciTransport,
} from "@botdeck/b24-client";
import { createDirectory } from "@botdeck/crm";
import { outboxEffect, serviceChat } from "@botdeck/db";
import type { ActAs, PortalClients } from "@botdeck/portal-clients";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { createPortalCarriers } from "../deliverer/portal-carriers.ts";
import { createKnownRows } from "../known-rows.ts";
import { createPortalRules } from "../notifications/portal-rules.ts";
import { createServiceChatServices } from "../services/service-chat-services.ts";
import { startEmulator } from "../testing/start-emulator.ts";
import { createWorld, textsOf, type World } from "../testing/world.ts";
import { keepInStep } from "./service-chats.ts";

const MINUTE_MS = 60_000;

const transport = createUndiciTransport();
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let client: B24Client;
beforeAll(async () => {
  emulator = await startEmulator();
  const scopes = ["imbot", "im", "user", "department", "sonet_group"];
  const { url } = await emulator.control<{ url: string }>("/webhooks", { userId: "1", scopes });
  const budget = createLocalBudget({ limits: { burst: 10_000, perSecond: 10_000 } });
  client = createB24Client({ portal: { kind: "webhook", url }, transport, budget });
});
afterAll(async () => {
  await emulator.stop();
  await transport.close();
});

let world: World;
beforeEach(async () => void (world = await createWorld(notifyBot)));
afterEach(() => world.close());

const clientOf = async () => client;
// Nothing is remembered, so that each look sees the company as it is.
const directoryOf = async () => createDirectory(client);
const deps = () => ({
  ...world,
  known: createKnownRows(world.portals),
  rules: world.deps.notifying.rules,
  clientOf,
  directoryOf,
});

async function register(version: "v1" | "v2"): Promise<BotApi> {
  const api = createBotApi(client, version);
  const events =
    version === "v2"
      ? ({ eventMode: "fetch" } as const)
      : ({ eventMode: "webhook", webhookUrl: "http://127.0.0.1:9/bitrix/events" } as const);
  const profile = { code: `notify-${version}`, name: "Notifications", type: "bot" as const, botToken: "token" };
  const { bitrixBotId } = await api.register({ ...profile, ...events });
  await world.portals.markRegistered(world.bot.id, bitrixBotId, version);
  return api;
}

function servicesFor(personId: string) {
  const { portal, bot } = world;
  const dialog = { id: personId, chatId: null, type: "private" as const, title: "", entityId: null };
  const person = { id: personId, name: "Somebody", kind: "employee" as const };
  const speaking = { portalId: portal.id, botId: bot.id, conversationId: bot.id, dialog, person };
  return createServiceChatServices({ db: world.db, clientOf, directoryOf }).of(speaking);
}

async function deliver(): Promise<void> {
  const { db, portals } = world;
  // safe: no other client is asked for
  const clients = { for: () => client, forPortal: clientOf } as unknown as PortalClients;
  const actAs: ActAs = async () => ({ client, by: "owner" });
  const rules = createPortalRules({ db, portals });
  const carriers = createPortalCarriers({ ...deps(), clients, actAs, onReauth() {}, rules });
  await world.deliverAll(carriers);
}

async function chatRow() {
  const [row] = await world.db.select().from(serviceChat);
  if (row?.dialogId == null) throw new Error("no chat was made");
  return { ...row, dialogId: row.dialogId };
}

const staffOf = async (name: string) => {
  const directory = await directoryOf();
  const [found] = await directory.findDepartments(name);
  const id = found?.item.id ?? "";
  return { id, ids: (await directory.membersOf(id, { isWhole: true })).map((each) => each.id) };
};

describe.each(["v2", "v1"] as const)("by the bot API %s", (version) => {
  test("a department's chat is made once, and people come into it and go as in the department; guests stay", async () => {
    const api = await register(version);
    const sales = await staffOf("Sales");
    const services = servicesFor("1");
    expect(await services.find("department", "sales")).toEqual([{ id: sales.id, name: "Sales" }]);
    expect(await services.make("department", sales.id)).toMatchObject({ name: "Sales", isNew: true });
    expect(await services.make("department", sales.id)).toMatchObject({ isNew: false });
    await deliver();

    const { dialogId } = await chatRow();
    const caller = { botId: (await world.portals.botById(world.bot.id))?.bitrixBotId ?? "", botToken: "token" };
    const members = async () =>
      (await api.listChatMembers({ ...caller, dialogId })).filter((id) => id !== caller.botId).toSorted();
    expect(await members()).toEqual(sales.ids.toSorted());

    const support = await staffOf("Поддержка");
    const [leaver = "", guest = "", comer = ""] = [
      sales.ids.find((id) => id !== "1"),
      support.ids.at(-1),
      support.ids.find((id) => id !== "1"),
    ];
    await api.addChatMembers({ ...caller, dialogId, userIds: [guest] });
    await client.call("user.update", { ID: leaver, UF_DEPARTMENT: [support.id] });
    await client.call("user.update", { ID: comer, UF_DEPARTMENT: [sales.id] });
    const at = new Date(Date.now() + 11 * MINUTE_MS);
    expect(await keepInStep(deps(), at)).toBe(1);

    expect(await members()).toEqual([...sales.ids.filter((id) => id !== leaver), guest, comer].toSorted());
    expect(textsOf(await world.effects()).at(-1)).toMatch(/^Added: .+\.\nTaken out: .+\.$/);
    expect(await chatRow()).toMatchObject({ lastError: null });
    await client.call("user.update", { ID: leaver, UF_DEPARTMENT: [sales.id] });
    await client.call("user.update", { ID: comer, UF_DEPARTMENT: [support.id] });
  });
});

test("who has left a chat by themselves is not called back, and nobody is looked at twice at once", async () => {
  const api = await register("v2");
  const sales = await staffOf("Sales");
  await servicesFor("1").make("department", sales.id);
  await deliver();
  const { dialogId } = await chatRow();
  const caller = { botId: (await world.portals.botById(world.bot.id))?.bitrixBotId ?? "", botToken: "token" };
  const [leaver = ""] = sales.ids;
  await api.removeChatMember({ ...caller, dialogId, userId: leaver });
  const at = new Date();
  await world.db.update(serviceChat).set({ checkedAt: new Date(at.getTime() - 11 * MINUTE_MS) });
  const looks = await Promise.all([keepInStep(deps(), at), keepInStep(deps(), at)]);
  expect(looks[0] + looks[1]).toBe(1);
  expect(await api.listChatMembers({ ...caller, dialogId })).not.toContain(leaver);
});

test("whoever was put in by a look that broke off is told of by the next, and taken out as others are", async () => {
  const api = await register("v2");
  const [sales, support] = [await staffOf("Sales"), await staffOf("Поддержка")];
  await servicesFor("1").make("department", sales.id);
  await deliver();
  const { dialogId } = await chatRow();
  const caller = { botId: (await world.portals.botById(world.bot.id))?.bitrixBotId ?? "", botToken: "token" };
  const comer = support.ids.find((id) => id !== "1") ?? "";
  const moveTo = (department: string) => client.call("user.update", { ID: comer, UF_DEPARTMENT: [department] });
  const look = async (hours: number, asked = deps()) =>
    await keepInStep(asked, new Date(Date.now() + hours * 60 * MINUTE_MS));

  await moveTo(sales.id);
  let asked = 0;
  // The company is read; the names for what is said about it are not.
  const breaking = async () => ((asked += 1) === 1 ? directoryOf() : Promise.reject(new Error("the portal is away")));
  await look(1, { ...deps(), directoryOf: breaking });
  expect(await api.listChatMembers({ ...caller, dialogId })).toContain(comer);
  expect(await chatRow()).toMatchObject({ lastError: "the portal is away" });

  await look(2);
  expect(textsOf(await world.effects()).at(-1)).toMatch(/^Added: [^,\n]+\.$/);
  expect(await chatRow()).toMatchObject({ lastError: null, joining: [] });
  await moveTo(support.id);
  await look(3);
  expect(await api.listChatMembers({ ...caller, dialogId })).not.toContain(comer);
});

test("a chat that could not be made is made when it is asked for again", async () => {
  await register("v2");
  const sales = await staffOf("Sales");
  await servicesFor("1").make("department", sales.id);
  expect(await servicesFor("1").make("department", sales.id)).toMatchObject({ isNew: false });
  await world.db.update(outboxEffect).set({ status: "dead" });
  expect(await servicesFor("1").make("department", sales.id)).toMatchObject({ isNew: true });
  await deliver();
  expect((await chatRow()).members).toHaveLength(sales.ids.length);
});

test("a project's chat is for who is in it, and when the project is gone nobody is taken out", async () => {
  await register("v2");
  const [project] = await client.call("sonet_group.get", { FILTER: { NAME: "Helpdesk" } });
  const members = await client.call("sonet_group.user.get", { ID: project?.ID ?? "" });
  const insider = members[0]?.USER_ID ?? "";
  const outsider = (await staffOf("Sales")).ids.find((id) => !members.some(({ USER_ID }) => USER_ID === id)) ?? "";
  expect(await servicesFor(outsider).find("project", "help")).toEqual([]);
  expect(await servicesFor(outsider).make("project", project?.ID ?? "")).toBeNull();
  expect(await servicesFor(insider).find("project", "helpdesk")).toEqual([{ id: project?.ID, name: "Helpdesk" }]);
  await servicesFor(insider).make("project", project?.ID ?? "");
  await deliver();
  const before = await chatRow();
  expect(before.members.toSorted()).toEqual(members.flatMap(({ USER_ID }) => USER_ID ?? []).toSorted());

  await world.db.update(serviceChat).set({ sourceId: "999999" });
  await keepInStep(deps(), new Date(Date.now() + 11 * MINUTE_MS));
  expect(await chatRow()).toMatchObject({
    members: before.members,
    lastError: expect.stringMatching(/not there any more/),
  });
});
