import { expect, test } from "vitest";

import { clientWrites, registerBot } from "./testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "./testing/test-portal.ts";

const SEND = "imbot.v2.Chat.Message.send";

test("drop_after does the work and answers nothing", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");
  await world.control("PUT", "/faults", { rest: { mode: "drop_after", method: "Message\\.send$", times: 1 } });
  const say = (message: string) => bot.call(SEND, { dialogId: dialog["id"], fields: { message } });

  await expect(say("once")).rejects.toThrow("fetch failed");
  await expect(say("again")).resolves.toMatchObject({ status: 200 });

  const messages = await world.control("GET", `/dialogs/${dialog["id"]}/messages?as=${PEOPLE.client}`);
  expect(messages.map(({ text }: { text: string }) => text)).toEqual(["Hello", "once", "again"]);
  const { calls } = await world.control("GET", "/record");
  const sends = calls.filter(({ method }: { method: string }) => method === SEND);
  expect(sends).toMatchObject([{ status: 200, isDropped: true }, { status: 200 }]);
});

test("drop_before does nothing and answers nothing", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { rest: { mode: "drop_before", times: 1 } });

  await expect(world.rest("tasks.task.add", { fields: { TITLE: "A", RESPONSIBLE_ID: 1 } })).rejects.toThrow();

  expect(await world.control("GET", "/tasks")).toEqual([]);
});

test.each([
  ["error_500", 500, "INTERNAL_SERVER_ERROR"],
  ["limit_503", 503, "QUERY_LIMIT_EXCEEDED"],
])("%s refuses the named methods and no others, as often as asked", async (mode, status, error) => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { rest: { mode, method: "^tasks", times: 2 } });
  const add = () => world.rest("tasks.task.list");

  expect((await world.rest("profile")).status).toBe(200);
  expect(await add()).toMatchObject({ status, body: { error } });
  expect(await world.control("GET", "/faults")).toEqual({ rest: { mode, method: "^tasks", times: 1 } });
  expect((await add()).status).toBe(status);
  expect((await add()).status).toBe(200);
  expect(await world.control("GET", "/faults")).toEqual({ rest: { mode: "none" } });
});

test("a fault for a method hits the batch that carries it", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { rest: { mode: "error_500", method: "user\\.current" } });

  expect((await world.rest("batch", { cmd: { a: "user.current" } })).status).toBe(500);
  expect((await world.rest("batch", { cmd: { a: "profile" } })).status).toBe(200);
});
