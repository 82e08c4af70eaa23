import { expect, test } from "vitest";

import { createSeededRandom } from "../seeded-random.ts";
import { planFlowKills } from "./kill-plan.ts";

test("three runs let each process die at each step, and a seed repeats a run", () => {
  const runs = [0, 1, 2].map((run) => planFlowKills(7, run, createSeededRandom(run)).map(({ target }) => target));
  for (let step = 0; step < 7; step++) {
    expect(new Set(runs.map((targets) => targets[step]))).toEqual(new Set(["postgres", "temporal", "worker"]));
  }
  expect(planFlowKills(7, 4, createSeededRandom(9))).toEqual(planFlowKills(7, 4, createSeededRandom(9)));
});
