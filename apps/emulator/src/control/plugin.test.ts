import { get } from "node:http";

import { expect, test } from "vitest";

import { registerBot } from "../testing/demo-bot.ts";
import { send } from "../testing/send.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";

test("the portal has two clients, an operator, a manager, employees, and every bot that is registered", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);

  const people = await world.control("GET", "/people");

  const roles = people.map(({ role }: { role: string }) => role).toSorted();
  expect(roles).toEqual(["bot", "client", "client", "employee", "employee", "manager", "operator"]);
  expect(people.at(-1)).toMatchObject({
    id: String(bot.id),
    name: "Demo bot",
    role: "bot",
    language: "en",
    color: expect.stringMatching(/^#/),
  });
});

test("a wrong request is told what was wrong", async () => {
  const world = await startTestPortal();
  const post = (path: string, body: object) => send(`${world.origin}/emulator/api${path}`, "POST", body);
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.client });

  expect(await post("/dialogs", {})).toMatchObject({ status: 400, body: { code: "invalid" } });
  expect(await post("/dialogs", { as: "99" })).toMatchObject({ status: 404, body: { code: "not_found" } });
  expect(await post("/dialogs", { as: PEOPLE.employee })).toMatchObject({ status: 404 });
  expect(await post(`/dialogs/${dialog.id}/messages`, { as: PEOPLE.client, text: " " })).toMatchObject({ status: 400 });
  expect(await post(`/dialogs/${dialog.id}/messages`, { as: PEOPLE.otherClient, text: "spy" })).toMatchObject({
    status: 404,
  });
  expect(await post(`/dialogs/${dialog.id}/close`, { as: PEOPLE.client })).toMatchObject({ status: 403 });
  expect(await post("/webhooks", { userId: PEOPLE.client, scopes: [] })).toMatchObject({ status: 404 });
  expect(
    await send(`${world.origin}/emulator/api/faults`, "PUT", { rest: { mode: "drop_after", method: "(" } }),
  ).toMatchObject({
    status: 400,
  });
});

test("an employee and a bot have one private dialog, which the bot is told of once", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "bot" });
  const open = () => world.control("POST", "/dialogs", { as: PEOPLE.employee, botId: String(bot.id) });

  const first = await open();

  expect(await open()).toEqual(first);
  expect(first).toMatchObject({
    id: `p:${bot.id}:3`,
    type: "private",
    lineOwner: null,
    memberIds: ["3", String(bot.id)],
  });
  expect((await bot.events()).map(({ type }) => type)).toEqual(["ONIMBOTV2JOINCHAT"]);
});

test("without a built chat page the address says how to build it", async () => {
  const world = await startTestPortal();

  expect(await (await fetch(world.origin)).text()).toContain("build");
  expect((await send(`${world.origin}/health`, "GET")).body).toEqual({ ok: true });
  const health = await world.control("GET", "/health");
  expect(health).toEqual({
    ok: true,
    portal: { memberId: world.portal.state.memberId, domain: new URL(world.origin).host },
  });
});

test("a page elsewhere whose name was made to lead here gets nothing", async () => {
  const { origin } = await startTestPortal();
  const { hostname, port } = new URL(origin);
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  get({ hostname, port, path: "/emulator/api/people", headers: { host: "evil.example" } }, (answer) => {
    answer.resume();
    resolve(answer.statusCode);
  }).once("error", reject);
  expect(await promise).toBe(403);
});
