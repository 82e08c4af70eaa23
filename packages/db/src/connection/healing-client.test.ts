import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { createVictim, DEADLINE_MS, type Victim } from "../testing/victim.ts";
import { createWorld, type World } from "../testing/world.ts";
import { isDatabaseAway } from "./database-away.ts";

let world: World;
let victim: Victim;
beforeAll(async () => void (world = await createWorld({ max: 4 })));
beforeEach(async () => void (victim = await createVictim(world.url)));
afterEach(() => victim.close());
afterAll(() => world.close());

test("connections that a router forgot are replaced while the server is there", async () => {
  await Promise.all(Array.from({ length: 8 }, victim.ask));
  victim.proxy.forget();

  const settled = await Promise.allSettled(Array.from({ length: 8 }, victim.ask));
  expect(settled.map(({ status }) => status)).not.toContain("fulfilled");
  await expect.poll(victim.replaced, { timeout: 5_000 }).toBe(1);
  expect(await victim.ask()).toEqual([{ one: 1 }]);
});

test("a client that cannot connect while another can is replaced", async () => {
  victim.proxy.muteNext(1);
  await expect(victim.ask()).rejects.toSatisfy(isDatabaseAway);
  await expect.poll(victim.replaced, { timeout: 5_000 }).toBe(1);
  expect(await victim.ask()).toEqual([{ one: 1 }]);
});

test("a server that is slow with one statement keeps its client", async () => {
  await world.db.execute(sql`create table slow (word text)`);
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`lock table slow`);
    await expect(victim.db.execute(sql`insert into slow values ('late')`)).rejects.toSatisfy(isDatabaseAway);
    expect(await victim.ask()).toHaveLength(1);
  });
  expect(victim.replaced()).toBe(0);
});

test("a replaced client lets the transactions that are under way come to their end", async () => {
  await world.db.execute(sql`create table kept (word text)`);
  const { promise: isReplaced, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: isOpen, resolve: opened } = Promise.withResolvers<void>();
  const ended = victim.db.transaction(async (tx) => {
    await tx.execute(sql`insert into kept values ('before')`);
    opened();
    await isReplaced;
    await tx.execute(sql`insert into kept values ('after')`);
  });
  await isOpen;

  victim.proxy.muteNext(1);
  await expect(victim.ask()).rejects.toSatisfy(isDatabaseAway);
  await expect.poll(victim.replaced, { timeout: 5_000 }).toBe(1);
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
    return victim.db.transaction(() => (resolve(), isOver));
  });
  await Promise.all(opened);

  const insert = sql`insert into unsent values ('late')`;
  const late = [
    ...Array.from({ length: 8 }, () => victim.db.execute(insert)),
    victim.db.transaction((tx) => tx.execute(insert)),
  ];
  for (const result of await Promise.allSettled(late)) {
    expect(result).toMatchObject({ status: "rejected" });
    expect((result as PromiseRejectedResult).reason).toSatisfy(isDatabaseAway);
  }
  end();
  await Promise.all(busy);
  await Promise.all(Array.from({ length: 8 }, victim.ask));
  expect(await world.db.execute(sql`select * from unsent`)).toEqual([]);
});

test("statements that a lost transaction still had in its queue do not make the client look mute later", async () => {
  const { promise: isOpen, resolve: opened } = Promise.withResolvers<void>();
  const queued: Promise<PromiseSettledResult<unknown>[]>[] = [];
  const lost = victim.db.transaction(async (tx) => {
    // The first holds the others back until the server has told its parameters' types.
    const sent = ["a", "b", "c"].map((word) => tx.execute(sql`select ${word}::text, pg_sleep(30)`).execute());
    queued.push(Promise.allSettled(sent));
    opened();
    await Promise.all(sent);
  });
  const outcome = expect(lost).rejects.toSatisfy(isDatabaseAway);
  await isOpen;
  victim.proxy.cut();
  await outcome;
  const startedAt = performance.now();
  const settled = (await Promise.all(queued)).flat();
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS / 2);
  expect(victim.replaced()).toBe(0);
});

test("a transaction may think for longer than the deadline", async () => {
  await victim.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    await expect(
      victim.db.transaction(async () => new Promise((resolve) => void setTimeout(resolve, DEADLINE_MS + 200))),
    ).resolves.toBeUndefined();
    await tx.execute(sql`select 2`);
  });
});

test("a transaction whose COMMIT gets no answer is given up, and its connection is not used again", async () => {
  const ended = victim.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    victim.proxy.set("mute");
  });
  await expect(ended).rejects.toThrow(/whether it counts is not known/);
  victim.proxy.set("pass");
  await expect.poll(victim.ask).toHaveLength(1);
  const open = sql`select pid from pg_stat_activity where application_name = 'victim' and state like 'idle in transaction%'`;
  await expect.poll(() => world.db.execute(open)).toEqual([]);
});
