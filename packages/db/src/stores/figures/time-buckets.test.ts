import fc from "fast-check";
import { expect, test } from "vitest";

import { bucketOf, quantileOf, startOf, TIME_BOUNDS, TIME_ERROR } from "./time-buckets.ts";

const LAST_MS = 2_147_483_647;
const Ms = fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: LAST_MS }));
const Share = fc.double({ min: 0.01, max: 1, noNaN: true });

const bucketsOf = (times: readonly number[]) =>
  new Map([...Map.groupBy(times, bucketOf)].map(([bucket, some]) => [bucket, some.length]));

test("bounds rise, each about a tenth above the one before", () => {
  for (const [index, bound] of TIME_BOUNDS.entries()) {
    const before = TIME_BOUNDS[index - 1] ?? bound - 1;
    expect(bound).toBeGreaterThan(before);
    if (index > 0) expect(bound).toBeLessThanOrEqual(Math.max(before * 1.1, before + 1));
  }
});

test("a time lies in its bucket, and a bound at the beginning of its own", () => {
  fc.assert(
    fc.property(Ms, (ms) => {
      const bucket = bucketOf(ms);
      expect(startOf(bucket)).toBeLessThanOrEqual(ms);
      expect(TIME_BOUNDS[bucket] ?? Infinity).toBeGreaterThan(ms);
    }),
  );
  for (const [index, bound] of TIME_BOUNDS.entries()) expect(bucketOf(bound)).toBe(index + 1);
});

test("a quantile is as near to the true one as it is said to be", () => {
  fc.assert(
    fc.property(fc.array(Ms, { minLength: 1, maxLength: 200 }), Share, (times, share) => {
      const sorted = times.toSorted((one, other) => one - other);
      const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0;
      const told = quantileOf(bucketsOf(times), share) ?? Number.NaN;
      expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact < 10 ? 9 : TIME_ERROR * exact + 0.5);
    }),
  );
});

test("buckets of two halves added together say what those of the whole do", () => {
  fc.assert(
    fc.property(fc.array(Ms), fc.array(Ms), Share, (one, other, share) => {
      const sum = bucketsOf(one);
      for (const [bucket, count] of bucketsOf(other)) sum.set(bucket, (sum.get(bucket) ?? 0) + count);
      expect(quantileOf(sum, share)).toBe(quantileOf(bucketsOf([...one, ...other]), share));
    }),
  );
});

test("of no times there is no quantile", () => {
  expect(quantileOf(new Map(), 0.5)).toBeNull();
});
