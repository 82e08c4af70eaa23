import { randomBytes } from "node:crypto";

import { createBotApi, createUndiciTransport } from "@botdeck/b24-client";
import {
  askAboutPortal,
  bot,
  changePortal,
  conversation,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  keepHold,
  openLineChatsOf,
  outboxEffect,
  PORTAL_LEFT,
  portal,
  portalCheck,
  putEffects,
  setBotOn,
} from "@botdeck/db";
import type { Effect } from "@botdeck/core";
import { type AnyBot, defineBot } from "@botdeck/dialog";
import { createPortalClients } from "@botdeck/portal-clients";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectServed } from "../testing/served-portal.ts";
import { startEmulator } from "../testing/start-emulator.ts";
import { checkPortal } from "../upkeep/portal-checks/check-portal.ts";
import { connectAskedPortals } from "./connect-asked-portals.ts";
import { leavePortals } from "./leave-portals.ts";
import { switchBots } from "./switch-bots.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator();
  return () => emulator.stop();
});

const transport = createUndiciTransport();
afterAll(() => transport.close());

const handler = () => [];
const teamBot = (): AnyBot =>
  defineBot({
    code: `team-${randomBytes(4).toString("hex")}`,
    kind: "internal",
    name: { en: "Team", ru: "Команда" },
    texts: { en: {}, ru: {} },
    commands: { report: { title: { en: "Figures", ru: "Цифры" }, handler } },
    welcome: handler,
    fallback: handler,
  });

describe("a portal that somebody connects in the console", () => {
  test("is checked, gets its bots, and is active", async () => {
    const served = await connectServed(emulator, [teamBot()]);
    expect(await served.portal()).toMatchObject({ state: "active", stateReason: null });
    expect(await served.bots()).toMatchObject([{ state: "active", eventMode: "fetch" }]);
    // How the portal is, is looked at next.
    expect(await served.db.select().from(portalCheck)).toMatchObject([
      { requestedAt: expect.any(Date), problem: null },
    ]);
  });

  test("says what stands in the way, and is not tried again until somebody asks", async () => {
    const served = await connectServed(emulator, [teamBot()], ["imbot", "im"]);
    expect(await served.portal()).toMatchObject({
      state: "pending",
      stateReason: expect.stringMatching(/lacks the rights imopenlines, task/),
    });
    await served.portals.setState((await served.portal()).id, "pending", null);
    await connectAskedPortals(served.deps);
    expect((await served.portal()).stateReason).toBeNull();
  });
});

describe("a bot that is switched off", () => {
  /** What the portal has of the bot, as the portal says. */
  async function setup() {
    const served = await connectServed(emulator, [teamBot()]);
    const [row] = await served.bots();
    if (row === undefined) throw new TypeError("it was just registered");
    const client = served.clients.for(await served.portal());
    const credentials = { botId: row.bitrixBotId ?? "", botToken: served.portals.botToken(row) ?? "" };
    return {
      ...served,
      row,
      switchTo: async (isOn: boolean) => {
        await setBotOn(served.db, row.id, isOn);
        await switchBots(served.deps);
      },
      onPortal: async () => {
        const { commands } = await client.call("imbot.v2.Command.list", credentials);
        const { bot: found } = await client.call("imbot.v2.Bot.get", credentials);
        return { commands: commands.length, isHidden: found.isHidden };
      },
    };
  }

  test("keeps its place on the portal without commands and out of sight, and is as it was when it is on again", async () => {
    const { db, row, switchTo, onPortal } = await setup();
    await db
      .update(bot)
      .set({ settings: { returnDays: 30 } })
      .where(eq(bot.id, row.id));
    const before = await onPortal();
    expect(before).toMatchObject({ commands: 3, isHidden: false });

    await switchTo(false);
    expect(await onPortal()).toMatchObject({ commands: 0, isHidden: true });
    await switchTo(true);

    expect(await onPortal()).toEqual(before);
    const [after] = await db.select().from(bot).where(eq(bot.id, row.id));
    expect(after).toMatchObject({ bitrixBotId: row.bitrixBotId, settings: { returnDays: 30 }, state: "active" });
  });

  test("gives the clients who wait for it to people", async () => {
    const { db, row, switchTo } = await setup();
    await db.insert(conversation).values({ ...talk(row, "1"), lineId: "4", lastMessageBy: "client" });
    await switchTo(false);
    expect(await db.select().from(conversation)).toMatchObject([{ owner: "queue:4" }]);
    expect(await db.select().from(outboxEffect)).toMatchObject([{ kind: "chat.hand_over", status: "ready" }]);
  });

  test("is left as it is when somebody switches it on again before its turn comes", async () => {
    const { db, deps, row, onPortal } = await setup();
    await db.insert(conversation).values({ ...talk(row, "1"), lineId: "4", lastMessageBy: "client" });
    const before = await onPortal();
    await setBotOn(db, row.id, false);
    const inTurn: typeof deps.inTurn = async (portalId, work) => {
      await setBotOn(db, row.id, true);
      await deps.inTurn(portalId, work);
    };
    await switchBots({ ...deps, inTurn });
    expect(await onPortal()).toEqual(before);
    expect(await db.select().from(conversation)).toMatchObject([{ owner: "bot" }]);
  });

  test("comes back though somebody removed it on the portal meanwhile", async () => {
    const { clients, portal, portals, row, switchTo, bots } = await setup();
    await switchTo(false);
    const caller = { botId: row.bitrixBotId ?? "", botToken: portals.botToken(row) ?? "" };
    await createBotApi(clients.for(await portal()), "v2").unregister(caller);
    await switchTo(true);
    const [after] = await bots();
    expect(after?.state).toBe("active");
    expect(after?.bitrixBotId).not.toBe(row.bitrixBotId);
  });
});

