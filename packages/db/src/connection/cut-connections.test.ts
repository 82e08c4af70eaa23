import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { connect } from "../client.ts";
import { createWorld, type World } from "../testing/world.ts";
import { isDatabaseAway } from "./database-away.ts";

/** Statements of a cut connection fail at once and their next try waits for a new one; far below any deadline. */
const SETTLED_WITHIN_MS = 1_000;
const LINES = 8;

let world: World;
beforeAll(async () => {
  world = await createWorld({ max: 4 });
  await world.db.execute(sql`create table written (number int primary key, words text not null)`);
});
afterAll(() => world.close());

test("connections terminated ten times in a row: each statement soon fails or gets its own answer, and what is confirmed was done", async () => {
  let replaced = 0;
  const pool = connect(world.url, { max: 16, applicationName: "cut", onReplaced: () => (replaced += 1) });
  // The driver writes a short statement at the end of the turn, and a long one at once.
  const words = ["short", "long".repeat(500)];
  const confirmed: number[] = [];
  const strange: unknown[] = [];
  let [last, failed, slowestMs, working] = [0, 0, 0, true];
  const write = async (number: number) => {
    const text = words[number % 2];
    if (number % 3 === 0) await pool.db.execute(sql`insert into written values (${number}::int, ${text})`);
    else await pool.db.transaction((tx) => tx.execute(sql`insert into written values (${number}::int, ${text})`));
    confirmed.push(number);
  };
  const ask = async (number: number) => {
    const rows = await pool.db.execute(sql`select ${number}::int as number, ${words[number % 2]}::text as words`);
    if (rows.length !== 1 || rows[0]?.["number"] !== number) strange.push({ asked: number, answered: [...rows] });
  };
  const lines = Array.from({ length: LINES }, async (_, line) => {
    while (working) {
      const number = (last += 1);
      const startedAt = performance.now();
      try {
        await (line % 2 === 0 ? write(number) : ask(number));
      } catch (error) {
        failed += 1;
        if (!isDatabaseAway(error)) strange.push(error);
      }
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    }
  });

  for (let round = 1; round <= 10; round++) {
    const before = confirmed.length;
    // More connections than the lines need: one that is idle is cut as well, and is the next to be used.
    await Promise.allSettled(Array.from({ length: 16 }, () => pool.sql`select 1`));
    await world.cut("cut");
    await expect.poll(() => confirmed.length, { interval: 5, timeout: 10_000 }).toBeGreaterThan(before + LINES);
  }
  working = false;
  await Promise.all(lines);
  await pool.close();

  const done = await world.db.execute<{ number: number }>(sql`select number from written`);
  const written = new Set(done.map(({ number }) => number));
  console.log({
    failed,
    confirmed: confirmed.length,
    slowestMs,
    replaced,
    strange: strange.length,
    missing: confirmed.filter((number) => !written.has(number)).length,
  });
  expect(failed).toBeGreaterThan(0);
  expect(confirmed.filter((number) => !written.has(number))).toEqual([]);
  expect(strange).toEqual([]);
  expect(replaced).toBe(0);
  expect(slowestMs).toBeLessThan(SETTLED_WITHIN_MS);
});
