import { addHook, hook, hookSample, inboxEvent, listHookSamples } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";

let world: World;
let botId: string;
beforeAll(async () => {
  world = await createWorld([], { noteHooksEveryMs: 100 });
  botId = (await world.newBot(await world.newPortal("mine"), "456")).id;
});
beforeEach(async () => {
  await world.db.delete(inboxEvent);
  await world.db.delete(hookSample);
});
afterAll(() => world.close());

const post = (id: string, payload: string, secret: string) =>
  world.app.inject({
    method: "POST",
    url: `/hooks/${id}`,
    payload,
    headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
  });
const countsOf = async (id: string) => {
  const [row] = await world.db.select().from(hook).where(eq(hook.id, id));
  return [row?.accepted, row?.refused];
};
const soon = { timeout: 12_000, interval: 50 };

test("each post is counted, and what came is seen with its reason and without what is secret or personal", async () => {
  const { id, secret } = await addHook(world.db, { botId, name: "Shop", kind: "alertmanager" });
  const body = {
    customer: { email: "anna@example.com", phone: "+7 999 123-45-67", full_name: "Anna Ivanova" },
    text: "call 8 (999) 765-43-21 or write to boris@example.com, card 4111 1111 1111 1111",
    token: "s3cret",
    at: "2026-11-22T09:00:00Z",
    orderId: 1_234_567,
  };
  expect((await post(id, JSON.stringify(body), secret)).statusCode).toBe(400);
  expect((await post(id, JSON.stringify(body), "not the secret")).statusCode).toBe(401);
  expect((await post(id, `{"pad":"${"x".repeat(1_100_000)}"}`, secret)).statusCode).toBe(413);
  const alerts = { groupKey: "g", status: "firing", alerts: [{ status: "firing", startsAt: "2026-02-26T08:00:00Z" }] };
  expect((await post(id, JSON.stringify(alerts), secret)).statusCode).toBe(200);

  await expect.poll(() => countsOf(id), soon).toEqual([1, 3]);
  await expect.poll(() => listHookSamples(world.db, id, 50), soon).toHaveLength(4);
  const samples = await listHookSamples(world.db, id, 50);
  expect(
    samples
      .map(({ status, reason, refusal }) => [status, reason, refusal?.code ?? null])
      .toSorted(([one], [other]) => Number(one) - Number(other)),
  ).toEqual([
    [200, null, null],
    [400, expect.stringMatching(/^The body is no notification of Alertmanager at groupKey: /), "no_notification"],
    [401, expect.stringMatching(/does not prove/), "not_proven"],
    [413, expect.stringMatching(/larger than/), "too_large"],
  ]);
  const refused = samples.find(({ status }) => status === 400)?.refusal;
  expect(refused?.values).toMatchObject({ source: "Alertmanager", place: "groupKey" });
  const seen = samples.find(({ status }) => status === 400)?.body ?? "";
  for (const hidden of ["anna@", "999", "Ivanova", "boris@", "4111", "s3cret"]) expect(seen).not.toContain(hidden);
  expect(seen).toContain("2026-11-22T09:00:00Z");
  expect(seen).toContain("1234567");
});

test("what is neither JSON nor a form, and what comes to a closed hook, is counted as well", async () => {
  const { id, secret } = await addHook(world.db, { botId, name: "Shop", kind: "generic" });
  const closed = await addHook(world.db, { botId, name: "Closed", kind: "generic" });
  await world.db.update(hook).set({ isActive: false }).where(eq(hook.id, closed.id));
  expect((await post(id, "{}", secret)).statusCode).toBe(200);
  const headers = { "content-type": "text/plain", authorization: `Bearer ${secret}` };
  const plain = await world.app.inject({ method: "POST", url: `/hooks/${id}`, payload: "hello", headers });
  expect(plain.statusCode).toBe(415);
  expect((await post(closed.id, "{}", closed.secret)).statusCode).toBe(401);
  await expect.poll(() => countsOf(id), soon).toEqual([1, 1]);
  await expect.poll(() => countsOf(closed.id), soon).toEqual([0, 1]);
});

test("whoever posts rubbish without end fills neither the table nor another hook's", async () => {
  const [noisy, quiet] = [
    await addHook(world.db, { botId, name: "Noisy", kind: "grafana" }),
    await addHook(world.db, { botId, name: "Quiet", kind: "grafana" }),
  ];
  await post(quiet.id, "{}", quiet.secret);
  // From here on it is known by heart.
  await post(noisy.id, "{}", noisy.secret);
  for (let round = 0; round < 6; round++) {
    await Promise.all(Array.from({ length: 50 }, () => post(noisy.id, "{", noisy.secret)));
    await expect.poll(() => countsOf(noisy.id), soon).toEqual([0, 1 + 50 * (round + 1)]);
  }
  expect((await listHookSamples(world.db, noisy.id, 100)).length).toBeLessThanOrEqual(20);
  await expect.poll(() => listHookSamples(world.db, quiet.id, 100), soon).toHaveLength(1);
});

test("while the database is away posts are taken as before, and counted when it is back", async () => {
  const { id, secret } = await addHook(world.db, { botId, name: "Shop", kind: "generic" });
  expect((await post(id, '{"first":1}', secret)).statusCode).toBe(200);
  world.loseDatabase();
  expect((await post(id, '{"second":2}', secret)).statusCode).toBe(200);
  await expect.poll(() => world.log.some((line) => line.includes("could not be noted")), soon).toBe(true);
  world.returnDatabase();
  await expect.poll(() => countsOf(id), soon).toEqual([2, 0]);
}, 40_000);
