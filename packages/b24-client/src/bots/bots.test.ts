import { expect, test } from "vitest";

import type { BotApiVersion } from "../formats/message-limits.ts";
import { createScriptedClient } from "../testing/scripted-client.ts";
import type { RecordedCall, Reply } from "../testing/scripted-transport.ts";
import type { BotApi } from "./bot-api.ts";
import type { BotRegistration } from "./bot-registration.ts";
import { createBotApi } from "./create-bot-api.ts";

const bot = { botId: "456", botToken: "demo-bot-token" };
const v1Bot = { BOT_ID: "456", CLIENT_ID: "demo-bot-token" };
const EVENTS_URL = "https://bots.example/bitrix/events";
const result = (value: unknown): Reply => ({ body: { result: value } });
const yes = result(true);

function portal(version: BotApiVersion, ...replies: Reply[]): { api: BotApi; calls: RecordedCall[] } {
  const { client, calls } = createScriptedClient(replies);
  return { api: createBotApi(client, version), calls };
}

const registration: BotRegistration = {
  code: "store",
  name: "Store",
  type: "openline",
  eventMode: "webhook",
  webhookUrl: EVENTS_URL,
  botToken: "demo-bot-token",
};
const v2Answer = (type: string) => result({ bot: { id: 456, code: "store", type, eventMode: "webhook" }, users: [] });
const v1List = (OPENLINE: string) => result({ 456: { ID: 456, NAME: "Old", CODE: "store", OPENLINE } });
const HANDLERS = {
  EVENT_MESSAGE_ADD: EVENTS_URL,
  EVENT_MESSAGE_UPDATE: EVENTS_URL,
  EVENT_MESSAGE_DELETE: EVENTS_URL,
  EVENT_WELCOME_MESSAGE: EVENTS_URL,
  EVENT_BOT_DELETE: EVENTS_URL,
};

test("registering in v2 updates a bot that was there before, since registering leaves it as it is", async () => {
  const { api, calls } = portal("v2", v2Answer("openline"), v2Answer("openline"));
  expect(await api.register(registration)).toEqual({ bitrixBotId: "456" });
  const changeable = { eventMode: "webhook", webhookUrl: EVENTS_URL, properties: { name: "Store" } };
  expect(calls).toMatchObject([
    {
      method: "imbot.v2.Bot.register",
      params: { fields: { code: "store", type: "openline", botToken: "demo-bot-token", ...changeable } },
    },
    { method: "imbot.v2.Bot.update", params: { ...bot, fields: changeable } },
  ]);
});

test("registering in v1 makes a bot that is not there, with an address for each event", async () => {
  const { api, calls } = portal("v1", result([]), result(456), yes);
  expect(await api.register(registration)).toEqual({ bitrixBotId: "456" });
  expect(calls).toMatchObject([
    { method: "imbot.bot.list" },
    {
      method: "imbot.register",
      params: {
        CODE: "store",
        TYPE: "O",
        OPENLINE: "Y",
        CLIENT_ID: "demo-bot-token",
        PROPERTIES: { NAME: "Store" },
        ...HANDLERS,
      },
    },
    { method: "imbot.update", params: { ...v1Bot, FIELDS: { PROPERTIES: { NAME: "Store" }, ...HANDLERS } } },
  ]);
});

test("registering in v1 updates a bot that is there", async () => {
  const { api, calls } = portal("v1", v1List("Y"), yes);
  expect(await api.register(registration)).toEqual({ bitrixBotId: "456" });
  expect(calls.map(({ method }) => method)).toEqual(["imbot.bot.list", "imbot.update"]);
});

test.each([
  ["v2", [v2Answer("supervisor")]],
  ["v1", [v1List("N")]],
] as const)("registering in %s stops at a bot of another type, which no update changes", async (version, replies) => {
  const { api, calls } = portal(version, ...replies);
  await expect(api.register(registration)).rejects.toMatchObject({ code: "conflict" });
  expect(calls).toHaveLength(1);
});

test.each([
  [{ eventMode: "fetch" }, /cannot keep events until they are fetched/],
  [{ type: "personal" }, /cannot have a bot of type personal/],
  [{ isHidden: true }, /cannot hide a bot/],
] as const)("registering in v1 says what it cannot do: %j", async (change, sentence) => {
  const { api, calls } = portal("v1");
  // safe: each change is one that a registration may have
  const wanted = { ...registration, ...change } as BotRegistration;
  await expect(api.register(wanted)).rejects.toMatchObject({
    code: "unsupported",
    message: expect.stringMatching(sentence),
  });
  expect(calls).toEqual([]);
});

test.each(["v1", "v2"] as const)("registering in %s refuses a token that the portal would refuse", async (version) => {
  const { api, calls } = portal(version);
  const tooLong = { ...registration, botToken: "x".repeat(41) };
  await expect(api.register(tooLong)).rejects.toMatchObject({ code: "invalid" });
  expect(calls).toEqual([]);
});

test("bots are listed with the same fields in both versions", async () => {
  const listed = [{ botId: "456", code: "store", name: "Old", servesOpenLines: true }];
  expect(await portal("v1", v1List("Y")).api.list(bot)).toEqual(listed);
  const page = {
    bots: [{ id: 456, code: "store", type: "openline" }],
    users: [{ id: 456, name: "Old" }],
    hasNextPage: false,
  };
  expect(await portal("v2", result(page)).api.list(bot)).toEqual(listed);
});
