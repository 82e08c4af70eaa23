import { expect, test } from "vitest";

import { createScriptedClient } from "../testing/scripted-client.ts";
import { readDialogAfter } from "./read-dialog-after.ts";
import { readSession } from "./read-session.ts";

/** As a portal answers, with keys in small letters. Bitrix24 docs: imopenlines.session.history.get. */
const SESSION = {
  chatId: 1763,
  sessionId: 343,
  userId: "chat1763",
  message: {
    85852: { id: "85852", senderid: "0", date: "2026-11-21T14:05:10+03:00", text: "Anna has come", params: [] },
    85853: {
      id: "85853",
      senderid: "599",
      date: "2026-11-21T14:05:12+03:00",
      text: "Hello",
      params: { fileid: [], fileId: ["12"] },
    },
    85851: { id: "85851", senderid: "599", date: "2026-11-21T14:05:09+03:00", text: null, params: [] },
  },
  users: {
    599: { id: "599", name: "Anna", connector: true, bot: false, extranet: true },
    456: { id: "456", name: "Bot", bot: true },
    27: { id: "27", name: "Ivan", connector: false, bot: false, extranet: false },
  },
  chat: { 1763: { id: "1763", name: "Anna - Site", entityid: "livechat|22|1775|599" } },
};

test("a session is read in order, with who took part and the dialog it belongs to", async () => {
  const { client, calls } = createScriptedClient([{ body: { result: SESSION } }]);
  const session = await readSession(client, { sessionId: "343" });
  expect(calls).toMatchObject([{ params: { SESSION_ID: "343" } }]);
  expect(session?.messages.map(({ id, text, fileIds }) => [id, text, fileIds])).toEqual([
    ["85851", "", []],
    ["85852", "Anna has come", []],
    ["85853", "Hello", ["12"]],
  ]);
  expect([...(session?.people.values() ?? [])].map(({ name, kind }) => [name, kind])).toEqual([
    ["Ivan", "employee"],
    ["Bot", "bot"],
    ["Anna", "client"],
  ]);
  const entityId = "livechat|22|1775|599";
  expect(session?.dialog).toEqual({
    id: "chat1763",
    chatId: "1763",
    type: "open_line",
    title: "Anna - Site",
    entityId,
  });
});

test("a session that is not there is null, and one that may not be read is an error", async () => {
  const refusal = (error: string) => ({ status: 400, body: { error, error_description: error } });
  const { client } = createScriptedClient([refusal("INVALID_SESSION_ID"), refusal("ACCESS_DENIED")]);
  expect(await readSession(client, { sessionId: "344" })).toBeNull();
  await expect(readSession(client, { sessionId: "345" })).rejects.toMatchObject({ code: "forbidden" });
});

/** A page of a dialog, newest first. Bitrix24 docs: im.dialog.messages.get. */
const page = (ids: readonly number[]) => {
  const messages = ids.map((id) => ({
    id,
    author_id: 27,
    date: "2026-11-21T14:05:10+03:00",
    text: `${id}`,
    params: [],
  }));
  return { body: { result: { chat_id: 9, messages, users: [{ id: 27, name: "Ivan", bot: false }], files: [] } } };
};
const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + count - 1 - index);

test("a dialog is read after the last known message to its end, page by page", async () => {
  const { client, calls } = createScriptedClient([page(from(101, 50)), page(from(151, 20))]);
  const { messages, people } = await readDialogAfter(client, { dialogId: "chat9", afterId: "100" });
  expect(messages.map(({ id }) => Number(id))).toEqual(from(101, 70).toReversed());
  expect(calls.map(({ params }) => params)).toMatchObject([{ FIRST_ID: "100" }, { FIRST_ID: "150" }]);
  expect(people.get("27")).toEqual({ id: "27", name: "Ivan", kind: "employee" });
});

test("a dialog of which nothing is known gives its latest messages", async () => {
  const { client, calls } = createScriptedClient([page(from(1, 50))]);
  expect((await readDialogAfter(client, { dialogId: "27", afterId: null })).messages).toHaveLength(50);
  expect(calls[0]?.params).toEqual({ DIALOG_ID: "27", LIMIT: 50 });
});
