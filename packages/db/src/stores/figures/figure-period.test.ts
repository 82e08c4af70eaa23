import fc from "fast-check";
import { expect, test } from "vitest";

import { daysIn, durablePartOf, partsOf, periodBefore, plusDays } from "./figure-period.ts";

const Period = fc
  .tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 500 }))
  .map(([start, length]) => ({ from: plusDays("2024-01-01", start), to: plusDays("2024-01-01", start + length) }));

function daysOf({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  return days;
}

test("the parts of a period come to each of its days once and to no other, with at most a month of single days", () => {
  fc.assert(
    fc.property(Period, (period) => {
      const taken = new Map<string, number>();
      const parts = partsOf(period);
      for (const { unit, sign, from, to } of parts) {
        const last = unit === "month" ? lastOfMonth(to) : to;
        for (const day of daysOf({ from, to: last })) taken.set(day, (taken.get(day) ?? 0) + sign);
      }
      const left = [...taken].filter(([, times]) => times !== 0);
      expect(left.map(([day]) => day).toSorted()).toEqual(daysOf(period));
      expect(left.every(([, times]) => times === 1)).toBe(true);
      const single = parts.filter(({ unit }) => unit === "day").map(daysIn);
      expect(single.reduce((sum, days) => sum + days, 0)).toBeLessThanOrEqual(31);
    }),
  );
});

test("the period before is as long and ends where this one begins", () => {
  fc.assert(
    fc.property(Period, (period) => {
      const before = periodBefore(period);
      expect(daysIn(before)).toBe(daysIn(period));
      expect(plusDays(before.to, 1)).toBe(period.from);
    }),
  );
});

test("only days whose seven days are over everywhere can have helped for good", () => {
  const now = new Date("2026-11-21T10:00:00Z");
  expect(durablePartOf({ from: "2026-10-23", to: "2026-11-21" }, now)).toEqual({
    from: "2026-10-23",
    to: "2026-11-11",
  });
  expect(durablePartOf({ from: "2026-10-01", to: "2026-10-31" }, now)).toEqual({
    from: "2026-10-01",
    to: "2026-10-31",
  });
  expect(durablePartOf({ from: "2026-11-15", to: "2026-11-21" }, now)).toBeNull();
});

const lastOfMonth = (first: string) => plusDays(plusDays(first, 31).slice(0, 8) + "01", -1);
