import fc from "fast-check";
import { expect, test } from "vitest";

import { addWorkingTime, workDayAfter, workDaysIn, workingTimeBetween } from "./add-working-time.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

const HOUR = 3_600_000;
const DAY = ["09:00-13:00", "14:00-18:00"];
// 2026-11-20 is a Friday; 2026-11-28 a Saturday that is worked.
const office: WorkingCalendar = {
  timeZone: "Europe/Moscow",
  hours: [DAY, DAY, DAY, DAY, DAY, [], []],
  holidays: ["2026-11-24"],
  workDays: ["2026-11-28"],
};

test.each([
  ["within a shift", "2026-11-20T07:00:00Z", 2, "2026-11-20T09:00:00.000Z"],
  ["over lunch", "2026-11-20T09:00:00Z", 2, "2026-11-20T12:00:00.000Z"],
  ["to the very end of a day", "2026-11-20T11:00:00Z", 4, "2026-11-20T15:00:00.000Z"],
  ["over a week-end", "2026-11-20T14:00:00Z", 2, "2026-11-23T07:00:00.000Z"],
  ["from a night", "2026-11-21T23:00:00Z", 1, "2026-11-23T07:00:00.000Z"],
  ["over a holiday", "2026-11-23T14:00:00Z", 2, "2026-11-25T07:00:00.000Z"],
  ["into a Saturday that is worked", "2026-11-27T14:00:00Z", 2, "2026-11-28T07:00:00.000Z"],
])("working time passes only while people work: %s", (_, at, hours, expected) => {
  expect(addWorkingTime(office, at, hours * HOUR)).toBe(expected);
  expect(workingTimeBetween(office, at, expected)).toBe(hours * HOUR);
});

test("where nobody ever works no time passes, and no moment is promised", () => {
  const never = { ...office, hours: [] };
  expect(addWorkingTime(never, "2026-11-20T07:00:00Z", HOUR)).toBeNull();
  expect(workDayAfter(never, "2026-11-20T07:00:00Z", 1)).toBeNull();
  expect(workingTimeBetween(never, "2026-11-20T07:00:00Z", "2026-12-20T07:00:00Z")).toBe(0);
});

test("a working day later is the beginning of the next one, over days off and holidays", () => {
  expect(workDayAfter(office, "2026-11-20T20:00:00Z", 1)).toBe("2026-11-23T06:00:00.000Z");
  expect(workDayAfter(office, "2026-11-20T07:00:00Z", 2)).toBe("2026-11-25T06:00:00.000Z");
  expect(workDaysIn(office, { from: "2026-11-20", to: "2026-11-29" })).toBe(6);
});

test("over every stretch, what was added is what lies between, also where clocks change", () => {
  const zones = fc.constantFrom("Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");
  const minutes = fc.integer({ min: 0, max: 300 * 24 * 60 });
  fc.assert(
    fc.property(zones, minutes, fc.integer({ min: 1, max: 400 }), (timeZone, begin, quarters) => {
      const calendar = { ...office, timeZone };
      const at = new Date(Date.UTC(2026, 0, 1) + begin * 60_000).toISOString();
      const end = addWorkingTime(calendar, at, quarters * 900_000);
      expect(end === null ? null : workingTimeBetween(calendar, at, end)).toBe(quarters * 900_000);
    }),
  );
});
