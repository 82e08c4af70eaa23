import { createScriptedTransport, type Reply } from "@botdeck/b24-client/testing";
import { storeBot } from "@botdeck/bots";
import type { Card, Effect } from "@botdeck/core";
import { outboxEffect, putEffects } from "@botdeck/db";
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
