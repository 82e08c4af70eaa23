import { expect, test } from "vitest";

import { send } from "../testing/send.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { Json } from "../testing/send.ts";
import type { TestPortal } from "../testing/test-portal.ts";

const SEND = "tasks.task.chat.message.send";

type Rest3 = {
  world: TestPortal;
  taskId: number;
  call(
    method: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: Json }>;
  /** What was written into the chat of the task by people. */
  messages(): string[];
};

async function setup(): Promise<Rest3> {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager, ["task", "tasks"]);
  const added = await world.rest("tasks.task.add", { fields: { TITLE: "A", RESPONSIBLE_ID: 1 } });
  return {
    world,
    taskId: Number(added.body["result"].task.id),
    async call(method, body, headers = {}) {
      const response = await fetch(webhook.replace("/rest/", "/rest/api/") + method, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      // safe: the shape is what the test checks.
      return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
    },
    messages: () => [...world.portal.state.messages.values()].map(({ text }) => text),
  };
}

const written = (texts: string[], text: string): number => texts.filter((each) => each === text).length;

test("a method of REST 3.0 answers at its own door only", async () => {
  const { world, call, taskId } = await setup();

  const { status, body } = await call(SEND, { fields: { taskId, text: "Hello" } });

  expect([status, body]).toEqual([
    200,
    { result: { result: true }, time: expect.objectContaining({ operating: expect.any(Number) }) },
  ]);
  expect(await world.rest(SEND)).toMatchObject({ status: 404, body: { error: "ERROR_METHOD_NOT_FOUND" } });
});

test("refusals are objects with a code of their own", async () => {
  const { call, world, taskId } = await setup();
  const codeOf = async (method: string, body: unknown): Promise<unknown[]> => {
    const answer = await call(method, body);
    return [answer.status, answer.body["error"].code];
  };
  const V3 = "BITRIX_REST_V3_EXCEPTION_";

  expect(await codeOf("crm.item.list", {})).toEqual([400, `${V3}METHODNOTFOUNDEXCEPTION`]);
  expect(await codeOf(SEND, "no json")).toEqual([400, `${V3}INVALIDJSONEXCEPTION`]);
  const missing = await call(SEND, {});
  expect([missing.status, missing.body["error"]]).toEqual([
    400,
    { code: `${V3}VALIDATION_REQUESTVALIDATIONEXCEPTION`, message: expect.any(String), validation: expect.any(Array) },
  ]);
  const poor = (await world.webhook(PEOPLE.manager, ["im"])).replace("/rest/", "/rest/api/");
  expect(await send(poor + SEND, "POST", { fields: { taskId, text: "x" } })).toMatchObject({
    status: 403,
    body: { error: { code: `${V3}INSUFFICIENTSCOPEEXCEPTION` } },
  });
});

test("the same Idempotency-Key does the work once, and refuses another body", async () => {
  const { call, taskId, messages } = await setup();
  const say = (text: string, key: string) => call(SEND, { fields: { taskId, text } }, { "idempotency-key": key });

  const first = await say("once", "key-1");
  const again = await say("once", "key-1");
  const other = await say("other", "key-1");

  expect(again.body).toEqual(first.body);
  expect([first, again].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
  expect([first, again].map(({ headers }) => headers.get("idempotency-key"))).toEqual(["key-1", "key-1"]);
  expect(other).toMatchObject({ status: 422, body: { error: { code: expect.stringContaining("KEYREUSED") } } });
  expect(await say("long", "k".repeat(256))).toMatchObject({ status: 400 });
  expect(written(messages(), "once")).toBe(1);
});

test("an answer is kept for a day, and a refusal is not kept", async () => {
  const { call, world, taskId, messages } = await setup();
  const say = (id: number) => call(SEND, { fields: { taskId: id, text: "hi" } }, { "idempotency-key": "k" });

  expect((await say(99)).status).toBeGreaterThanOrEqual(400);
  expect((await say(taskId)).status).toBe(200);
  world.pass(24 * 3600);
  expect((await say(taskId)).headers.get("idempotent-replayed")).toBeNull();
  expect(written(messages(), "hi")).toBe(2);
});

test("a batch is a list, in order, and its first error is the answer", async () => {
  const { call, taskId, messages } = await setup();
  const say = (text: string, id = taskId) => ({ method: SEND, query: { fields: { taskId: id, text } } });

  const good = await call("batch", [say("one"), { ...say("two"), as: "second" }]);
  const bad = await call("batch", [say("three"), say("four", 99), say("five")]);

  expect(good.body["result"]).toEqual([{ result: true }, { result: true }]);
  expect(bad.status).toBeGreaterThanOrEqual(400);
  expect(bad.body).not.toHaveProperty("result");
  const heard = messages();
  expect(["one", "two", "three", "four", "five"].map((text) => written(heard, text))).toEqual([1, 1, 1, 0, 0]);
});
