import { AppError } from "@botdeck/core";
import { describe, expect, test } from "vitest";

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
const ok = result({ result: true });
const yes = result(true);

function portal(version: BotApiVersion, ...replies: Reply[]): { api: BotApi; calls: RecordedCall[] } {
  const { client, calls } = createScriptedClient(replies);
  return { api: createBotApi(client, version), calls };
}

/** What one wish becomes in each version. */
type Translation = {
  wish: (api: BotApi) => Promise<unknown>;
  v2: { method: string; params: object; reply?: Reply };
  v1: { method: string; params: object; reply?: Reply } | RegExp;
};

const buttons = [[{ kind: "command", text: "Help", command: "help", params: "x" } as const]];
const keyboard = [{ TEXT: "Help", DISPLAY: "LINE", COMMAND: "help", COMMAND_PARAMS: "x" }];
const dialog = { ...bot, dialogId: "chat5" };

const translations: Record<string, Translation> = {
  "a message with buttons and a card, for operators": {
    wish: (api) =>
      api.sendMessage({ ...dialog, text: "Sure?", buttons, attach: { blocks: [{ kind: "delimiter" }] }, forOperators: true }),
    v2: {
      method: "imbot.v2.Chat.Message.send",
      params: {
        ...bot,
        dialogId: "chat5",
        fields: { message: "Sure?", keyboard, attach: { BLOCKS: [{ DELIMITER: { SIZE: 200 } }] }, skipConnector: true },
      },
      reply: result({ id: 789, uuidMap: [] }),
    },
    v1: {
      method: "imbot.message.add",
      params: {
        ...v1Bot,
        DIALOG_ID: "chat5",
        MESSAGE: "Sure?",
        KEYBOARD: keyboard,
        ATTACH: { BLOCKS: [{ DELIMITER: { SIZE: 200 } }] },
        SKIP_CONNECTOR: "Y",
      },
      reply: result(789),
    },
  },
  "an answer to one message": {
    wish: (api) => api.sendMessage({ ...dialog, text: "Yes", replyTo: "7" }),
    v2: {
      method: "imbot.v2.Chat.Message.send",
      params: { ...bot, dialogId: "chat5", fields: { message: "Yes", replyId: "7" } },
      reply: result({ id: 1 }),
    },
    v1: /cannot answer one message: quote it/,
  },
  "new buttons under a message": {
    wish: (api) => api.updateMessage({ ...bot, messageId: "789", text: "Done", buttons }),
    v2: {
      method: "imbot.v2.Chat.Message.update",
      params: { ...bot, messageId: "789", fields: { message: "Done", keyboard: { BOT_ID: "456", BUTTONS: keyboard } } },
    },
    v1: {
      method: "imbot.message.update",
      params: { ...v1Bot, MESSAGE_ID: "789", MESSAGE: "Done", KEYBOARD: { BOT_ID: "456", BUTTONS: keyboard } },
    },
  },
  "no buttons any more": {
    wish: (api) => api.updateMessage({ ...bot, messageId: "789", buttons: null, urlPreview: false }),
    v2: {
      method: "imbot.v2.Chat.Message.update",
      params: { ...bot, messageId: "789", fields: { keyboard: "N", urlPreview: "N" } },
    },
    v1: { method: "imbot.message.update", params: { ...v1Bot, MESSAGE_ID: "789", KEYBOARD: "N", URL_PREVIEW: "N" } },
  },
  "a message taken back": {
    wish: (api) => api.deleteMessage({ ...bot, messageId: "789", isComplete: true }),
    v2: { method: "imbot.v2.Chat.Message.delete", params: { ...bot, messageId: "789", complete: true } },
    v1: { method: "imbot.message.delete", params: { ...v1Bot, MESSAGE_ID: "789", COMPLETE: "Y" } },
  },
  "a like": {
    wish: (api) => api.react({ ...bot, messageId: "789", reaction: "like", isSet: true }),
    v2: {
      method: "imbot.v2.Chat.Message.Reaction.add",
      params: { ...bot, messageId: "789", reaction: "like" },
      reply: { status: 400, body: { error: "REACTION_ALREADY_SET" } },
    },
    v1: {
      method: "imbot.message.like",
      params: { ...v1Bot, MESSAGE_ID: "789", ACTION: "plus" },
      reply: { status: 400, body: { error: "WITHOUT_CHANGES" } },
    },
  },
  "another reaction": {
    wish: (api) => api.react({ ...bot, messageId: "789", reaction: "fire", isSet: false }),
    v2: { method: "imbot.v2.Chat.Message.Reaction.delete", params: { ...bot, messageId: "789", reaction: "fire" } },
    v1: /cannot react with fire/,
  },
  "an answer to a command": {
    wish: (api) => api.answerCommand({ ...dialog, commandId: "3", messageId: "7", text: "Here", buttons }),
    v2: {
      method: "imbot.v2.Command.answer",
      params: { ...bot, commandId: "3", messageId: "7", dialogId: "chat5", fields: { message: "Here", keyboard } },
    },
    v1: {
      method: "imbot.command.answer",
      params: { CLIENT_ID: "demo-bot-token", COMMAND_ID: "3", MESSAGE_ID: "7", MESSAGE: "Here", KEYBOARD: keyboard },
      reply: result(12),
    },
  },
  "a chat": {
    wish: (api) => api.createChat(bot, { title: "Team", color: "lightBlue", userIds: ["1", "2"], message: "Hi" }),
    v2: {
      method: "imbot.v2.Chat.add",
      params: { ...bot, fields: { title: "Team", color: "lightBlue", userIds: ["1", "2"], message: "Hi" } },
      reply: result({ chat: { id: 5, dialogId: "chat5" }, users: [] }),
    },
    v1: {
      method: "imbot.chat.add",
      params: { ...v1Bot, TYPE: "CHAT", USERS: ["1", "2"], TITLE: "Team", COLOR: "LIGHT_BLUE", MESSAGE: "Hi" },
      reply: result(5),
    },
  },
  "a chat of somebody else's": {
    wish: (api) => api.createChat(bot, { userIds: [], ownerId: "1" }),
    v2: { method: "imbot.v2.Chat.add", params: { fields: { ownerId: "1" } }, reply: result({ chat: { id: 5 } }) },
    v1: /cannot create a chat for another owner: create it, then use setChatOwner/,
  },
  "a chat's title": {
    wish: (api) => api.updateChat(dialog, { title: "New" }),
    v2: { method: "imbot.v2.Chat.update", params: { ...dialog, fields: { title: "New" } } },
    v1: { method: "imbot.chat.updateTitle", params: { ...v1Bot, CHAT_ID: "5", TITLE: "New" } },
  },
  "a chat's description": {
    wish: (api) => api.updateChat(dialog, { description: "New" }),
    v2: { method: "imbot.v2.Chat.update", params: { ...dialog, fields: { description: "New" } } },
    v1: /cannot change a chat's description/,
  },
  "leaving a chat": {
    wish: (api) => api.leaveChat(dialog),
    v2: { method: "imbot.v2.Chat.leave", params: dialog },
    v1: { method: "imbot.chat.leave", params: { ...v1Bot, CHAT_ID: "5" } },
  },
  "a chat's owner": {
    wish: (api) => api.setChatOwner({ ...dialog, userId: "1" }),
    v2: { method: "imbot.v2.Chat.setOwner", params: { ...dialog, userId: "1" } },
    v1: { method: "imbot.chat.setOwner", params: { ...v1Bot, CHAT_ID: "5", USER_ID: "1" } },
  },
  "new members": {
    wish: (api) => api.addChatMembers({ ...dialog, userIds: ["1"] }),
    v2: { method: "imbot.v2.Chat.User.add", params: { ...dialog, userIds: ["1"] } },
    v1: { method: "imbot.chat.user.add", params: { ...v1Bot, CHAT_ID: "5", USERS: ["1"] } },
  },
  "a member less": {
    wish: (api) => api.removeChatMember({ ...dialog, userId: "1" }),
    v2: { method: "imbot.v2.Chat.User.delete", params: { ...dialog, userId: "1" } },
    v1: { method: "imbot.chat.user.delete", params: { ...v1Bot, CHAT_ID: "5", USER_ID: "1" } },
  },
  "a manager less": {
    wish: (api) => api.setChatManagers({ ...dialog, userIds: ["1"], isManager: false }),
    v2: { method: "imbot.v2.Chat.Manager.delete", params: { ...dialog, userIds: ["1"] } },
    v1: { method: "imbot.chat.setManager", params: { ...v1Bot, CHAT_ID: "5", USER_ID: "1", IS_MANAGER: "N" } },
  },
  "being at work": {
    wish: (api) => api.showTyping({ ...dialog, status: "reading_docs", seconds: 30 }),
    v2: {
      method: "imbot.v2.Chat.InputAction.notify",
      params: { ...dialog, statusMessageCode: "IMBOT_AGENT_ACTION_READING_DOCS", duration: 30 },
    },
    v1: { method: "imbot.chat.sendTyping", params: { ...v1Bot, DIALOG_ID: "chat5" } },
  },
  "the text field": {
    wish: (api) => api.setTextField({ ...dialog, isEnabled: false }),
    v2: { method: "imbot.v2.Chat.TextField.enabled", params: { ...dialog, enabled: false } },
    v1: /cannot switch the text field/,
  },
  "a message read": {
    wish: (api) => api.readMessage({ ...bot, messageId: "9" }),
    v2: {
      method: "imbot.v2.Chat.Message.get",
      params: { ...bot, messageId: "9" },
      reply: result({ message: { id: 9, chatId: 5, authorId: 1, text: "Hi", isSystem: false } }),
    },
    v1: /cannot read a message as the bot: read the dialog as the token's person/,
  },
  "events": {
    wish: (api) => api.getEvents({ ...bot, offset: 5 }),
    v2: {
      method: "imbot.v2.Event.get",
      params: { ...bot, offset: 5 },
      reply: result({ events: [], nextOffset: 6, hasMore: false }),
    },
    v1: /cannot keep events until they are fetched/,
  },
  "a link to a file": {
    wish: (api) => api.fileLink({ ...bot, fileId: "8" }),
    v2: {
      method: "imbot.v2.File.download",
      params: { ...bot, fileId: "8" },
      reply: result({ downloadUrl: "https://x.example/" }),
    },
    v1: { method: "disk.file.get", params: { id: "8" }, reply: result({ ID: 8, DOWNLOAD_URL: "https://x.example/" }) },
  },
  "the end of a bot": {
    wish: (api) => api.unregister(bot),
    v2: { method: "imbot.v2.Bot.unregister", params: bot },
    v1: { method: "imbot.unregister", params: v1Bot },
  },
};

