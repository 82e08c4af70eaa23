import { expect, test } from "vitest";

import type { BotApiVersion } from "../formats/message-limits.ts";
import { createScriptedClient } from "../testing/scripted-client.ts";
import type { RecordedCall, Reply } from "../testing/scripted-transport.ts";
import type { BotApi } from "./bot-api.ts";
import { createBotApi } from "./create-bot-api.ts";

const bot = { botId: "456", botToken: "demo-bot-token" };
const v1Bot = { BOT_ID: "456", CLIENT_ID: "demo-bot-token" };
const EVENTS_URL = "https://bots.example/bitrix/events";
const result = (value: unknown): Reply => ({ body: { result: value } });
const ok = result({ result: true });

function portal(version: BotApiVersion, ...replies: Reply[]): { api: BotApi; calls: RecordedCall[] } {
  const { client, calls } = createScriptedClient(replies);
  return { api: createBotApi(client, version), calls };
}

const commands = [
  { name: "help", title: { en: "Help" }, params: { en: "topic" } },
  { name: "hours", title: { en: "Hours" }, isHidden: true },
];

test("commands are kept in step in v2 with what the portal lists", async () => {
  const list = result({
    commands: [
      { id: 1, command: "/help" },
      { id: 2, command: "/old" },
    ],
  });
  const { api, calls } = portal("v2", list, result({ command: { id: 1 } }), result({ command: { id: 3 } }), ok);
  expect(await api.syncCommands(bot, { commands })).toEqual({ help: "1", hours: "3" });
  expect(calls).toMatchObject([
    { method: "imbot.v2.Command.list", params: bot },
    {
      method: "imbot.v2.Command.update",
      params: { commandId: "1", fields: { title: { en: "Help" }, hidden: false } },
    },
    { method: "imbot.v2.Command.register", params: { fields: { command: "hours", hidden: true } } },
    { method: "imbot.v2.Command.unregister", params: { commandId: "2" } },
  ]);
});

test("commands are kept in step in v1 with what the last time gave, also when the portal forgot some of it", async () => {
  const gone = { status: 400, body: { error: "COMMAND_ID_ERROR" } };
  const { api, calls } = portal("v1", gone, result(4), result(3), gone);
  const sync = { commands, handlerUrl: EVENTS_URL, known: { help: "1", old: "2" } };
  expect(await api.syncCommands(bot, sync)).toEqual({ help: "4", hours: "3" });
  const LANG = [{ LANGUAGE_ID: "en", TITLE: "Help", PARAMS: "topic" }];
  expect(calls).toMatchObject([
    { method: "imbot.command.update", params: { COMMAND_ID: "1", FIELDS: { LANG, EVENT_COMMAND_ADD: EVENTS_URL } } },
    {
      method: "imbot.command.register",
      params: { ...v1Bot, COMMAND: "help", COMMON: "N", LANG, EVENT_COMMAND_ADD: EVENTS_URL },
    },
    { method: "imbot.command.register", params: { COMMAND: "hours", HIDDEN: "Y" } },
    { method: "imbot.command.unregister", params: { COMMAND_ID: "2", CLIENT_ID: "demo-bot-token" } },
  ]);
});

test("commands of v1 are not taken without an address for them", async () => {
  await expect(portal("v1").api.syncCommands(bot, { commands })).rejects.toMatchObject({ code: "unsupported" });
});
