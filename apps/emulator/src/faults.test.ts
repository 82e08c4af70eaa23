import { expect, test } from "vitest";

import { clientWrites, registerBot } from "./testing/demo-bot.ts";
import { send } from "./testing/send.ts";
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
  expect((await world.control("GET", "/faults")).rest).toEqual([{ mode, method: "^tasks", times: 1, seed: 1 }]);
  expect((await add()).status).toBe(status);
  expect((await add()).status).toBe(200);
  expect((await world.control("GET", "/faults")).rest).toEqual([]);
});

test("a fault for a method hits the batch that carries it", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { rest: { mode: "error_500", method: "user\\.current" } });

  expect((await world.rest("batch", { cmd: { a: "user.current" } })).status).toBe(500);
  expect((await world.rest("batch", { cmd: { a: "profile" } })).status).toBe(200);
});

test.each([
  ["error_500_page", 500, "text/html"],
  ["error_502", 502, "text/html"],
  ["limit_429", 429, "application/json; charset=utf-8"],
  ["overload_503", 503, "application/json; charset=utf-8"],
  ["expired_token", 401, "application/json; charset=utf-8"],
])("%s answers without doing the work", async (mode, status, type) => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  await world.control("PUT", "/faults", { rest: [{ mode, times: 1 }] });

  const response = await fetch(`${webhook}tasks.task.add?fields[TITLE]=A&fields[RESPONSIBLE_ID]=1`);

  expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
  expect(await world.control("GET", "/tasks")).toEqual([]);
});

test.each([
  ["error_502_after", 502, "text/html", /Bad Gateway/],
  ["page_200", 200, "text/html", /<html>/],
  ["wrong_type", 200, "text/html; charset=UTF-8", /^\{"result":.*"time":/],
  ["without_time", 200, "application/json; charset=utf-8", /^\{"result":\{"task":.*\}\}$/],
])("%s does the work and spoils the answer", async (mode, status, type, body) => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  await world.control("PUT", "/faults", { rest: [{ mode, method: "^tasks", times: 1 }] });

  const response = await fetch(`${webhook}tasks.task.add?fields[TITLE]=A&fields[RESPONSIBLE_ID]=1`);

  expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
  expect(await response.text()).toMatch(body);
  expect(await world.control("GET", "/tasks")).toHaveLength(1);
  expect((await world.control("GET", "/record")).calls.at(-1)).toMatchObject({ status: 200, isDropped: true });
});

test("a truncated answer ends in the middle, after the work", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { rest: { mode: "truncated", times: 1 } });

  await expect(world.rest("tasks.task.add", { fields: { TITLE: "A", RESPONSIBLE_ID: 1 } })).rejects.toThrow(
    "terminated",
  );

  expect(await world.control("GET", "/tasks")).toHaveLength(1);
});

test("several rules stand side by side, and a rate with a seed hits the same calls in every run", async () => {
  const world = await startTestPortal();
  const rest = [
    { mode: "error_500", method: "^user\\.current$" },
    { mode: "limit_503", method: "^profile$", rate: 0.3, seed: 7 },
  ];
  const run = async (): Promise<number[]> => {
    await world.control("PUT", "/faults", { rest });
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await world.rest("profile")).status);
    return statuses;
  };

  const first = await run();

  expect(first.filter((status) => status === 503).length).toBeGreaterThan(4);
  expect(first.filter((status) => status === 503).length).toBeLessThan(24);
  expect(await run()).toEqual(first);
  expect((await world.rest("user.current")).status).toBe(500);
});

test("a wrong switch is refused with the place that is wrong, and nothing is switched", async () => {
  const world = await startTestPortal();
  const reply = await send(`${world.origin}/emulator/api/faults`, "PUT", { events: [{ mode: "loose" }], rset: [] });

  expect(reply.status).toBe(400);
  expect(reply.body["message"]).toMatch(/"rset"/);
  expect(reply.body["message"]).toMatch(/at events\[0\]\.mode/);
  expect((await world.control("GET", "/faults")).events).toEqual([]);
});

test("a portal of the old revision knows no method of the second version", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { portal: { isOldRevision: true } });

  expect(await world.rest("imbot.v2.Revision.get")).toMatchObject({
    status: 404,
    body: { error: "ERROR_METHOD_NOT_FOUND" },
  });
  expect((await world.rest("method.get", { name: "imbot.v2.bot.register" })).body["result"].isExisting).toBe(false);
  expect((await world.rest("im.revision.get")).status).toBe(200);
});

test("webhooks can be revoked, and a tariff without REST closes every door", async () => {
  const world = await startTestPortal();

  await world.control("PUT", "/faults", { access: { areWebhooksRevoked: true } });
  expect(await world.rest("profile")).toMatchObject({ status: 401, body: { error: "NO_AUTH_FOUND" } });
  await world.control("PUT", "/faults", { access: { isPaymentRequired: true } });
  expect(await world.rest("profile")).toMatchObject({ status: 403, body: { error: "ACCESS_DENIED" } });
});
