import { expect, test } from "vitest";

import { registerBot } from "../../testing/demo-bot.ts";
import { personDoor } from "../../testing/people-doors.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

test("users are those with an account: no bots and no clients of the open line", async () => {
  const world = await startTestPortal();
  await registerBot(world);

  const { body } = await world.rest("user.get");

  expect(body["total"]).toBe(4);
  expect(body["result"].map(({ ID, ACTIVE }: Json) => [ID, ACTIVE])).toEqual([
    ["1", true],
    ["2", true],
    ["3", true],
    ["4", true],
  ]);
});

test("a scope shows as much of a user as it is for", async () => {
  const world = await startTestPortal();
  const seen = async (scope: string): Promise<string[]> => {
    const call = await personDoor(world, PEOPLE.employee, [scope]);
    return Object.keys((await call("user.current"))["result"]);
  };

  const [brief, basic, full] = [await seen("user_brief"), await seen("user_basic"), await seen("user")];

  expect(brief).not.toContain("EMAIL");
  expect(basic).toContain("EMAIL");
  expect(basic).not.toContain("UF_SKILLS");
  expect(full).toContain("UF_SKILLS");
});

test("a list of users is filtered, searched, sorted, and cut to the fields that are asked for", async () => {
  const world = await startTestPortal();
  const idsOf = async (method: string, params: object): Promise<unknown> =>
    (await world.rest(method, params)).body["result"].map(({ ID }: Json) => ID);

  expect(await idsOf("user.get", { FILTER: { "@ID": [2, 3] }, sort: "ID", order: "DESC" })).toEqual(["3", "2"]);
  expect(await idsOf("user.get", { FILTER: { UF_DEPARTMENT: 2 } })).toEqual(["3"]);
  expect(await idsOf("user.search", { FILTER: { FIND: "emma" } })).toEqual(["3"]);
  expect(await idsOf("user.search", { FILTER: { NAME: "Em%" } })).toEqual(["3"]);
  expect(await idsOf("user.search", { FILTER: { UF_DEPARTMENT_NAME: "Поддержка" } })).toEqual(["2"]);
  expect(await idsOf("user.get", { FILTER: { NAME_SEARCH: "vera manag" } })).toEqual(["1"]);
  const { body } = await world.rest("user.get", { ID: 3, select: ["NAME", "UF_PHONE*"] });
  expect(body["result"]).toEqual([{ ID: "3", NAME: "Emma", UF_PHONE_INNER: "103" }]);
});

test("an administrator changes an account, and who has left is shown to administrators only", async () => {
  const world = await startTestPortal();
  const employee = await personDoor(world, PEOPLE.employee, ["user"]);

  expect((await employee("user.update", { ID: 4, ACTIVE: "N" }))["error"]).toBe("ACCESS_DENIED");
  await world.rest("user.update", { ID: 4, ACTIVE: "N", WORK_POSITION: "Courier", UF_DEPARTMENT: [1, 2] });

  expect((await world.rest("user.get", { ID: 4 })).body["result"]).toMatchObject([
    { ACTIVE: false, WORK_POSITION: "Courier", UF_DEPARTMENT: [1, 2] },
  ]);
  expect((await world.rest("user.get", { FILTER: { ACTIVE: true } })).body["total"]).toBe(3);
  expect((await employee("user.get", { ID: 4 }))["total"]).toBe(0);
});

test("a department that goes leaves its people and its sub-departments to the one above", async () => {
  const world = await startTestPortal();
  const call = await personDoor(world, PEOPLE.manager);
  const id = (await call("department.add", { NAME: "Delivery", PARENT: 2, UF_HEAD: 4 }))["result"];
  const below = (await call("department.add", { NAME: "Bikes", PARENT: id }))["result"];
  await call("user.update", { ID: 4, UF_DEPARTMENT: [id] });
  expect((await call("department.get", { ID: id }))["result"]).toEqual([
    { ID: String(id), NAME: "Delivery", SORT: 500, PARENT: "2", UF_HEAD: "4" },
  ]);
  expect((await call("department.update", { ID: id, PARENT: below }))["error"]).toBe("ERROR_CORE");

  await call("department.delete", { ID: id });

  expect((await call("department.get", { ID: below }))["result"]).toMatchObject([{ PARENT: "2" }]);
  expect((await call("user.get", { ID: 4 }))["result"]).toMatchObject([{ UF_DEPARTMENT: [2] }]);
});
