import { randomBytes } from "node:crypto";

import { createScriptedTransport, type Reply } from "@botdeck/b24-client/testing";
import { storeBot } from "@botdeck/bots";
import { createOAuthTokens, createSecretBox, outboxEffect } from "@botdeck/db";
import { createPortalClients } from "@botdeck/portal-clients";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createKnownRows } from "../known-rows.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createPortalCarriers } from "./portal-carriers.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

/** Delivers everything to a portal that answers by script. */
async function deliver(...script: Reply[]) {
  const { db, portals } = world;
  const { transport, calls } = createScriptedTransport(script);
  const tokens = createOAuthTokens(db, createSecretBox(randomBytes(32).toString("base64")));
  const clients = createPortalClients({ db, portals, tokens, transport, app: null });
  const carriers = createPortalCarriers({ db, known: createKnownRows(portals), portals, clients });
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
