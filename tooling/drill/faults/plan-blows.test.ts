import { expect, test } from "vitest";

import { createSeededRandom } from "../seeded-random.ts";
import { planBlows } from "./plan-blows.ts";

const SIZES = { forMs: 60_000, gateways: 2, workers: 3 };
const planOf = (seed: number) => planBlows(createSeededRandom(seed), SIZES);

test("a seed repeats its plan, and another one has another", () => {
  expect(planOf(7)).toEqual(planOf(7));
  expect(planOf(7)).not.toEqual(planOf(8));
});

test("within a minute every part is hit, at least every two seconds, and none after the end", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const blows = planOf(seed);
    expect(new Set(blows.map(({ target }) => target)).size).toBe(7);
    const times = [0, ...blows.map(({ atMs }) => atMs)];
    expect(Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeLessThanOrEqual(2_000);
    expect(times.at(-1)).toBeLessThanOrEqual(60_000);
  }
});
