import { expect, test } from "vitest";

import { calendarDay } from "./calendar-day.ts";

test.each([
  ["2026-11-12T00:00:00", "2026-11-12"],
  ["2028-02-29", "2028-02-29"],
  ["2026-02-29", null],
  ["2026-13-45T00:00:00", null],
  ["12.11.2026", null],
  ["", null],
  [null, null],
])("%j is the day %j", (moment, day) => {
  expect(calendarDay(moment)).toBe(day);
});