describe.each(Object.entries(translations))("%s", (_name, { wish, v2, v1 }) => {
  test("is one call in v2", async () => {
    const { api, calls } = portal("v2", v2.reply ?? ok);
    await wish(api);
    expect(calls).toMatchObject([{ method: v2.method, params: v2.params }]);
  });

  test(v1 instanceof RegExp ? "is refused in v1 before anything is sent, with what to do instead" : "is one call in v1", async () => {
    const { api, calls } = portal("v1", v1 instanceof RegExp ? yes : (v1.reply ?? yes));
    if (!(v1 instanceof RegExp)) {
      await wish(api);
      expect(calls).toMatchObject([{ method: v1.method, params: v1.params }]);
      return;
    }
    const error: unknown = await wish(api).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "unsupported", message: expect.stringMatching(v1) });
    expect(calls).toEqual([]);
  });
});

test.each(["v1", "v2"] as const)("%s sends nothing that the portal would cut off or refuse", async (version) => {
  const { api, calls } = portal(version);
  const invalid = { code: "invalid" };
  await expect(api.sendMessage({ ...dialog, text: "x".repeat(20_001) })).rejects.toMatchObject(invalid);
  await expect(api.sendMessage({ ...dialog, text: " " })).rejects.toMatchObject(invalid);
  await expect(api.sendMessage({ ...dialog, text: "x", attach: { blocks: [] } })).rejects.toMatchObject(invalid);
  expect(calls).toEqual([]);
});