test("a portal whose secrets were sealed with another key says so, and works again once its address is given anew", async () => {
  const served = await connectServed(emulator, [teamBot()]);
  const { db, deps, url } = served;
  const { id } = await served.portal();
  // As after a start with another key.
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(db, box);
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app: null });
  const anew = { ...deps, portals, clients, rulesOf: async () => ({ rules: [] }) };
  expect(await checkPortal(await served.portal(), anew)).toMatchObject([
    { code: "secrets", level: "problem", facts: { closed: ["address", deps.definitions[0]?.code] } },
  ]);

  expect(await portals.keepWebhook({ domain: new URL(url).host, url })).toMatchObject({ id, state: "pending" });
  await askAboutPortal(db, id);
  await connectAskedPortals(anew);

  expect(await portals.byId(id)).toMatchObject({ state: "active", stateReason: null });
  expect((await checkPortal(await served.portal(), anew)).map(({ code, level }) => [code, level])).toContainEqual([
    "bots",
    "ok",
  ]);
});

test("a portal that was sealed with another key and disconnected keeps no other waiting, and says why its bots stay there", async () => {
  const served = await connectServed(emulator, [teamBot()]);
  const { db, deps } = served;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(db, box);
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app: null });
  await disconnect({ ...served, deps: { ...deps, portals, clients } });
  expect(await db.select().from(portalCheck)).toMatchObject([
    { requestedAt: null, problem: expect.stringMatching(/sealed with key .* connect what it belongs to anew/) },
  ]);
});

/** As the console disconnects a portal and connects it again. */
async function disconnect({ db, deps, portal }: Awaited<ReturnType<typeof connectServed>>) {
  const { id } = await portal();
  await changePortal(db, id, { state: "removed", isLeft: true });
  await askAboutPortal(db, id);
  await leavePortals(deps);
}

test.each([
  ["before its portal was disconnected", true],
  ["just then, so that the portal was never told", false],
])("a bot that was switched off %s can be switched on when the portal is connected again", async (_when, isTold) => {
  const served = await connectServed(emulator, [teamBot()]);
  const [row] = await served.bots();
  if (row === undefined) throw new TypeError("it was just registered");
  await setBotOn(served.db, row.id, false);
  if (isTold) await switchBots(served.deps);
  await disconnect(served);
  await served.portals.reopen(row.portalId);
  await askAboutPortal(served.db, row.portalId);
  await connectAskedPortals(served.deps);
  expect(await served.bots()).toMatchObject([{ state: "removed", isOn: false }]);

  await setBotOn(served.db, row.id, true);
  await switchBots(served.deps);
  expect(await served.bots()).toMatchObject([{ state: "active", isOn: true }]);
});

test("a disconnection while the portal is being connected stands, and the bots that it got go again", async () => {
  const served = await connectServed(emulator, [teamBot()]);
  const { id } = await served.portal();
  await served.portals.reopen(id);
  await changePortal(served.db, id, { state: "removed", isLeft: true });
  expect(await served.portals.endConnecting(id, "active")).toBe(false);
  await leavePortals(served.deps);
  expect(await served.portal()).toMatchObject({ state: "removed", isLeft: true });
  expect(await served.bots()).toMatchObject([{ state: "removed" }]);
});

test("clients whom somebody at the console leads through a bot go to the queue with it", async () => {
  const served = await connectServed(emulator, [teamBot()]);
  const [row] = await served.bots();
  if (row === undefined) throw new TypeError("it was just registered");
  const led = async (chatId: string, hold: { ownerVersion: number; isBotThere: boolean }) => {
    const made = { ...talk(row, chatId), owner: "operator:5" as const, ownerVersion: 3 };
    const [kept] = await served.db.insert(conversation).values(made).returning();
    await keepHold(served.db, {
      conversationId: kept?.id ?? "",
      userId: "anna",
      userName: "Anna",
      takenAt: new Date(),
      ...hold,
    });
  };
  await led("1", { ownerVersion: 3, isBotThere: true });
  await led("2", { ownerVersion: 2, isBotThere: true });
  await led("3", { ownerVersion: 3, isBotThere: false });
  const of = { portalId: row.portalId, botId: row.id, withinHours: 24, limit: 10 };
  expect(await openLineChatsOf(served.db, of)).toEqual(["1"]);
});

