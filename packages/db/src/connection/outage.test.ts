import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { announce, listen } from "../channel.ts";
import { connect } from "../client.ts";
import { createVictim, DEADLINE_MS, type Victim } from "../testing/victim.ts";
import { createWorld, type World } from "../testing/world.ts";
import { isDatabaseAway } from "./database-away.ts";

/** How much later than promised, as the machine is busy with other tests, in milliseconds. */
const SLACK_MS = 1_500;
const BACK_WITHIN_MS = 2_000;

let world: World;
let victim: Victim;
beforeAll(async () => void (world = await createWorld({ max: 4 })));
beforeEach(async () => void (victim = await createVictim(world.url)));
afterEach(() => victim.close());
afterAll(() => world.close());

const askInTransaction = () =>
  victim.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    await tx.transaction((inner) => inner.execute(sql`select 2`));
  });

/** Keeps asking on several lines at once until told to stop; knows what failed, and how long the slowest took. */
function askAllTheTime(lines: number) {
  const seen = { ok: 0, failed: 0, notAway: [] as unknown[], slowestMs: 0 };
  let working = true;
  const all = Array.from({ length: lines }, async (_, line) => {
    while (working) {
      const startedAt = performance.now();
      try {
        await (line % 2 === 0 ? victim.ask() : askInTransaction());
        seen.ok += 1;
      } catch (error) {
        seen.failed += 1;
        if (!isDatabaseAway(error)) seen.notAway.push(error);
      }
      seen.slowestMs = Math.max(seen.slowestMs, performance.now() - startedAt);
    }
  });
  return { seen, stop: () => ((working = false), Promise.all(all)) };
}

const outages: [string, () => void][] = [
  ["refuses everybody", () => (victim.proxy.set("refuse"), victim.proxy.cut())],
  ["hangs up during the start of a session", () => (victim.proxy.set("fin"), victim.proxy.cut())],
  ["stops and goes on", () => victim.proxy.set("mute")],
  ["accepts everybody and says nothing", () => (victim.proxy.set("mute"), victim.proxy.forget())],
];

test.each(outages)(
  "a server that %s: each statement settles in time, and all work soon after it is back",
  async (_, begin) => {
    const { seen, stop } = askAllTheTime(12);
    await expect.poll(() => seen.ok).toBeGreaterThan(20);

    begin();
    const failedBefore = seen.failed;
    await expect.poll(() => seen.failed, { timeout: 10_000 }).toBeGreaterThan(failedBefore + 24);
    victim.proxy.set("pass");

    const okBefore = seen.ok;
    await expect.poll(() => seen.ok, { timeout: BACK_WITHIN_MS + SLACK_MS }).toBeGreaterThan(okBefore + 24);
    await stop();
    expect(seen.slowestMs).toBeLessThan(DEADLINE_MS + SLACK_MS);
    expect(seen.notAway).toEqual([]);
    expect(await Promise.all(Array.from({ length: 8 }, victim.ask))).toHaveLength(8);
  },
);

test("every connection terminated ten times in a row leaves a pool that answers at once", async () => {
  const { seen, stop } = askAllTheTime(12);
  for (let round = 1; round <= 10; round++) {
    const okBefore = seen.ok;
    await world.cut("victim");
    await expect.poll(() => seen.ok, { timeout: BACK_WITHIN_MS + SLACK_MS }).toBeGreaterThan(okBefore + 12);
  }
  await stop();
  expect(seen.failed).toBeGreaterThan(0);
  expect(seen.notAway).toEqual([]);
  expect(seen.slowestMs).toBeLessThan(DEADLINE_MS + SLACK_MS);
});

test("a server with no connection left says so in time, and takes us when there is one again", async () => {
  await world.db.execute(sql`create role crowd login password 'crowd' connection limit 4`);
  const url = new URL(world.url);
  [url.username, url.password] = ["crowd", "crowd"];
  const idle = connect(url.href, { max: 4 });
  await Promise.all(Array.from({ length: 4 }, () => idle.db.execute(sql`select pg_sleep(0.05)`)));

  const late = connect(url.href, { max: 4, deadlineMs: DEADLINE_MS });
  const refused = await Promise.allSettled(Array.from({ length: 20 }, () => late.db.execute(sql`select 1`)));
  expect(refused.every((result) => result.status === "rejected" && isDatabaseAway(result.reason))).toBe(true);
  expect(refused.map((result) => String((result as PromiseRejectedResult).reason.cause))).toContainEqual(
    expect.stringContaining("too many connections"),
  );

  await idle.close();
  await expect
    .poll(() => late.sql`select 1 as one`.catch(() => null), { timeout: BACK_WITHIN_MS })
    .toEqual([{ one: 1 }]);
  await late.close();
  await world.db.execute(sql`drop role crowd`);
});

test("a listener that was forgotten listens again and says that it may have missed something", async () => {
  const heard: string[][] = [];
  let ready = 0;
  const stop = await listen(
    victim.handle,
    "botdeck_live",
    (ids) => heard.push(ids),
    () => (ready += 1),
  );
  expect(ready).toBe(1);

  victim.proxy.forget();
  await expect.poll(() => ready, { timeout: 10_000 }).toBe(2);
  await announce(world.db, "botdeck_live", ["after"]);
  await expect.poll(() => heard).toEqual([["after"]]);
  await stop();
});

test("closing a handle whose server is mute takes seconds, not for ever", async () => {
  await victim.ask();
  victim.proxy.set("mute");
  const pending = expect(victim.ask()).rejects.toSatisfy(isDatabaseAway);
  await victim.handle.close();
  await pending;
});
