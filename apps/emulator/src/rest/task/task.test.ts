import { expect, test } from "vitest";

import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";
import type { TestPortal } from "../../testing/test-portal.ts";

async function add(world: TestPortal, fields: object): Promise<Json> {
  return (await world.rest("tasks.task.add", { fields: { RESPONSIBLE_ID: 3, ...fields } })).body;
}

async function titles(world: TestPortal, filter: object, more: object = {}): Promise<string[]> {
  const { body } = await world.rest("tasks.task.list", { filter, select: ["ID", "TITLE"], ...more });
  return body["result"].tasks.map(({ title }: Json) => title);
}

test("a task is answered in camelCase with numbers as text", async () => {
  const world = await startTestPortal();

  const fields = { TITLE: "Return", DESCRIPTION: "a", XML_ID: "return:1", DEADLINE: "2026-06-01T12:00:00+02:00" };
  const added = await add(world, fields);

  const wanted = { id: "1", title: "Return", responsibleId: "3", createdBy: "1", xmlId: "return:1", status: "2" };
  expect(added["result"].task).toMatchObject({ ...wanted, deadline: "2026-06-01T10:00:00+00:00" });
  expect((await world.rest("tasks.task.get", { taskId: 1 })).body["result"].task).toEqual(added["result"].task);
  expect((await world.rest("tasks.task.get", { taskId: 9 })).body["result"]).toEqual([]);
  expect(await world.control("GET", "/tasks")).toMatchObject([{ id: "1", xmlId: "return:1", responsibleId: "3" }]);
});

test("a list is filtered by external id, person, status and deadline", async () => {
  const world = await startTestPortal();
  await add(world, { TITLE: "A", XML_ID: "return:1", DEADLINE: "2026-06-01T12:00:00+00:00" });
  await add(world, { TITLE: "B", XML_ID: "return:2", RESPONSIBLE_ID: 4, DEADLINE: "2026-07-01T12:00:00+00:00" });
  await add(world, { TITLE: "C" });

  expect(await titles(world, { XML_ID: "return:2" })).toEqual(["B"]);
  expect(await titles(world, { RESPONSIBLE_ID: [3] })).toEqual(["C", "A"]);
  expect(await titles(world, { "!RESPONSIBLE_ID": 3 })).toEqual(["B"]);
  expect(await titles(world, { "<DEADLINE": "2026-06-15T00:00:00+00:00", "!REAL_STATUS": [4, 5] })).toEqual(["A"]);
  expect(await titles(world, { ">=DEADLINE": "2026-07-01T14:00:00+02:00" })).toEqual(["B"]);
  expect(await titles(world, {}, { order: { ID: "asc" } })).toEqual(["A", "B", "C"]);
});

test("a list comes in pages of 50, and without counting when start is -1", async () => {
  const world = await startTestPortal();
  for (let number = 1; number <= 51; number += 1) await add(world, { TITLE: `T${number}` });
  const order = { ID: "asc" };

  const first = (await world.rest("tasks.task.list", { order })).body;
  const last = (await world.rest("tasks.task.list", { order, start: 50 })).body;
  const uncounted = (await world.rest("tasks.task.list", { order, start: -1, filter: { ">ID": 50 } })).body;

  expect([first["result"].tasks.length, first["next"], first["total"]]).toEqual([50, 50, 51]);
  expect([last["result"].tasks[0].title, last["next"], last["total"]]).toEqual(["T51", undefined, 51]);
  expect([uncounted["result"].tasks.length, uncounted["total"]]).toEqual([1, 0]);
});

test("a task needs a title and a person, a filter known fields, and others do not see it", async () => {
  const world = await startTestPortal();

  expect((await world.rest("tasks.task.add")).body["error"]).toBe("100");
  expect((await add(world, { TITLE: " " }))["error"]).toBe("ERROR_CORE");
  expect((await add(world, { TITLE: "A", RESPONSIBLE_ID: PEOPLE.client }))["error"]).toBe("ERROR_CORE");
  expect((await world.rest("tasks.task.list", { filter: { COLOUR: 1 } })).body["error"]).toBe("ERROR_ARGUMENT");
  await add(world, { TITLE: "A", RESPONSIBLE_ID: 3 });
  const stranger = await world.webhook("4");
  expect((await send(`${stranger}tasks.task.list`, "POST", {})).body["result"].tasks).toEqual([]);
});

test("a task belongs to a project that there is, or to none", async () => {
  const world = await startTestPortal();

  expect((await add(world, { TITLE: "Return", GROUP_ID: 999 }))["error"]).toBe("ERROR_CORE");
  expect((await add(world, { TITLE: "Return", GROUP_ID: 0 }))["result"].task.groupId).toBe("0");
});
