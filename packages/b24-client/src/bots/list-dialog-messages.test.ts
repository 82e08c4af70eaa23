import { expect, test } from "vitest";

import { createScriptedClient } from "../testing/scripted-client.ts";
import { listDialogMessages } from "./list-dialog-messages.ts";

const READ = [
  { id: "9", authorId: "27", text: "Hi", at: new Date("2026-03-04T06:43:26Z") },
  { id: "10", authorId: "0", text: "", at: null },
];

test("the latest messages come from the session's history in an open line", async () => {
  const message = {
    9: { id: 9, senderid: 27, date: "2026-03-04T09:43:26+03:00", text: "Hi" },
    10: { id: 10, senderid: 0, date: null, text: null },
  };
  const { client, calls } = createScriptedClient([{ body: { result: { chatId: 5, sessionId: 1, message } } }]);
  expect(await listDialogMessages(client, { dialogId: "chat5", openLineChatId: "5" })).toEqual(READ);
  expect(calls).toMatchObject([{ method: "imopenlines.session.history.get", params: { CHAT_ID: "5" } }]);
});

test("they come from the chat itself elsewhere", async () => {
  const messages = [
    { id: 9, chat_id: 5, author_id: 27, date: "2026-03-04T09:43:26+03:00", text: "Hi" },
    { id: 10, chat_id: 5, author_id: 0 },
  ];
  const { client, calls } = createScriptedClient([{ body: { result: { chat_id: 5, messages } } }]);
  expect(await listDialogMessages(client, { dialogId: "27", openLineChatId: null })).toEqual(READ);
  expect(calls).toMatchObject([{ method: "im.dialog.messages.get", params: { DIALOG_ID: "27" } }]);
});