describe("registering", () => {
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

  test("in v2 updates a bot that was there before, since registering leaves it as it is", async () => {
    const { api, calls } = portal("v2", v2Answer("openline"), v2Answer("openline"));
    expect(await api.register(registration)).toEqual({ bitrixBotId: "456" });
    const changeable = { eventMode: "webhook", webhookUrl: EVENTS_URL, properties: { name: "Store" } };
    expect(calls).toMatchObject([
      { method: "imbot.v2.Bot.register", params: { fields: { code: "store", type: "openline", botToken: "demo-bot-token", ...changeable } } },
      { method: "imbot.v2.Bot.update", params: { ...bot, fields: changeable } },
    ]);
  });

  test("in v1 makes a bot that is not there, with an address for each event", async () => {
    const { api, calls } = portal("v1", result([]), result(456), yes);
    expect(await api.register(registration)).toEqual({ bitrixBotId: "456" });
    expect(calls).toMatchObject([
      { method: "imbot.bot.list" },
      {
        method: "imbot.register",
        params: { CODE: "store", TYPE: "O", OPENLINE: "Y", CLIENT_ID: "demo-bot-token", PROPERTIES: { NAME: "Store" }, ...HANDLERS },
      },
      { method: "imbot.update", params: { ...v1Bot, FIELDS: { PROPERTIES: { NAME: "Store" }, ...HANDLERS } } },
    ]);
  });

  test("in v1 updates a bot that is there", async () => {
    const { api, calls } = portal("v1", v1List("Y"), yes);
    expect(await api.register(registration)).toEqual({ bitrixBotId: "456" });
    expect(calls.map(({ method }) => method)).toEqual(["imbot.bot.list", "imbot.update"]);
  });

  test.each([
    ["v2", [v2Answer("supervisor")]],
    ["v1", [v1List("N")]],
  ] as const)("in %s stops at a bot of another type, which no update changes", async (version, replies) => {
    const { api, calls } = portal(version, ...replies);
    await expect(api.register(registration)).rejects.toMatchObject({ code: "conflict" });
    expect(calls).toHaveLength(1);
  });

  test.each([
    [{ eventMode: "fetch" }, /cannot keep events until they are fetched/],
    [{ type: "personal" }, /cannot have a bot of type personal/],
    [{ isHidden: true }, /cannot hide a bot/],
  ] as const)("in v1 says what it cannot do: %j", async (change, sentence) => {
    const { api, calls } = portal("v1");
    // safe: each change is one that a registration may have
    const wanted = { ...registration, ...change } as BotRegistration;
    await expect(api.register(wanted)).rejects.toMatchObject({ code: "unsupported", message: expect.stringMatching(sentence) });
    expect(calls).toEqual([]);
  });

  test.each(["v1", "v2"] as const)("in %s refuses a token that the portal would refuse", async (version) => {
    const { api, calls } = portal(version);
    const tooLong = { ...registration, botToken: "x".repeat(41) };
    await expect(api.register(tooLong)).rejects.toMatchObject({ code: "invalid" });
    expect(calls).toEqual([]);
  });

  test("lists the bots with the same fields in both versions", async () => {
    const listed = [{ botId: "456", code: "store", name: "Old", servesOpenLines: true }];
    expect(await portal("v1", v1List("Y")).api.list(bot)).toEqual(listed);
    const page = { bots: [{ id: 456, code: "store", type: "openline" }], users: [{ id: 456, name: "Old" }], hasNextPage: false };
    expect(await portal("v2", result(page)).api.list(bot)).toEqual(listed);
  });
});

