import { createDirectory } from "@botdeck/crm";
import { expect, test } from "vitest";

import { changeProfile } from "../src/people/profiles.ts";
import { PEOPLE } from "../src/testing/test-portal.ts";
import { startOffice } from "./office.ts";

/** Company (Vera) → Production (nobody) → Workshop (Ирина) → Assembly (Emma leads, and works there). */
async function setup() {
  const office = await startOffice();
  const root = 1;
  const production = office.department("Production", root);
  const workshop = office.department("Цех", production);
  const head = office.hire("Ирина Смирнова", [workshop]);
  office.lead(workshop, head);
  const assembly = office.department("Сборка мебели", workshop, PEOPLE.employee);
  const worker = office.hire("Павел Иванов", [assembly]);
  const other = office.hire("Пётр Иванов", [assembly]);
  const client = await office.clientOf(PEOPLE.manager);
  office.sent();
  const clock = { ms: 0 };
  return {
    office,
    client,
    clock,
    directory: createDirectory(client, { now: () => clock.ms }),
    head,
    worker,
    other,
    assembly: String(assembly),
    workshop: String(workshop),
  };
}

test("heads are found up the chain: never the person, nobody twice, and a department without a head is no gap", async () => {
  const { directory, head, worker, office } = await setup();
  expect(await directory.headsAbove(worker)).toEqual([PEOPLE.employee, head, PEOPLE.manager]);
  expect(await directory.headsAbove(head)).toEqual([PEOPLE.manager]);
  expect(await directory.headsAbove(PEOPLE.manager)).toEqual([]);
  expect(await directory.headsAbove(PEOPLE.client)).toEqual([]);
  expect(office.sent().flatMap(({ calls }) => calls)).toEqual(["department.get", "user.get", "user.get"]);
});

test("a head who has left is passed over", async () => {
  const { office, client, head, worker } = await setup();
  const gone = office.portal.state.people.get(Number(head));
  if (gone !== undefined) changeProfile(office.portal.state, gone, { isActive: false });
  expect(await createDirectory(client).headsAbove(worker)).toEqual([PEOPLE.employee, PEOPLE.manager]);
});

test("the company is read once, and again after five minutes; what failed is asked for anew", async () => {
  const { office, client, directory, clock, worker, assembly } = await setup();
  const reads = () => office.sent().length;
  await Promise.all([directory.person(worker), directory.membersOf(assembly), directory.facts(worker)]);
  expect(reads()).toBe(2);
  clock.ms = 299_999;
  const later = office.hire("Новая Сотрудница", [Number(assembly)]);
  expect(await directory.person(later)).toMatchObject({ name: "Новая Сотрудница", departments: [assembly] });
  expect(await directory.membersOf(assembly)).toHaveLength(2);
  expect(reads()).toBe(1);
  clock.ms = 300_000;
  expect(await directory.membersOf(assembly)).toHaveLength(3);

  let isDown = true;
  const ask: typeof client.ask = (...call) => (isDown ? Promise.reject(new Error("down")) : client.ask(...call));
  const moody = createDirectory({ ...client, ask });
  await expect(moody.person(worker)).rejects.toThrow("down");
  isDown = false;
  expect(await moody.person(worker)).toMatchObject({ id: worker });
});

test("a company of more than one page is read whole, in one more request for each list", async () => {
  const { office, client, assembly } = await setup();
  for (let count = 0; count < 120; count++) office.hire(`Worker${count} Demo`, [Number(assembly)]);
  for (let count = 0; count < 60; count++) office.department(`Team ${count}`, Number(assembly));
  office.sent();
  const directory = createDirectory(client);
  expect(await directory.membersOf(assembly)).toHaveLength(122);
  expect(await directory.findDepartments("Team 59")).toMatchObject([{ sureness: 1 }]);
  // Two first pages, two more of people, one more of departments.
  expect(office.sent().flatMap(({ calls }) => calls)).toHaveLength(5);
});

test("a person is an administrator by their own rights alone", async () => {
  const { office, client, directory, worker, assembly } = await setup();
  const own = await office.clientOf(worker);
  expect(await directory.facts(PEOPLE.manager)).toMatchObject({ roles: ["head", "employee"] });
  expect(await directory.facts(PEOPLE.manager, client)).toMatchObject({ roles: ["admin", "head", "employee"] });
  // Somebody else's rights, taken for theirs.
  expect(await directory.facts(worker, client)).toEqual({
    id: worker,
    departments: [assembly],
    roles: ["employee"],
  });
  expect(await directory.facts(worker, own)).toMatchObject({ roles: ["employee"] });
  expect(await directory.facts(PEOPLE.client)).toEqual({ id: PEOPLE.client, departments: [], roles: [] });
});

test.each([
  ["Павел Иванов", ["Павел Иванов"]],
  ["иванов павел", ["Павел Иванов"]],
  ["Павлу Иванову", ["Павел Иванов"]],
  ["ivanov pavel", ["Павел Иванов"]],
  ["П. Иванов", ["Павел Иванов", "Пётр Иванов"]],
  ["bdfyjd gtnh", ["Пётр Иванов"]],
  ["Ивонов Пётр", ["Пётр Иванов"]],
  ["смирнова", ["Ирина Смирнова"]],
  ["Emma", ["Emma (employee)"]],
  ["эмма", ["Emma (employee)"]],
  ["никто", []],
  ["", []],
])("“%s” means %j", async (words, names) => {
  const { directory } = await setup();
  const found = await directory.findPeople(words);
  const best = found[0]?.sureness ?? 0;
  expect(found.filter(({ sureness }) => sureness === best).map(({ item }) => item.name)).toEqual(names);
});

test("a department is meant by its name in any case, and its members may count with those below", async () => {
  const { directory, workshop, assembly, worker, other, head } = await setup();
  expect(await directory.findDepartments("отдел сборки")).toMatchObject([{ item: { id: assembly } }]);
  const ids = async (isWhole: boolean) =>
    (await directory.membersOf(workshop, { isWhole })).map(({ id }) => id).toSorted();
  expect(await ids(false)).toEqual([head]);
  expect(await ids(true)).toEqual([head, other, worker].toSorted());
});
