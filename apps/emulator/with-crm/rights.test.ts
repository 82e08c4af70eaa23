import { changeTask, readTask } from "@botdeck/crm";
import { expect, test } from "vitest";

import { PEOPLE } from "../src/testing/test-portal.ts";
import { startOffice } from "./office.ts";

/** Sales (Emma leads) → Wholesale, where somebody works; a stranger stands beside them. */
async function setup() {
  const office = await startOffice();
  const sales = [...office.portal.state.departments.values()].find(({ name }) => name === "Sales")?.id ?? 0;
  const worker = office.hire("Ivan Petrov", [office.department("Wholesale", sales)]);
  const stranger = office.hire("Ольга Белова", [1]);
  const admin = await office.clientOf(PEOPLE.manager);
  const add = async (fields: object) =>
    (await admin.call("crm.item.add", { entityTypeId: 2, fields: { title: "Desks", opened: "N", ...fields } })).item
      ?.id ?? "";
  const deal = await add({ assignedById: worker });
  const seen = async (person: string) => {
    const { items } = await (await office.clientOf(person)).call("crm.item.list", { entityTypeId: 2 });
    return (items ?? []).map(({ id }) => id);
  };
  return { office, worker, stranger, admin, add, deal, seen };
}

test("a deal is seen by whose it is, by who leads them, and by administrators; an open one by all", async () => {
  const { worker, stranger, add, deal, seen } = await setup();
  for (const person of [worker, PEOPLE.employee, PEOPLE.manager]) expect(await seen(person)).toEqual([deal]);
  for (const person of [stranger, PEOPLE.operator]) expect(await seen(person)).toEqual([]);
  const open = await add({ assignedById: worker, opened: "Y" });
  expect(await seen(stranger)).toEqual([open]);
});

test("the way of a deal through its stages is seen by who sees the deal", async () => {
  const { office, worker, stranger, deal } = await setup();
  const history = async (person: string) =>
    (await (await office.clientOf(person)).call("crm.stagehistory.list", { entityTypeId: 2 })).items?.length;
  expect([deal, await history(worker), await history(PEOPLE.employee), await history(stranger)]).toEqual([
    deal,
    1,
    1,
    0,
  ]);
});

test("a task is seen by who has a part in it, who leads them, and who is in its project, but changed by fewer", async () => {
  const { office, worker, stranger, admin } = await setup();
  const fields = { TITLE: "Count", RESPONSIBLE_ID: worker };
  const taskId = (await admin.call("tasks.task.add", { fields })).task.id;
  const [head, outsider] = [await office.clientOf(PEOPLE.employee), await office.clientOf(stranger)];
  expect([(await readTask(head, taskId))?.id, await readTask(outsider, taskId)]).toEqual([taskId, null]);
  await expect(changeTask(head, { taskId, change: { kind: "complete" } })).rejects.toMatchObject({
    outcome: "not_applied",
  });
  const [group] = office.portal.state.workGroups.values();
  group?.memberIds.push(Number(stranger));
  await admin.call("tasks.task.update", { taskId, fields: { GROUP_ID: group?.id } });
  expect((await readTask(outsider, taskId))?.groupId).toBe(String(group?.id));
});
