import { AppError } from "@botdeck/core";
import { describe, expect, test } from "vitest";

import type { BotApiVersion } from "../formats/message-limits.ts";
import { createScriptedClient } from "../testing/scripted-client.ts";
import type { RecordedCall, Reply } from "../testing/scripted-transport.ts";
import type { BotApi } from "./bot-api.ts";
import { createBotApi } from "./create-bot-api.ts";

const bot = { botId: "456", botToken: "demo-bot-token" };
const v1Bot = { BOT_ID: "456", CLIENT_ID: "demo-bot-token" };
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
      api.sendMessage({
        ...dialog,
        text: "Sure?",
        buttons,
        attach: { blocks: [{ kind: "delimiter" }] },
        forOperators: true,
      }),
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
        KEYBOARD: { BUTTONS: keyboard },
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
      params: {
        CLIENT_ID: "demo-bot-token",
        COMMAND_ID: "3",
        MESSAGE_ID: "7",
        MESSAGE: "Here",
        KEYBOARD: { BUTTONS: keyboard },
      },
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
  events: {
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

  test(
    v1 instanceof RegExp ? "is refused in v1 before anything is sent, with what to do instead" : "is one call in v1",
    async () => {
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
    },
  );
});

test.each(["v1", "v2"] as const)("%s sends nothing that the portal would cut off or refuse", async (version) => {
  const { api, calls } = portal(version);
  const invalid = { code: "invalid" };
  await expect(api.sendMessage({ ...dialog, text: "x".repeat(20_001) })).rejects.toMatchObject(invalid);
  await expect(api.sendMessage({ ...dialog, text: " " })).rejects.toMatchObject(invalid);
  await expect(api.sendMessage({ ...dialog, text: "x", attach: { blocks: [] } })).rejects.toMatchObject(invalid);
  expect(calls).toEqual([]);
});

test("the members of a large chat are all listed", async () => {
  const users = (from: number, count: number) =>
    result(Array.from({ length: count }, (_, index) => ({ id: from + index })));
  const { api, calls } = portal("v2", users(1, 200), users(201, 3));
  expect(await api.listChatMembers(dialog)).toHaveLength(203);
  expect(calls).toMatchObject([{ params: { limit: 200, offset: 0 } }, { params: { offset: 200 } }]);
  expect(await portal("v1", result([1, 5])).api.listChatMembers(dialog)).toEqual(["1", "5"]);
});