const talk = (row: { id: string; portalId: string }, chatId: string) => ({
  portalId: row.portalId,
  botId: row.id,
  dialogId: `chat${chatId}`,
  chatId,
  dialogType: "open_line" as const,
  title: "Gone",
  personId: "7",
  personName: "Anna",
  language: "en",
  lastMessageAt: new Date(),
});

test("words that waited for a disconnected portal do not leave days later, and what is owed to its records does", async () => {
  const served = await connectServed(emulator, [teamBot()]);
  const [row] = await served.bots();
  if (row === undefined) throw new TypeError("it was just registered");
  const put = async (key: string, effect: Effect) => {
    const of = { portalId: row.portalId, botId: row.id, conversationId: null, lane: `lane ${key}` };
    await putEffects(served.db, [{ ...of, key, effect }]);
  };
  const say = { kind: "chat.send", dialogId: "7", text: "Here I am" } as const;
  await put("word", say);
  await put("call", { kind: "call.start", phone: "+12025550101", byId: "1" });
  await put("note", { kind: "task.comment", originId: "return:1", text: "Registered" });
  await disconnect(served);
  // Nobody has tried this one: a slow note stands before it.
  await put("later", say);
  await changePortal(served.db, row.portalId, { state: "pending", isLeft: false });
  await put("now", say);

  const all = await served.db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq));
  expect(all.map(({ key, status, lastError }) => [key, status, lastError])).toEqual([
    ["word", "cancelled", PORTAL_LEFT],
    ["call", "cancelled", PORTAL_LEFT],
    ["note", "ready", null],
    ["later", "cancelled", PORTAL_LEFT],
    ["now", "ready", null],
  ]);
});

test("a client who was on the way to people when the portal was disconnected is still given to them", async () => {
  const served = await connectServed(emulator, [teamBot()]);
  const [row] = await served.bots();
  if (row === undefined) throw new TypeError("it was just registered");
  const { id: botId, portalId } = row;
  const [kept] = await served.db
    .insert(conversation)
    .values({ ...talk(row, "1"), owner: "queue:1" })
    .returning();
  const effect = { kind: "chat.hand_over", dialogId: "chat1", chatId: "1" } as const;
  await putEffects(served.db, [{ key: "x", portalId, botId, conversationId: kept?.id ?? "", lane: "a lane", effect }]);
  const of = { portalId, botId, withinHours: 24, limit: 10 };
  expect(await openLineChatsOf(served.db, of)).toEqual([]);
  await changePortal(served.db, portalId, { state: "removed", isLeft: true });
  expect(await openLineChatsOf(served.db, of)).toEqual(["1"]);
});

test.each(["app", "link", "console"])(
  "a client who was on the way to people goes on, when the portal is connected again by the %s before its bot was taken off",
  async (way) => {
    const served = await connectServed(emulator, [teamBot()]);
    const [row] = await served.bots();
    if (row === undefined) throw new TypeError("it was just registered");
    const { id: botId, portalId } = row;
    const of = { portalId, botId, conversationId: null };
    const memberId = `member-${portalId}`;
    await served.db.update(portal).set({ memberId }).where(eq(portal.id, portalId));
    await putEffects(served.db, [
      { ...of, key: "turn", lane: "a", effect: { kind: "chat.hand_over", dialogId: "chat1", chatId: "1" } },
      { ...of, key: "word", lane: "b", effect: { kind: "chat.send", dialogId: "chat1", text: "Wait" } },
    ]);
    await changePortal(served.db, portalId, { state: "removed", isLeft: true });
    const where = { domain: "x.example", clientEndpoint: "http://127.0.0.1:9/", serverEndpoint: "http://127.0.0.1:9/" };
    if (way === "app") {
      await served.portals.keepInstall({ memberId, ...where, applicationToken: "token", isNew: true });
    } else if (way === "link") await served.portals.reopen(portalId);
    else await changePortal(served.db, portalId, { state: "pending", isLeft: false });

    const all = await served.db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq));
    expect(all.map(({ key, status, lastError }) => [key, status, lastError])).toEqual([
      ["turn", "ready", null],
      ["word", "cancelled", PORTAL_LEFT],
    ]);
  },
);

test("a portal that is disconnected loses its bots, and a dialog that has ended holds nothing up", async () => {
  const served = await connectServed(emulator, [teamBot()]);
  const { id } = await served.portal();
  const [row] = await served.bots();
  await served.db.insert(conversation).values(talk({ id: row?.id ?? "", portalId: id }, "999999"));
  await disconnect(served);

  expect(await served.bots()).toMatchObject([{ state: "removed" }]);
  expect(await served.db.select().from(portalCheck)).toMatchObject([{ requestedAt: null, problem: null }]);
  const caller = { botToken: row === undefined ? "" : (served.portals.botToken(row) ?? "") };
  expect(await createBotApi(served.clients.for(await served.portal()), "v2").list(caller)).toEqual([]);
});
