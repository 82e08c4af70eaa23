import { expect, test } from "vitest";

import { median, medianRatio, percentile } from "./statistics.ts";

test("the median of rounds is not moved by one disturbed round", () => {
  expect(median([5, 1_000, 4])).toBe(5);
  expect(median([4, 6])).toBe(5);
});

test("a percentile is a value that was measured, and the last one is the worst", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)]).toEqual([50, 99, 100]);
  expect(percentile([7], 0.99)).toBe(7);
});

test("a ratio is taken round by round: a round that slows both sides leaves it as it is", () => {
  expect(medianRatio([200, 20, 220], [100, 10, 100])).toBe(2);
});
