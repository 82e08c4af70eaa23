import { expect, test } from "vitest";

import { countFailure, restartDelayMs } from "./backoff.ts";

test.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [5, 16_000],
  [6, 30_000],
  [60, 30_000],
])("after %i failures in a row a part waits %i ms", (failures, delayMs) => {
  expect(restartDelayMs(failures)).toBe(delayMs);
});

test.each([
  { before: 0, healthyMs: 0, now: 1 },
  { before: 4, healthyMs: 59_999, now: 5 },
  { before: 4, healthyMs: 60_000, now: 1 },
])("$before failures and then $healthyMs healthy ms make $now", ({ before, healthyMs, now }) => {
  expect(countFailure(before, healthyMs)).toBe(now);
});
