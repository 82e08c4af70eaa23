import { AppError } from "@botdeck/core";
import { expect, test } from "vitest";
import { z } from "zod";

import { waitBeforeRetry } from "./job-retry.ts";

test("a piece is tried again at ever longer pauses of a minute at most, for a quarter of an hour and not much more", () => {
  const pauses: number[] = [];
  for (;;) {
    const wait = waitBeforeRetry(pauses.length, new Error("a deadlock"));
    if (wait === null) break;
    pauses.push(wait);
  }
  expect(pauses.slice(0, 7)).toEqual([2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(Math.max(...pauses)).toBe(60_000);
  const minutes = pauses.reduce((sum, each) => sum + each, 0) / 60_000;
  expect(minutes).toBeGreaterThanOrEqual(15);
  expect(minutes).toBeLessThan(17);
});

test.each([
  ["what was asked wrongly", new AppError("invalid", "no such filter")],
  ["what cannot be read", z.object({ ids: z.array(z.uuid()) }).safeParse({}).error],
])("%s is not tried again", (_what, error) => {
  expect(waitBeforeRetry(0, error)).toBeNull();
});
