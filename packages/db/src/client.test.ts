import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { connect, type DatabaseHandle } from "./client.ts";
import { isDatabaseAway } from "./connection/database-away.ts";
import { createWorld, type World } from "./testing/world.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

test("connections that are cut under load fail their queries and nothing else", async () => {
  const victim = connect(world.url, { max: 5, applicationName: "victim" });
  const failures: unknown[] = [];
  // Counted by what they hit: on a busy machine, dozens of cuts come before the first connection is open.
  const isEnough = () => failures.length >= 30;
  const killer = (async () => {
    while (!isEnough()) await world.cut("victim");
  })();

  while (!isEnough()) {
    const batch = Array.from({ length: 10 }, (_, index) =>
      index % 2 === 0
        ? victim.db.execute(sql`select 1`)
        : victim.db.transaction(async (tx) => {
            await tx.execute(sql`select 1`);
            await tx.execute(sql`select 2`);
          }),
    );
    for (const result of await Promise.allSettled(batch)) {
      if (result.status === "rejected") failures.push(result.reason);
    }
  }
  await killer;

  expect(failures.filter((failure) => !isDatabaseAway(failure))).toEqual([]);
  await worksAgain(victim);
  await victim.close();
});

test("a transaction whose connection was cut between two statements fails, and its later statements reach nothing", async () => {
  const victim = connect(world.url, { max: 1, applicationName: "cut-between" });
  await world.db.execute(sql`create table written (word text)`);

  const cut = victim.db.transaction(async (tx) => {
    await tx.execute(sql`insert into written values ('before')`);
    await world.cut("cut-between");
    // The pool opens its only connection again for this one.
    await worksAgain(victim);
    await tx.execute(sql`insert into written values ('after')`);
  });

  await expect(cut).rejects.toThrow();
  await expect(victim.db.execute(sql`insert into written values ('next')`)).resolves.toBeDefined();
  expect(await world.db.execute(sql`select word from written`)).toEqual([{ word: "next" }]);
  await victim.close();
});

test("work that goes on after its transaction ended reaches nothing", async () => {
  await world.db.execute(sql`create table late (word text)`);
  let late: Promise<unknown> = Promise.resolve();
  const gaveUp = new Error("gave up");

  const ended = world.db.transaction(async (tx) => {
    late = ended.catch(() => {}).then(() => tx.execute(sql`insert into late values ('late')`));
    throw gaveUp;
  });

  await expect(ended).rejects.toBe(gaveUp);
  await expect(late).rejects.toThrow();
  expect(await world.db.execute(sql`select word from late`)).toEqual([]);
});

test("what follows a statement that was under way when its transaction was given up reaches nothing", async () => {
  await world.db.execute(sql`create table afterwards (word text)`);
  for (let round = 0; round < 20; round++) {
    let late: Promise<unknown> = Promise.resolve();
    const ended = world.db.transaction(async (tx) => {
      const started = tx.execute(sql`select pg_sleep(0.01)`);
      late = started.then(() => tx.execute(sql`insert into afterwards values ('late')`));
      // As a handler's timeout does: the work is given up while its statement still runs.
      await Promise.race([late, Promise.reject(new Error("took too long"))]);
    });
    await expect(ended).rejects.toThrow("took too long");
    await late.catch(() => {});
  }
  expect(await world.db.execute(sql`select word from afterwards`)).toEqual([]);
});

/** A session that was just cut may end later than the cut is confirmed, so the next statement may still fail with it. */
async function worksAgain({ db }: DatabaseHandle): Promise<void> {
  const ask = () => db.execute(sql`select 1 as one`).catch(() => null);
  await expect.poll(ask, { timeout: 10_000 }).toEqual([{ one: 1 }]);
}
