import { expect, test } from "vitest";

import { startEventReceiver } from "../testing/event-receiver.ts";
import { send } from "../testing/send.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";

const costs = [{ method: "^tasks\\.task\\.list$", seconds: 200 }];

test("a method that has worked for too long is refused until the oldest minute is forgotten", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { limits: { operatingS: 480, costs } });
  const list = () => world.rest("tasks.task.list");

  const first = await list();
  world.pass(120);
  const second = await list();
  const third = await list();

  const startedAt = Date.UTC(2026, 4, 14, 10, 26, 32) / 1000;
  expect(first.body["time"]).toMatchObject({ operating: expect.closeTo(200, 0), operating_reset_at: startedAt + 600 });
  expect(third.body["time"]).toMatchObject({ operating: expect.closeTo(600, 0), operating_reset_at: startedAt + 600 });
  expect(second.status).toBe(200);
  expect(await list()).toMatchObject({ status: 429, body: { error: "OPERATION_TIME_LIMIT" } });
  expect((await world.rest("profile")).status).toBe(200);

  world.pass(480);
  const again = await list();
  expect(again.status).toBe(200);
  expect(again.body["time"].operating_reset_at).toBe(startedAt + 720);
});

test("every command of a batch is counted, the batch itself is not", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { limits: { operatingS: 300, costs } });
  const cmd = { a: "tasks.task.list", b: "tasks.task.list", c: "tasks.task.list", d: "profile" };

  const { body } = await world.rest("batch", { cmd });

  expect(body["time"].operating).toBe(0);
  expect(body["result"].result_time.b.operating).toBeCloseTo(400, 0);
  expect(body["result"].result_error).toEqual({ c: expect.objectContaining({ error: "OPERATION_TIME_LIMIT" }) });
  expect(body["result"].result_time.d.operating).toBeLessThan(1);
});

test("one credential's limit is not another's", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { limits: { operatingS: 100, costs } });
  const other = await world.webhook(PEOPLE.operator);

  await world.rest("tasks.task.list");

  expect((await world.rest("tasks.task.list")).status).toBe(429);
  expect((await send(`${other}tasks.task.list`, "POST", {})).status).toBe(200);
});

test("any pair of numbers may be the request limit, also while the portal runs", async () => {
  const world = await startTestPortal();
  await world.control("PUT", "/faults", { limits: { requests: "3/1" } });
  const statuses = async (count: number): Promise<number[]> => {
    const replies = await Promise.all(Array.from({ length: count }, () => world.rest("server.time")));
    return replies.map(({ status }) => status).toSorted((one, other) => one - other);
  };

  expect(await statuses(5)).toEqual([200, 200, 200, 503, 503]);
  world.pass(1);
  expect(await statuses(2)).toEqual([200, 503]);
  await world.control("PUT", "/faults", { limits: { requests: "off" } });
  expect(await statuses(60)).not.toContain(503);
  expect(await send(`${world.origin}/emulator/api/faults`, "PUT", { limits: { requests: "fast" } })).toMatchObject({
    status: 400,
  });
});

test("a limit refuses an application's handler-made calls as well as a webhook's", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url);
  const token = (await handler.next()).body["auth"].access_token;
  await world.control("PUT", "/faults", { limits: { operatingS: 100, costs } });

  expect((await world.restAs(token, "tasks.task.list")).status).toBe(200);
  expect((await world.restAs(token, "tasks.task.list")).status).toBe(429);
});
