import { expect, test } from "vitest";

import { daysOf } from "./named-periods.ts";
import { periodName } from "./period-name.ts";

test.each([
  ["ThisMonth", "2026-11-21", "2026-11-01", "2026-11-21"],
  ["LastMonth", "2026-01-05", "2025-12-01", "2025-12-31"],
  ["LastMonth", "2026-03-31", "2026-02-01", "2026-02-28"],
  ["ThisWeek", "2026-11-22", "2026-11-16", "2026-11-22"],
  ["LastWeek", "2026-11-16", "2026-11-09", "2026-11-15"],
  ["Quarter", "2026-06-30", "2026-04-01", "2026-06-30"],
  ["Yesterday", "2026-01-01", "2025-12-31", "2025-12-31"],
] as const)("%s on %s is %s to %s", (period, today, from, to) => {
  expect(daysOf(period, today)).toEqual({ from, to });
});

test.each([
  ["2026-02-01", "2026-02-28", "February 2026", "февраль 2026"],
  ["2026-06-09", "2026-06-15", "9–15 June 2026", "9–15 июня 2026"],
  ["2026-06-09", "2026-06-09", "9 June 2026", "9 июня 2026"],
])("%s to %s is called so", (from, to, english, russian) => {
  expect([periodName({ from, to }, "en"), periodName({ from, to }, "ru")]).toEqual([english, russian]);
});