describe("commands are kept in step", () => {
  const commands = [
    { name: "help", title: { en: "Help" }, params: { en: "topic" } },
    { name: "hours", title: { en: "Hours" }, isHidden: true },
  ];

  test("in v2 with what the portal lists", async () => {
    const list = result({ commands: [{ id: 1, command: "/help" }, { id: 2, command: "/old" }] });
    const { api, calls } = portal("v2", list, result({ command: { id: 1 } }), result({ command: { id: 3 } }), ok);
    expect(await api.syncCommands(bot, { commands })).toEqual({ help: "1", hours: "3" });
    expect(calls).toMatchObject([
      { method: "imbot.v2.Command.list", params: bot },
      { method: "imbot.v2.Command.update", params: { commandId: "1", fields: { title: { en: "Help" }, hidden: false } } },
      { method: "imbot.v2.Command.register", params: { fields: { command: "hours", hidden: true } } },
      { method: "imbot.v2.Command.unregister", params: { commandId: "2" } },
    ]);
  });

  test("in v1 with what the last time gave, also when the portal forgot some of it", async () => {
    const gone = { status: 400, body: { error: "COMMAND_ID_ERROR" } };
    const { api, calls } = portal("v1", gone, result(4), result(3), gone);
    const sync = { commands, handlerUrl: EVENTS_URL, known: { help: "1", old: "2" } };
    expect(await api.syncCommands(bot, sync)).toEqual({ help: "4", hours: "3" });
    const LANG = [{ LANGUAGE_ID: "en", TITLE: "Help", PARAMS: "topic" }];
    expect(calls).toMatchObject([
      { method: "imbot.command.update", params: { COMMAND_ID: "1", FIELDS: { LANG, EVENT_COMMAND_ADD: EVENTS_URL } } },
      { method: "imbot.command.register", params: { ...v1Bot, COMMAND: "help", COMMON: "N", LANG, EVENT_COMMAND_ADD: EVENTS_URL } },
      { method: "imbot.command.register", params: { COMMAND: "hours", HIDDEN: "Y" } },
      { method: "imbot.command.unregister", params: { COMMAND_ID: "2", CLIENT_ID: "demo-bot-token" } },
    ]);
  });

  test("in v1 not without an address for them", async () => {
    await expect(portal("v1").api.syncCommands(bot, { commands })).rejects.toMatchObject({ code: "unsupported" });
  });
});

test("the members of a large chat are all listed", async () => {
  const users = (from: number, count: number) => result(Array.from({ length: count }, (_, index) => ({ id: from + index })));
  const { api, calls } = portal("v2", users(1, 200), users(201, 3));
  expect(await api.listChatMembers(dialog)).toHaveLength(203);
  expect(calls).toMatchObject([{ params: { limit: 200, offset: 0 } }, { params: { offset: 200 } }]);
  expect(await portal("v1", result([1, 5])).api.listChatMembers(dialog)).toEqual(["1", "5"]);
});
