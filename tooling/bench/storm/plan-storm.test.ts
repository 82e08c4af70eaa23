import { expect, test } from "vitest";

import { expectedOf, planStorm } from "./plan-storm.ts";

const SIZE = { states: 10_000, groups: 50, seconds: 60, perPost: 10 };

test("ten thousand states of fifty groups come within the minute, at even distances", () => {
  const posts = planStorm(SIZE);
  expect(posts.flatMap(({ alerts }) => alerts)).toHaveLength(10_000);
  expect(new Set(posts.map(({ group }) => group)).size).toBe(50);
  expect(posts.at(0)?.dueMs).toBe(0);
  expect(posts.at(-1)?.dueMs).toBeLessThan(60_000);
});

test("an alert ends once, and after it began", () => {
  const firing = new Set<string>();
  for (const { group, alerts } of planStorm(SIZE)) {
    for (const { number, status } of alerts) {
      const name = `${group}:${number}`;
      if (status === "firing") {
        expect(firing.has(name)).toBe(false);
        firing.add(name);
      } else expect(firing.delete(name)).toBe(true);
    }
  }
});

test("what has to be known in the end is what was told", () => {
  expect(expectedOf(planStorm(SIZE), SIZE.groups)).toEqual(
    Array.from({ length: 50 }, () => ({ firing: 160, total: 180 })),
  );
});
