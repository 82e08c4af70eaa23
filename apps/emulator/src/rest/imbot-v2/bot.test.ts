import { expect, test } from "vitest";

import { BOT_TOKEN, registerBot } from "../../testing/demo-bot.ts";
import { startTestPortal } from "../../testing/test-portal.ts";
import type { Json, TestPortal } from "../../testing/test-portal.ts";

const FIELDS = { code: "store", botToken: BOT_TOKEN, properties: { name: "Store" } };

async function register(world: TestPortal, fields: Json): Promise<Json> {
  return (await world.rest("imbot.v2.Bot.register", { fields })).body;
}

test("register never updates an existing bot", async () => {
  const world = await startTestPortal();
  const first = await register(world, FIELDS);
  const changed = {
    properties: { name: "Other" },
    type: "openline",
    eventMode: "webhook",
    webhookUrl: "http://127.0.0.1/",
  };

  const second = await register(world, { ...FIELDS, ...changed });

  expect(second["result"]).toEqual(first["result"]);
});

test("update changes what is given and keeps the rest", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { properties: { name: "Store", workPosition: "Seller" } });

  const { body } = await bot.call("imbot.v2.Bot.update", {
    fields: { properties: { name: "Shop" }, eventMode: "webhook", webhookUrl: "http://127.0.0.1:9/bot" },
  });

  expect(body["result"].bot).toMatchObject({ id: bot.id, type: "openline", eventMode: "webhook" });
  expect(body["result"].users[0]).toMatchObject({ name: "Shop", workPosition: "Seller", bot: true });
});

test.each([
  ["BOT_TOKEN_NOT_SPECIFIED", { botToken: undefined }],
  ["BOT_TOKEN_INVALID_LENGTH", { botToken: "x".repeat(41) }],
  ["BOT_CODE_REQUIRED", { code: "" }],
  ["BOT_PROPERTIES_REQUIRED", { properties: {} }],
  ["BOT_INVALID_TYPE", { type: "human" }],
  ["BOT_INVALID_EVENT_MODE", { eventMode: "push" }],
  ["BOT_WEBHOOK_URL_REQUIRED", { eventMode: "webhook" }],
  ["BOT_INVALID_CALLBACK", { eventMode: "webhook", webhookUrl: "not an address" }],
])("a registration is refused with %s", async (code, fault) => {
  const world = await startTestPortal();

  expect((await register(world, { ...FIELDS, ...fault }))["error"]).toBe(code);
});

test("a bot belongs to its token: another one cannot take its code or call it, and sees only what everybody may", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { code: "store" });
  const stranger = { botId: bot.id, botToken: "another-token" };

  expect((await register(world, { ...FIELDS, botToken: "another-token" }))["error"]).toBe("BOT_CODE_ALREADY_TAKEN");
  expect(await world.rest("imbot.v2.Command.list", stranger)).toMatchObject({
    status: 403,
    body: { error: "BOT_OWNERSHIP_ERROR" },
  });
  const seen = (await world.rest("imbot.v2.Bot.get", stranger)).body["result"].bot;
  expect(seen).toMatchObject({ id: bot.id, code: "store" });
  expect(seen).not.toHaveProperty("countMessage");
  expect((await world.rest("imbot.v2.Bot.list", stranger)).body["result"].bots).toEqual([]);
  expect((await world.rest("imbot.v2.Bot.get", { botId: bot.id })).body["error"]).toBe("BOT_TOKEN_NOT_SPECIFIED");
  expect((await world.rest("imbot.v2.Bot.get", { botToken: BOT_TOKEN, botId: 999 })).body["error"]).toBe(
    "BOT_NOT_FOUND",
  );
  expect((await bot.call("imbot.v2.Bot.get")).body["result"].bot.id).toBe(bot.id);
});

test("an unregistered bot is gone", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);

  expect((await bot.call("imbot.v2.Bot.unregister")).body["result"]).toEqual({ result: true });

  expect((await bot.call("imbot.v2.Bot.get")).body["error"]).toBe("BOT_NOT_FOUND");
  const roles = (await world.control("GET", "/people")).map(({ role }: { role: string }) => role);
  expect(roles).not.toContain("bot");
});
