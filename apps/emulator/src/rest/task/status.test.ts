import { expect, test } from "vitest";

import { send } from "../../testing/send.ts";
import { startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";
import type { TestPortal } from "../../testing/test-portal.ts";

type Step = (name: string, more?: object) => Promise<Json>;
type Setup = { world: TestPortal; taskId: number; asManager: Step; asEmployee: Step };

/** A task of the manager's (1) for the employee (3), and its steps by either. */
async function setup(fields: object = {}): Promise<Setup> {
  const world = await startTestPortal();
  const employee = await world.webhook("3");
  const added = await world.rest("tasks.task.add", { fields: { TITLE: "Count", RESPONSIBLE_ID: 3, ...fields } });
  const taskId = Number(added.body["result"].task.id);
  return {
    world,
    taskId,
    asManager: async (name, more = {}) => (await world.rest(`tasks.task.${name}`, { taskId, ...more })).body,
    asEmployee: async (name, more = {}) =>
      (await send(`${employee}tasks.task.${name}`, "POST", { taskId, ...more })).body,
  };
}

test("a task goes from status to status, and a step that does not follow is refused with the portal's code", async () => {
  const { asEmployee } = await setup();
  const statusAfter = async (step: string): Promise<string> => (await asEmployee(step))["result"].task.status;

  expect(await statusAfter("start")).toBe("3");
  expect(await asEmployee("start")).toMatchObject({ error: "0" });
  expect(await asEmployee("defer")).toMatchObject({ error: "1048582" });
  expect(await statusAfter("pause")).toBe("2");
  expect(await statusAfter("defer")).toBe("6");
  expect(await statusAfter("renew")).toBe("2");
  expect((await asEmployee("complete"))["result"].task).toMatchObject({ status: "5", closedBy: "3" });
  expect(await asEmployee("complete")).toMatchObject({ error: "0" });
  expect((await asEmployee("renew"))["result"].task).toMatchObject({ status: "2", closedBy: "0", closedDate: null });
});

test("work under control is accepted or sent back by who set it, not by who did it", async () => {
  const { asEmployee, asManager } = await setup({ TASK_CONTROL: "Y" });

  expect((await asEmployee("complete"))["result"].task.status).toBe("4");
  expect(await asEmployee("approve")).toMatchObject({ error: "1048582" });
  expect((await asManager("disapprove"))["result"].task.status).toBe("2");
  await asEmployee("complete");
  expect((await asManager("approve"))["result"].task.status).toBe("5");
});

test("history tells what every field was and became, and by whom", async () => {
  const { asEmployee, asManager } = await setup({ DEADLINE: "2026-06-01T12:00:00+00:00" });
  await asEmployee("start");
  await asManager("update", { fields: { DEADLINE: "2026-06-02T12:00:00+00:00", TITLE: "Count all", PRIORITY: 1 } });

  const all = (await asManager("history.list", { order: { createdDate: "asc" } }))["result"].list;
  const changes = all.map(({ field, value, user }: Json) => [field, value.from, value.to, user.id]);

  expect(changes).toEqual([
    ["NEW", null, null, 1],
    ["STATUS", "2", "3", 3],
    ["TITLE", "Count", "Count all", 1],
    ["DEADLINE", "1780315200", "1780401600", 1],
  ]);
  expect((await asManager("history.list", { filter: { FIELD: "STATUS" } }))["result"].list).toHaveLength(1);
});

test("a delegated task waits for its new person, and the old one goes on watching", async () => {
  const { asEmployee } = await setup();
  await asEmployee("start");

  const { task } = (await asEmployee("delegate", { userId: 4 }))["result"];

  expect(task).toMatchObject({ responsibleId: "4", status: "2", auditors: ["3"] });
  expect(await asEmployee("start")).toMatchObject({ error: "0" });
  expect(await asEmployee("delegate")).toMatchObject({ error: "100" });
});

test("who works on a task changes its deadline only when that is allowed, and nothing else", async () => {
  const { asEmployee, asManager } = await setup();
  const deadline = { fields: { DEADLINE: "2026-06-01T12:00:00+00:00" } };

  expect(await asEmployee("update", deadline)).toMatchObject({ error: "0" });
  await asManager("update", { fields: { ALLOW_CHANGE_DEADLINE: "Y" } });
  expect((await asEmployee("update", deadline))["result"].task.deadline).toBe("2026-06-01T12:00:00+00:00");
  expect(await asEmployee("update", { fields: { TITLE: "Mine" } })).toMatchObject({ error: "0" });
  expect(await asEmployee("delete")).toMatchObject({ error: "1048582" });
});

test("a filter by STATUS knows overdue, new and almost overdue tasks", async () => {
  const { world, asManager, asEmployee } = await setup({ DEADLINE: "2026-05-14T11:00:00+00:00" });
  const listed = async (list: Step, STATUS: number): Promise<string[]> => {
    const { tasks } = (await list("list", { filter: { STATUS }, select: ["ID"] }))["result"];
    return tasks.map(({ id }: Json) => id);
  };

  expect(await listed(asManager, -3)).toEqual(["1"]);
  expect(await listed(asEmployee, -2)).toEqual(["1"]);
  world.pass(3600);
  expect(await listed(asManager, -1)).toEqual(["1"]);
  expect(await listed(asEmployee, -1)).toEqual(["1"]);
  await asEmployee("complete");
  expect(await listed(asManager, -1)).toEqual([]);
});

test("whoever gets a task finds it in their bell, unless they took it themselves", async () => {
  const { world, asManager } = await setup();
  const bellOf = async (personId: string): Promise<number> => {
    const url = await world.webhook(personId, ["im"]);
    return (await send(`${url}im.notify.get`, "POST", {})).body["result"].notifications.length;
  };

  expect([await bellOf("3"), await bellOf("4"), await bellOf("1")]).toEqual([1, 0, 0]);
  await asManager("update", { fields: { RESPONSIBLE_ID: 4 } });
  await asManager("update", { fields: { RESPONSIBLE_ID: 1 } });

  expect([await bellOf("3"), await bellOf("4"), await bellOf("1")]).toEqual([1, 1, 0]);
});
