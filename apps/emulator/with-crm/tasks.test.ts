import { changeTask, createTaskOnce, readTask, readTaskComments, writeTaskComment } from "@botdeck/crm";
import { expect, test } from "vitest";

import { PEOPLE } from "../src/testing/test-portal.ts";
import { startOffice } from "./office.ts";

const NEW = {
  originId: "ticket:1",
  title: "The printer is silent",
  description: "It was loud yesterday",
  responsibleId: PEOPLE.operator,
  deadlineAt: "2026-05-20T12:00:00+03:00",
};

async function setup(card: "chat" | "forum" = "chat") {
  const office = await startOffice();
  office.portal.state.taskCard = card;
  const [head, worker, watcher] = [
    await office.clientOf(PEOPLE.manager),
    await office.clientOf(PEOPLE.operator),
    await office.clientOf(PEOPLE.employee),
  ];
  const taskId = await createTaskOnce(head, NEW);
  return { office, head, worker, watcher, taskId };
}

test("a task is made once, in its project and with its tags, in the name of who asked", async () => {
  const { office, head, taskId } = await setup();
  expect(await createTaskOnce(head, { ...NEW, createdBy: PEOPLE.employee })).toBe(taskId);
  const other = await createTaskOnce(head, {
    ...NEW,
    originId: "ticket:2",
    groupId: "1",
    tags: ["printer", "hardware"],
    createdBy: PEOPLE.employee,
    auditorIds: [PEOPLE.manager],
  });
  expect(office.portal.state.tasks.get(Number(other))).toMatchObject({
    groupId: 1,
    tags: ["printer", "hardware"],
    createdBy: 3,
    auditorIds: [1],
  });
});

test("a task is told to who may see it, and is nothing to others", async () => {
  const { worker, watcher, taskId } = await setup();
  expect(await readTask(worker, taskId)).toMatchObject({
    id: taskId,
    title: "The printer is silent",
    status: "pending",
    responsibleId: PEOPLE.operator,
    createdBy: PEOPLE.manager,
    groupId: null,
    xmlId: "ticket:1",
    closedAt: null,
    closedBy: null,
  });
  expect(await readTask(watcher, taskId)).toBeNull();
  expect(await readTask(worker, "4711")).toBeNull();
});

test("what is so already stays so, however often it is asked for", async () => {
  const { head, worker, watcher, taskId } = await setup();
  const statusOf = async () => (await readTask(head, taskId))?.status;
  for (const kind of ["complete", "complete", "renew", "renew"] as const) {
    await changeTask(worker, { taskId, change: { kind } });
    expect(await statusOf()).toBe(kind === "complete" ? "completed" : "pending");
  }
  const deadline = { kind: "deadline", at: "2026-05-21T12:00:00+03:00" } as const;
  await changeTask(head, { taskId, change: deadline });
  expect((await readTask(head, taskId))?.deadlineAt).toBe("2026-05-21T09:00:00+00:00");
  // Not theirs to move, and not theirs to complete.
  await expect(changeTask(worker, { taskId, change: deadline })).rejects.toMatchObject({ outcome: "not_applied" });
  await expect(changeTask(watcher, { taskId, change: { kind: "complete" } })).rejects.toMatchObject({
    outcome: "not_applied",
  });
  const delegate = { kind: "delegate", toId: PEOPLE.employee } as const;
  await changeTask(worker, { taskId, change: delegate });
  await changeTask(worker, { taskId, change: delegate });
  expect((await readTask(head, taskId))?.responsibleId).toBe(PEOPLE.employee);
});

test("work that has to be accepted is done for who did it", async () => {
  const { head, worker } = await setup();
  const fields = { TITLE: "Count", RESPONSIBLE_ID: PEOPLE.operator, TASK_CONTROL: "Y" } as const;
  const taskId = (await head.call("tasks.task.add", { fields })).task.id;
  for (let count = 0; count < 2; count++) await changeTask(worker, { taskId, change: { kind: "complete" } });
  expect(await readTask(head, taskId)).toMatchObject({ status: "awaiting_control" });
});

test.each(["chat", "forum"] as const)(
  "with the %s card, comments of all are read in order, our own by the id it was written with",
  async (card) => {
    const { head, worker, taskId } = await setup(card);
    const first = await writeTaskComment(head, { taskId, text: "Where is it?" });
    const second = await changeTask(worker, { taskId, change: { kind: "comment", text: "On the second floor" } });
    const third = await writeTaskComment(head, { taskId, text: "Where is it?" });
    const all = await readTaskComments(worker, { taskId, afterId: null });
    expect(all.map(({ id, authorId, authorName, text }) => [id, authorId, authorName, text])).toEqual([
      [first, PEOPLE.manager, "Vera (manager)", "Where is it?"],
      [second, PEOPLE.operator, "Олег (оператор)", "On the second floor"],
      [third, PEOPLE.manager, "Vera (manager)", "Where is it?"],
    ]);
    expect(all.every(({ at }) => at !== null)).toBe(true);
    expect(await readTaskComments(worker, { taskId, afterId: second })).toMatchObject([{ id: third }]);
    expect(await readTaskComments(worker, { taskId, afterId: third })).toEqual([]);
  },
);

test("more comments than fit on a page are all read after the one that is known", async () => {
  const { office, head, worker, taskId } = await setup();
  const first = await writeTaskComment(head, { taskId, text: "0" });
  for (let count = 1; count <= 120; count++) {
    await office.rest("task.commentitem.add", { TASKID: taskId, FIELDS: { POST_MESSAGE: String(count) } });
  }
  const texts = (await readTaskComments(worker, { taskId, afterId: first })).map(({ text }) => Number(text));
  expect(texts).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
});
