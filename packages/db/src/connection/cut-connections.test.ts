import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { connect } from "../client.ts";
import { createWorld, type World } from "../testing/world.ts";
import { isDatabaseAway } from "./database-away.ts";

/** What is cut fails at once, and its next try waits for a new connection at most: far less than any deadline. */
const SETTLED_WITHIN_MS = 2_000;
const CONNECTIONS = 16;
/** Fewer than connections, so that some of those are idle when they are cut, and used before they have closed. */
const LINES = 8;
/** The driver sends a short statement at the end of the turn, and a long one at once. */
const WORDS = ["short", "long".repeat(500)] as const;

let world: World;
beforeAll(async () => {
  world = await createWorld({ max: 4 });
  await world.db.execute(sql`create table written (number int primary key, words text not null)`);
});
afterAll(() => world.close());

test("connections terminated ten times in a row: each statement soon fails or gets its own answer, and what was confirmed is done", async () => {
  let replaced = 0;
  const pool = connect(world.url, { max: CONNECTIONS, applicationName: "cut", onReplaced: () => (replaced += 1) });
  const confirmed: number[] = [];
  const strange: unknown[] = [];
  let [last, failed, slowestMs, working] = [0, 0, 0, true];

  const write = async (number: number, words: string) => {
    const insert = sql`insert into written values (${number}::int, ${words})`;
    await (number % 3 === 0 ? pool.db.transaction((tx) => tx.execute(insert)) : pool.db.execute(insert));
    confirmed.push(number);
  };
  const ask = async (number: number, words: string) => {
    const rows = await pool.db.execute(sql`select ${number}::int as number, length(${words}::text) as length`);
    if (rows.length !== 1 || rows[0]?.["number"] !== number) strange.push({ asked: number, answered: [...rows] });
  };
  const lines = Array.from({ length: LINES }, async (_, line) => {
    while (working) {
      const number = (last += 1);
      const startedAt = performance.now();
      try {
        await (line % 2 === 0 ? write : ask)(number, WORDS[Math.floor(number / 2) % 2] ?? "");
      } catch (error) {
        failed += 1;
        if (!isDatabaseAway(error)) strange.push(error);
      }
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    }
  });
  const openAll = () => Promise.allSettled(Array.from({ length: CONNECTIONS }, () => pool.sql`select 1`));

  for (let round = 1; round <= 10; round++) {
    await openAll();
    const before = confirmed.length;
    await world.cut("cut");
    await expect.poll(() => confirmed.length, { interval: 5, timeout: 10_000 }).toBeGreaterThan(before + LINES);
  }
  working = false;
  await Promise.all(lines);
  await pool.close();

  const rows = await world.db.execute<{ number: number }>(sql`select number from written`);
  const written = new Set(rows.map(({ number }) => number));
  expect(failed).toBeGreaterThan(0);
  expect(strange).toEqual([]);
  expect(confirmed.filter((number) => !written.has(number))).toEqual([]);
  expect(replaced).toBe(0);
  expect(slowestMs).toBeLessThan(SETTLED_WITHIN_MS);
});
