import { expect, test } from "vitest";

import { startEventReceiver } from "../../testing/event-receiver.ts";
import { startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";
import type { TestPortal } from "../../testing/test-portal.ts";

async function addTask(world: TestPortal, fields: object = {}): Promise<number> {
  const { body } = await world.rest("tasks.task.add", { fields: { TITLE: "Count", RESPONSIBLE_ID: 3, ...fields } });
  return Number(body["result"].task.id);
}

test("a comment is a message of the task's chat, where its people read it", async () => {
  const world = await startTestPortal();
  const TASKID = await addTask(world);

  const added = await world.rest("task.commentitem.add", { TASKID, FIELDS: { POST_MESSAGE: "Where?" } });
  const { chatId } = (await world.rest("tasks.task.get", { taskId: TASKID, select: ["CHAT_ID"] })).body["result"].task;
  const { messages } = (await world.rest("im.dialog.messages.get", { DIALOG_ID: `chat${chatId}` })).body["result"];

  expect(messages.map(({ text, author_id }: Json) => [text, author_id])).toContainEqual(["Where?", 1]);
  const gone = await world.rest("task.commentitem.get", { TASKID, ITEMID: added.body["result"] });
  expect(gone).toMatchObject({ status: 400, body: { error: "ERROR_CORE" } });
  expect((await world.rest("task.commentitem.getlist", { TASKID })).body["result"]).toEqual([]);
});

test("with the old card comments are read, changed and deleted", async () => {
  const world = await startTestPortal();
  world.portal.state.taskCard = "forum";
  const TASKID = await addTask(world);
  const { body } = await world.rest("task.commentitem.add", { 0: TASKID, 1: { POST_MESSAGE: "Where?" } });
  const ITEMID = body["result"];

  await world.rest("task.commentitem.update", { TASKID, ITEMID, FIELDS: { POST_MESSAGE: "There!" } });

  const listed = await world.rest("task.commentitem.getlist", {
    TASKID,
    ORDER: { ID: "asc" },
    FILTER: { AUTHOR_ID: 1 },
  });
  expect(listed.body["result"]).toMatchObject([{ ID: String(ITEMID), POST_MESSAGE: "There!", AUTHOR_ID: "1" }]);
  expect((await world.rest("task.commentitem.delete", { TASKID, ITEMID })).body["result"]).toBe(true);
  expect((await world.rest("task.commentitem.getlist", { TASKID })).body["result"]).toEqual([]);
});

test("parameters of the old classes are bound by their place", async () => {
  const world = await startTestPortal();
  const TASKID = await addTask(world);

  const swapped = await world.rest("task.checklistitem.add", { FIELDS: { TITLE: "A" }, TASKID });
  const short = await world.rest("task.checklistitem.complete", { TASKID });

  expect(swapped.body["error_description"]).toContain('expected to be of type "integer"');
  expect(short.body["error_description"]).toContain(
    "Param #1 (itemId) expected by method ctaskchecklistitem::complete()",
  );
});

test("an application hears of every message in a task's chat, with its number", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url);
  const token = (await handler.next()).body["auth"].access_token;
  await world.restAs(token, "event.bind", { event: "ONTASKCOMMENTADD", handler: handler.url });
  const TASKID = await addTask(world);

  await world.rest("task.commentitem.add", { TASKID, FIELDS: { POST_MESSAGE: "Where?" } });

  const messageId = [...world.portal.state.messages.values()].find(({ text }) => text === "Where?")?.id;
  expect((await handler.next()).body).toMatchObject({
    event: "ONTASKCOMMENTADD",
    data: { FIELDS_AFTER: { ID: "0", TASK_ID: String(TASKID), MESSAGE_ID: String(messageId) } },
  });
});

test("who comes to a task comes into its chat, and who leaves it is out", async () => {
  const world = await startTestPortal();
  const taskId = await addTask(world, { AUDITORS: [2] });
  await world.rest("tasks.task.get", { taskId, select: ["CHAT_ID"] });
  const members = (): number[][] =>
    [...world.portal.state.chats.values()].map(({ memberIds }) => memberIds.toSorted((one, other) => one - other));
  expect(members()).toContainEqual([1, 2, 3]);

  await world.rest("tasks.task.update", { taskId, fields: { RESPONSIBLE_ID: 4, AUDITORS: [] } });

  expect(members()).toContainEqual([1, 4]);
});
