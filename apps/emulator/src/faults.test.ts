import { expect, test } from "vitest";

import { clientWrites, registerBot } from "./testing/demo-bot.ts";
import { startEventReceiver } from "./testing/event-receiver.ts";
import { PEOPLE, send, startTestPortal } from "./testing/test-portal.ts";
import type { TestPortal } from "./testing/test-portal.ts";

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

/** A bot that writes down what it hears, and a client who writes to it. */
async function chatWithFault(events: object[]): Promise<string[]> {
  const world = await startTestPortal();
  const heard: string[] = [];
  const handler = await startEventReceiver(async ({ body }) => void heard.push(body["data"].message?.text ?? "join"));
  await registerBot(world, { eventMode: "webhook", webhookUrl: handler.url });
  await world.control("PUT", "/faults", { events });
  for (const text of ["one", "two", "three"]) await clientWrites(world, PEOPLE.client, text);
  await world.portal.events.settled();
  return heard;
}

const MESSAGE = "MESSAGEADD$";
test.each([
  ["lost", { mode: "lose", event: MESSAGE, times: 1 }, ["join", "two", "three"]],
  ["doubled", { mode: "double", event: MESSAGE, times: 1 }, ["join", "one", "one", "two", "three"]],
  ["late", { mode: "delay", delayMs: 150, event: MESSAGE, times: 1 }, ["join", "two", "three", "one"]],
  ["overtaken by the next one", { mode: "reorder", event: MESSAGE, times: 1 }, ["join", "two", "one", "three"]],
])("an event can be %s", async (_name, fault, expected) => {
  expect(await chatWithFault([fault])).toEqual(expected);
});

/** Links to a file that a client has sent to a bot, a new one at every call. */
async function fileLinks(world: TestPortal): Promise<() => Promise<string>> {
  const bot = await registerBot(world);
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.client });
  const files = [{ name: "a.txt", contentBase64: Buffer.from("hello").toString("base64") }];
  const sent = await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.client, files });
  const fileId = Number(sent.files[0].id);
  return async () => (await bot.call("imbot.v2.File.download", { fileId })).body["result"].downloadUrl;
}

test("a file link works once and for a minute, or not at all", async () => {
  const world = await startTestPortal();
  const newLink = await fileLinks(world);

  const link = await newLink();
  expect(await (await fetch(link)).text()).toBe("hello");
  expect((await fetch(link)).status).toBe(404);
  const late = await newLink();
  world.pass(60);
  expect((await fetch(late)).status).toBe(404);
  await world.control("PUT", "/faults", { downloads: { mode: "dead", times: 1 } });
  expect((await fetch(await newLink())).status).toBe(404);
  await world.control("PUT", "/faults", { downloads: { mode: "truncated" } });
  await expect(fetch(await newLink()).then((response) => response.text())).rejects.toThrow("terminated");
  await world.control("PUT", "/faults", { lifetimes: { fileLinkS: 600 } });
  const longer = await newLink();
  world.pass(599);
  expect((await fetch(longer)).status).toBe(200);
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

test("a portal that has moved sends every call to its new address, where it is the same portal", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  const { portal } = await world.control("PUT", "/faults", { portal: { movedTo: "auto" } });

  const old = await fetch(`${webhook}profile`, { method: "POST", redirect: "manual" });
  const location = old.headers.get("location") ?? "";

  expect(old.status).toBe(302);
  expect(location).toBe(`${portal.movedTo}${new URL(webhook).pathname}profile`);
  expect((await send(location, "POST", {})).body["result"]).toMatchObject({ ID: "1" });
  expect((await world.control("GET", "/health")).portal.domain).toBe(new URL(location).host);
  await world.control("PUT", "/faults", {});
  expect((await world.rest("profile")).status).toBe(200);
});

test("a portal that wants HTTPS refuses what comes without", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  await world.control("PUT", "/faults", { portal: { isHttpsRequired: true } });

  expect(await world.rest("profile")).toMatchObject({ status: 400, body: { error: "INVALID_REQUEST" } });
  const behindProxy = await fetch(`${webhook}profile`, { headers: { "x-forwarded-proto": "https" } });
  expect(behindProxy.status).toBe(200);
});

test("webhooks can be revoked, and a tariff without REST closes every door", async () => {
  const world = await startTestPortal();

  await world.control("PUT", "/faults", { access: { areWebhooksRevoked: true } });
  expect(await world.rest("profile")).toMatchObject({ status: 401, body: { error: "NO_AUTH_FOUND" } });
  await world.control("PUT", "/faults", { access: { isPaymentRequired: true } });
  expect(await world.rest("profile")).toMatchObject({ status: 403, body: { error: "ACCESS_DENIED" } });
});
