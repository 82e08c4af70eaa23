import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { announce, listen } from "../channel.ts";
import { connect, type DatabaseHandle } from "../client.ts";
import { createFaultyProxy, type FaultyProxy } from "../testing/faulty-proxy.ts";
import { createWorld, type World } from "../testing/world.ts";
import { isDatabaseAway } from "./database-away.ts";

/** A statement may take that long; the machine is busy with other tests. */
const DEADLINE_MS = 1_000;
const SLACK_MS = 1_500;
const BACK_WITHIN_MS = 2_000;

let world: World;
let proxy: FaultyProxy;
let handle: DatabaseHandle;
let replaced = 0;
beforeAll(async () => void (world = await createWorld({ max: 4 })));
afterAll(() => world.close());
beforeEach(async () => {
  replaced = 0;
  proxy = await createFaultyProxy(world.url);
  handle = connect(proxy.url, {
    max: 4,
    statementTimeoutMs: 500,
    deadlineMs: DEADLINE_MS,
    applicationName: "victim",
    onReplaced: () => (replaced += 1),
  });
});
afterEach(async () => {
  await handle.close();
  await proxy.close();
});

const ask = () => handle.db.execute(sql`select 1`);
const askInTransaction = () =>
  handle.db.transaction(async (tx) => {
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
        await (line % 2 === 0 ? ask() : askInTransaction());
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
  ["refuses everybody", () => (proxy.set("refuse"), proxy.cut())],
  ["hangs up during the start of a session", () => (proxy.set("fin"), proxy.cut())],
  ["stops and goes on", () => proxy.set("mute")],
  ["accepts everybody and says nothing", () => (proxy.set("mute"), proxy.forget())],
];

test.each(outages)(
  "a server that %s: each statement settles in time, and all work soon after it is back",
  async (_, begin) => {
    const { seen, stop } = askAllTheTime(12);
    await expect.poll(() => seen.ok).toBeGreaterThan(20);

    begin();
    const failedBefore = seen.failed;
    await expect.poll(() => seen.failed, { timeout: 10_000 }).toBeGreaterThan(failedBefore + 24);
    proxy.set("pass");

    const okBefore = seen.ok;
    await expect.poll(() => seen.ok, { timeout: BACK_WITHIN_MS + SLACK_MS }).toBeGreaterThan(okBefore + 24);
    await stop();
    expect(seen.slowestMs).toBeLessThan(DEADLINE_MS + SLACK_MS);
    expect(seen.notAway).toEqual([]);
    expect(await Promise.all(Array.from({ length: 8 }, ask))).toHaveLength(8);
  },
);

test("connections that a router forgot are replaced while the server is there", async () => {
  await Promise.all(Array.from({ length: 8 }, ask));
  proxy.forget();

  const settled = await Promise.allSettled(Array.from({ length: 8 }, ask));
  expect(settled.map(({ status }) => status)).not.toContain("fulfilled");
  await expect.poll(() => replaced, { timeout: 5_000 }).toBe(1);
  expect(await ask()).toEqual([{ "?column?": 1 }]);
});

test("a client that cannot connect while another can is replaced", async () => {
  proxy.muteNext(1);
  await expect(ask()).rejects.toSatisfy(isDatabaseAway);
  await expect.poll(() => replaced, { timeout: 5_000 }).toBe(1);
  expect(await ask()).toEqual([{ "?column?": 1 }]);
});

test("a server that is slow with one statement keeps its client", async () => {
  await world.db.execute(sql`create table slow (word text)`);
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`lock table slow`);
    await expect(handle.db.execute(sql`insert into slow values ('late')`)).rejects.toSatisfy(isDatabaseAway);
    expect(await ask()).toHaveLength(1);
  });
  expect(replaced).toBe(0);
});

test("a replaced client lets the transactions that are under way come to their end", async () => {
  await world.db.execute(sql`create table kept (word text)`);
  const { promise: isReplaced, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: isOpen, resolve: opened } = Promise.withResolvers<void>();
  const ended = handle.db.transaction(async (tx) => {
    await tx.execute(sql`insert into kept values ('before')`);
    opened();
    await isReplaced;
    await tx.execute(sql`insert into kept values ('after')`);
  });
  await isOpen;

  proxy.muteNext(1);
  await expect(ask()).rejects.toSatisfy(isDatabaseAway);
  await expect.poll(() => replaced, { timeout: 5_000 }).toBe(1);
  goOn();
  await ended;
  expect(await world.db.execute(sql`select word from kept`)).toEqual([{ word: "before" }, { word: "after" }]);
});

test("a statement given up before it was sent is not done later", async () => {
  await world.db.execute(sql`create table unsent (word text)`);
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
  const opened: Promise<unknown>[] = [];
  const busy = Array.from({ length: 4 }, () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    opened.push(promise);
    return handle.db.transaction(() => (resolve(), isOver));
  });
  await Promise.all(opened);

  const insert = sql`insert into unsent values ('late')`;
  const late = [
    ...Array.from({ length: 8 }, () => handle.db.execute(insert)),
    handle.db.transaction((tx) => tx.execute(insert)),
  ];
  for (const result of await Promise.allSettled(late)) {
    expect(result).toMatchObject({ status: "rejected" });
    expect((result as PromiseRejectedResult).reason).toSatisfy(isDatabaseAway);
  }
  end();
  await Promise.all(busy);
  await Promise.all(Array.from({ length: 8 }, ask));
  expect(await world.db.execute(sql`select * from unsent`)).toEqual([]);
  expect(replaced).toBe(0);
});

test("a transaction may think for longer than the deadline", async () => {
  await handle.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    await expect(
      handle.db.transaction(async () => new Promise((resolve) => void setTimeout(resolve, DEADLINE_MS + 200))),
    ).resolves.toBeUndefined();
    await tx.execute(sql`select 2`);
  });
});

test("a transaction whose COMMIT gets no answer is given up, and its connection is not used again", async () => {
  const ended = handle.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    proxy.set("mute");
  });
  await expect(ended).rejects.toThrow(/whether it counts is not known/);
  proxy.set("pass");
  await expect.poll(ask).toHaveLength(1);
  const open = sql`select pid from pg_stat_activity where application_name = 'victim' and state like 'idle in transaction%'`;
  await expect.poll(() => world.db.execute(open)).toEqual([]);
});

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
    handle,
    "botdeck_live",
    (ids) => heard.push(ids),
    () => (ready += 1),
  );
  expect(ready).toBe(1);

  proxy.forget();
  await expect.poll(() => ready, { timeout: 10_000 }).toBe(2);
  await announce(world.db, "botdeck_live", ["after"]);
  await expect.poll(() => heard).toEqual([["after"]]);
  await stop();
});

test("closing a handle whose server is mute takes seconds, not for ever", async () => {
  await ask();
  proxy.set("mute");
  const pending = expect(ask()).rejects.toSatisfy(isDatabaseAway);
  await handle.close();
  await pending;
});
