import { randomBytes } from "node:crypto";

import { createScriptedTransport, type Reply } from "@botdeck/b24-client/testing";
import { storeBot } from "@botdeck/bots";
import type { Card, Effect } from "@botdeck/core";
import { changePortal, createPortals, createSecretBox, outboxEffect, PORTAL_LEFT, putEffects } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { webhookCarriers } from "../testing/webhook-carriers.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

/** Delivers everything to a portal that answers by script. */
async function deliver(...script: Reply[]) {
  const { transport, calls } = createScriptedTransport(script);
  const carriers = webhookCarriers(world, transport);
  await world.deliverAll(carriers);
  return calls;
}

test.each([
  [
    "v2",
    { id: 5001, uuidMap: [] },
    { method: "imbot.v2.Chat.Message.send", params: { botId: "7001", botToken: "token" } },
  ],
  ["v1", 5001, { method: "imbot.message.add", params: { BOT_ID: "7001", CLIENT_ID: "token", DIALOG_ID: "chat1" } }],
] as const)("a bot registered with %s speaks by it", async (api, result, call) => {
  await world.portals.markRegistered(world.bot.id, "7001", api);
  await world.write("where is my order?");
  await world.runAll();
  expect(await deliver({ body: { result } })).toMatchObject([call]);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "5001" }]);
});

test("what the portal would cut off never leaves, and says why", async () => {
  await world.write("where is my order?");
  await world.runAll();
  const [effect] = await world.effects();
  const body = { kind: "chat.send" as const, dialogId: "chat1", text: "x".repeat(20_001) };
  if (effect) await world.db.update(outboxEffect).set({ body });
  expect(await deliver()).toEqual([]);
  expect(await world.effects()).toMatchObject([
    { status: "dead", lastError: expect.stringMatching(/20000 characters/) },
  ]);
});

const card: Card = { tone: "primary", blocks: [{ kind: "rows", rows: [{ name: "Days", value: "15–28 July" }] }] };
const ATTACH = { COLOR_TOKEN: "primary", BLOCKS: [{ GRID: [{ DISPLAY: "ROW", NAME: "Days", VALUE: "15–28 July" }] }] };

async function put(...effects: { key: string; effect: Effect }[]) {
  const of = { portalId: world.portal.id, botId: world.bot.id, conversationId: null, lane: "a lane" };
  await putEffects(
    world.db,
    effects.map((each) => ({ ...of, ...each })),
  );
}

test("a card leaves with its message, and another message is made of the same one later", async () => {
  const buttons = [[{ kind: "command" as const, text: "Approve", command: "absence", params: "approve" }]];
  await put(
    { key: "card", effect: { kind: "chat.send", dialogId: "7", text: "May I?", buttons, card } },
    { key: "over", effect: { kind: "chat.edit", key: "card", dialogId: "7", text: "Approved", card } },
  );
  const calls = await deliver({ body: { result: { id: 5001, uuidMap: [] } } }, { body: { result: { result: true } } });
  expect(calls).toMatchObject([
    { method: "imbot.v2.Chat.Message.send", params: { fields: { message: "May I?", attach: ATTACH } } },
    {
      method: "imbot.v2.Chat.Message.update",
      params: { messageId: "5001", fields: { message: "Approved", keyboard: "N", attach: ATTACH } },
    },
  ]);
});

test("nothing is made of a message of another dialog, whose key somebody has typed", async () => {
  await put(
    { key: "theirs", effect: { kind: "chat.send", dialogId: "8", text: "For another one" } },
    { key: "over", effect: { kind: "chat.edit", key: "theirs", dialogId: "7", text: "Mine" } },
  );
  const calls = await deliver({ body: { result: { id: 5001, uuidMap: [] } } });
  expect(calls.map(({ method }) => method)).toEqual(["imbot.v2.Chat.Message.send"]);
  expect(await world.effects()).toMatchObject([{ status: "sent" }, { status: "dead" }]);
});

test("nothing is made of a message that was never sent", async () => {
  await put({ key: "over", effect: { kind: "chat.edit", key: "nobody's", dialogId: "7", text: "Approved" } });
  expect(await deliver()).toEqual([]);
  expect(await world.effects()).toMatchObject([{ status: "dead", lastError: expect.stringMatching(/never sent/) }]);
});

test("what is decided while a portal is disconnected is said to nobody, and records of it wait for its return", async () => {
  await changePortal(world.db, world.portal.id, { state: "removed", isLeft: true });
  await put(
    { key: "late", effect: { kind: "chat.send", dialogId: "7", text: "Good morning" } },
    { key: "owed", effect: { kind: "task.comment", originId: "return:1", text: "Registered" } },
  );
  expect(await deliver()).toEqual([]);
  expect(await world.effects()).toMatchObject([
    { status: "cancelled", lastError: PORTAL_LEFT },
    { status: "ready", lastError: expect.stringMatching(/this waits/) },
  ]);
});

test("of a word in doubt nobody asks a portal that was disconnected meanwhile, and it is not said again", async () => {
  await put({ key: "lost", effect: { kind: "chat.send", dialogId: "7", text: "Good morning" } });
  await world.db.update(outboxEffect).set({ status: "uncertain" });
  await changePortal(world.db, world.portal.id, { state: "removed", isLeft: true });
  expect(await deliver()).toEqual([]);
  expect(await world.effects()).toMatchObject([{ status: "cancelled", lastError: PORTAL_LEFT }]);
});

test("what a portal is to be told whose secrets were sealed with another key waits, and leaves once they open", async () => {
  await put({ key: "word", effect: { kind: "chat.send", dialogId: "7", text: "Good morning" } });
  const { transport, calls } = createScriptedTransport([{ body: { result: { id: 5001, uuidMap: [] } } }]);
  const box = createSecretBox(randomBytes(32).toString("base64"));
  await world.deliverAll(webhookCarriers({ ...world, box, portals: createPortals(world.db, box) }, transport));
  expect([calls, await world.effects()]).toMatchObject([
    [],
    [{ status: "ready", faults: 0, lastError: expect.stringMatching(/another BOTDECK_SECRET_KEY/) }],
  ]);

  await world.db.update(outboxEffect).set({ runAt: sql`now()` });
  await world.deliverAll(webhookCarriers(world, transport));
  expect(await world.effects()).toMatchObject([{ status: "sent" }]);
});
