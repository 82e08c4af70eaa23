import { expect, test } from "vitest";

import { METHODS, type MethodName } from "./index.ts";

/** Answers as the docs show them, with what PHP makes of empty maps and numbers, and what callers get. */
test.each<[MethodName, unknown, unknown]>([
  ["imbot.v2.Revision.get", { rest: 33, web: 130 }, { rest: 33 }],
  [
    "imbot.v2.Bot.get",
    {
      bot: { id: 456, code: "support_bot", type: "bot", isHidden: false, backgroundId: null, eventMode: "fetch" },
      users: [{ id: 456, name: "Support Bot" }],
    },
    {
      bot: {
        id: "456",
        code: "support_bot",
        type: "bot",
        eventMode: "fetch",
        isHidden: false,
        isSupportOpenline: false,
      },
      users: [{ id: "456", name: "Support Bot" }],
    },
  ],
  ["imbot.v2.Bot.list", { bots: [], users: [], hasNextPage: false }, { bots: [], hasNextPage: false }],
  ["imbot.v2.Chat.Message.send", { id: 789, uuidMap: [] }, { id: "789", uuidMap: {} }],
  ["imbot.v2.Chat.Message.send", { id: "789", uuidMap: { a: 5 } }, { id: "789", uuidMap: { a: "5" } }],
  [
    "imbot.v2.Chat.Message.getContext",
    {
      messages: {
        3: { id: 785, chatId: 5, authorId: 0, date: "2026-03-19T14:25:00+03:00", text: null, isSystem: "Y", uuid: "" },
      },
      hasPrevPage: "N",
      hasNextPage: true,
    },
    {
      messages: [
        {
          id: "785",
          chatId: "5",
          authorId: "0",
          date: "2026-03-19T14:25:00+03:00",
          text: "",
          isSystem: true,
          uuid: "",
        },
      ],
      hasPrevPage: false,
      hasNextPage: true,
    },
  ],
  [
    "imbot.v2.Command.register",
    { command: { id: 42, botId: 456, command: "/help" } },
    { command: { id: "42", command: "/help" } },
  ],
  ["imbot.v2.Event.get", { events: [], nextOffset: "0", hasMore: "0" }, { events: [], nextOffset: 0, hasMore: false }],
  [
    "imopenlines.session.history.get",
    {
      chatId: 1763,
      sessionId: 343,
      message: {
        9: { id: "9", senderid: "27", date: "d", text: "b" },
        10: { id: "10", senderid: 0, date: "d", text: "c" },
      },
    },
    {
      chatId: "1763",
      sessionId: "343",
      messages: [
        { id: "9", authorId: "27", date: "d", text: "b" },
        { id: "10", authorId: "0", date: "d", text: "c" },
      ],
    },
  ],
  [
    "imopenlines.session.history.get",
    { chatId: 1, sessionId: 2, message: [] },
    { chatId: "1", sessionId: "2", messages: [] },
  ],
  [
    "im.dialog.messages.get",
    {
      chat_id: 1489,
      messages: [{ id: 84869, chat_id: 1489, author_id: 0, date: "d", text: "t", uuid: null, params: [] }],
    },
    { chatId: "1489", messages: [{ id: "84869", chatId: "1489", authorId: "0", date: "d", text: "t", uuid: "" }] },
  ],
  [
    "tasks.task.add",
    { task: { id: "3711", title: "t", xmlId: null, status: "2" } },
    { task: { id: "3711", title: "t", xmlId: null, status: "2" } },
  ],
  ["tasks.task.list", { tasks: [{ id: "8017" }] }, { tasks: [{ id: "8017", title: "", xmlId: null, status: "" }] }],
  ["tasks.task.list", { tasks: [] }, { tasks: [] }],
  ["profile", { ID: "1", ADMIN: true, NAME: "Demo", LAST_NAME: "" }, { id: "1", isAdmin: true, name: "Demo" }],
  [
    "app.info",
    { ID: 5, CODE: "local.demo", STATUS: "L", INSTALLED: true },
    { id: "5", code: "local.demo", status: "L", isInstalled: true },
  ],
  ["scope", ["imbot", "im"], ["imbot", "im"]],
  ["server.time", "2024-08-05T09:02:13+00:00", "2024-08-05T09:02:13+00:00"],
])("%s: %j is read into real types", (method, wire, read) => {
  expect(METHODS[method].result.parse(wire)).toEqual(read);
});
