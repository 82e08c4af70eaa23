import { expect, test } from "vitest";

import { createSeededRandom } from "../seeded-random.ts";
import { planKills } from "./kill-plan.ts";

const SEEDS = Array.from({ length: 200 }, (_each, seed) => seed);

test("a seed repeats its plan, and seeds differ", () => {
  const plans = SEEDS.map((seed) => JSON.stringify(planKills(4, createSeededRandom(seed))));
  expect(JSON.stringify(planKills(4, createSeededRandom(7)))).toBe(plans[7]);
  expect(new Set(plans).size).toBe(SEEDS.length);
});

test("every plan kills the worker, the Temporal server, and a worker in the middle of a send", () => {
  for (const seed of SEEDS) {
    const kills = planKills(4, createSeededRandom(seed));
    expect(kills.some(({ target }) => target !== "temporal")).toBe(true);
    expect(kills.some(({ target }) => target !== "worker")).toBe(true);
    expect(kills.filter(({ isMidSend }) => isMidSend)).toHaveLength(1);
  }
});
