import { expect, test } from "vitest";

import { BOT_TOKEN, clientWrites, registerBot } from "../../testing/demo-bot.ts";
import { startEventReceiver } from "../../testing/event-receiver.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";
import type { TestPortal } from "../../testing/test-portal.ts";

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

test("a new botToken takes the old one's place at once, unless another bot has it", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  await registerBot(world, { code: "neighbour", botToken: "neighbour-token" });
  const rotate = async (botToken: string): Promise<unknown> =>
    (await bot.call("imbot.v2.Bot.update", { fields: { botToken } })).body["error"] ?? "rotated";

  expect(await rotate("neighbour-token")).toBe("BOT_TOKEN_ROTATION_FAILED");
  expect(await rotate("x".repeat(41))).toBe("BOT_TOKEN_INVALID_LENGTH");
  expect(await rotate("fresh-token")).toBe("rotated");

  expect((await bot.call("imbot.v2.Command.list")).body["error"]).toBe("BOT_OWNERSHIP_ERROR");
  const renewed = await world.rest("imbot.v2.Command.list", { botId: bot.id, botToken: "fresh-token" });
  expect(renewed.status).toBe(200);
});

test("a bot that moves from a webhook to fetching gets later events where it asks for them", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  const bot = await registerBot(world, { eventMode: "webhook", webhookUrl: handler.url });
  await clientWrites(world, PEOPLE.client, "By post");
  await bot.call("imbot.v2.Bot.update", { fields: { eventMode: "fetch" } });

  await clientWrites(world, PEOPLE.client, "To be fetched");
  await world.portal.events.settled();

  expect(handler.waiting().map(({ body }) => body["event"])).toEqual(["ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD"]);
  expect(await bot.events()).toMatchObject([{ data: { message: { text: "To be fetched" } } }]);
});

test("who writes to themselves does not write into the dialog with a bot that is gone", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const withBot = (await world.rest("im.message.add", { DIALOG_ID: String(bot.id), MESSAGE: "Hello" })).body["result"];
  await bot.call("imbot.v2.Bot.unregister");

  const own = (await world.rest("im.message.add", { DIALOG_ID: PEOPLE.manager, MESSAGE: "Buy milk" })).body["result"];

  const chatOf = (id: number): unknown => world.portal.state.messages.get(id)?.chatId;
  expect(chatOf(own)).not.toBe(chatOf(withBot));
});
