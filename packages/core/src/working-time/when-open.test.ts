import fc from "fast-check";
import { expect, test } from "vitest";

import { localOf } from "./local-time.ts";
import { whenOpen } from "./when-open.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

const DAY_MS = 86_400_000;
const SHIFT = ["10:00-19:00"];
const WEEK = [SHIFT, SHIFT, SHIFT, SHIFT, SHIFT, ["11:00-17:00"], []];
const shop = (more: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  timeZone: "Europe/Moscow",
  hours: WEEK,
  holidays: [],
  ...more,
});
const closedUntil = (day: string, from: string, opensAt: string) => ({ isOpen: false, day, from, opensAt });

// 2026-11-20 is a Friday.
test.each([
  ["in the first minute", shop(), "2026-11-20T07:00:00Z", { isOpen: true, until: "19:00" }],
  ["in the last one", shop(), "2026-11-20T15:59:59Z", { isOpen: true, until: "19:00" }],
  ["after it", shop(), "2026-11-20T16:00:00Z", closedUntil("2026-11-21", "11:00", "2026-11-21T08:00:00.000Z")],
  ["before it", shop(), "2026-11-20T06:59:00Z", closedUntil("2026-11-20", "10:00", "2026-11-20T07:00:00.000Z")],
  ["over a day off", shop(), "2026-11-21T15:00:00Z", closedUntil("2026-11-23", "10:00", "2026-11-23T07:00:00.000Z")],
  [
    "over a holiday",
    shop({ holidays: ["2026-11-23", "2026-11-24"] }),
    "2026-11-22T09:00:00Z",
    closedUntil("2026-11-25", "10:00", "2026-11-25T07:00:00.000Z"),
  ],
  [
    "between the shifts of a day, in whatever order they are written",
    shop({ hours: Array.from({ length: 7 }, () => ["14:00-18:00", "09:00-13:00"]) }),
    "2026-11-20T10:30:00Z",
    closedUntil("2026-11-20", "14:00", "2026-11-20T11:00:00.000Z"),
  ],
  [
    "until midnight",
    shop({ hours: Array.from({ length: 7 }, () => ["00:00-23:59"]) }),
    "2026-11-20T20:58:00Z",
    { isOpen: true, until: "23:59" },
  ],
  [
    "where it is tomorrow already",
    shop({ timeZone: "Asia/Kamchatka" }),
    "2026-11-19T22:00:00Z",
    { isOpen: true, until: "19:00" },
  ],
  [
    "where it is tomorrow already, and closed",
    shop({ timeZone: "Asia/Kamchatka" }),
    "2026-11-19T21:00:00Z",
    closedUntil("2026-11-20", "10:00", "2026-11-19T22:00:00.000Z"),
  ],
  [
    "over the night on which clocks go forward",
    shop({ timeZone: "Europe/Berlin", hours: Array.from({ length: 7 }, () => SHIFT) }),
    "2026-03-28T20:00:00Z",
    closedUntil("2026-03-29", "10:00", "2026-03-29T08:00:00.000Z"),
  ],
  [
    "in the small hours on which clocks go back",
    shop({ timeZone: "Europe/Berlin", hours: Array.from({ length: 7 }, () => ["02:30-06:00"]) }),
    "2026-10-24T22:00:00Z",
    closedUntil("2026-10-25", "02:30", "2026-10-25T01:30:00.000Z"),
  ],
  [
    "in the small hours on which clocks go forward",
    shop({ timeZone: "America/New_York", hours: Array.from({ length: 7 }, () => ["03:30-06:00"]) }),
    "2026-03-08T05:00:00Z",
    closedUntil("2026-03-08", "03:30", "2026-03-08T07:30:00.000Z"),
  ],
  [
    "in the small hours on which clocks go forward, east of Greenwich",
    shop({ timeZone: "Europe/Berlin", hours: Array.from({ length: 7 }, () => ["02:30-06:00"]) }),
    "2026-03-29T00:00:00Z",
    closedUntil("2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"),
  ],
  [
    "over a shift that clocks leave out when they go forward",
    shop({ timeZone: "America/New_York", hours: Array.from({ length: 7 }, () => ["02:00-02:30"]) }),
    "2026-03-08T05:00:00Z",
    closedUntil("2026-03-09", "02:00", "2026-03-09T06:00:00.000Z"),
  ],
  ["when nobody ever works", shop({ hours: [] }), "2026-11-20T09:00:00Z", { isOpen: false, day: null }],
])("tells when people answer: %s", (_, hours, at, expected) => {
  expect(whenOpen(hours, at)).toEqual(expected);
});

const minute = fc.integer({ min: 0, max: 47 }).map((half) => {
  const [hour, rest] = [Math.floor(half / 2), half % 2];
  return `${String(hour).padStart(2, "0")}:${rest === 0 ? "00" : "30"}`;
});
const shift = fc
  .tuple(minute, minute)
  .filter(([from, until]) => from < until)
  .map(([from, until]) => `${from}-${until}`);

const anyShop: fc.Arbitrary<WorkingCalendar> = fc.record({
  timeZone: fc.constantFrom("Europe/Moscow", "Asia/Kamchatka", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"),
  hours: fc.array(fc.array(shift, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
  holidays: fc.array(fc.integer({ min: 0, max: 20 }).map(dayOfMarch), { maxLength: 4 }),
});
// Clocks change in these weeks in New York.
const anyMoment = fc
  .integer({ min: 0, max: 20 * 24 * 60 })
  .map((passed) => new Date(MARCH + passed * 60_000).toISOString());

const MARCH = Date.UTC(2026, 2, 1);
function dayOfMarch(ahead: number): string {
  return new Date(MARCH + ahead * DAY_MS).toISOString().slice(0, 10);
}

test("the promised moment is the promised time of the promised day there, lies ahead, and people do answer then", () => {
  fc.assert(
    fc.property(anyShop, anyMoment, (given, at) => {
      const open = whenOpen(given, at);
      if (open.isOpen || open.day === null) return;
      const there = localOf(open.opensAt, given.timeZone);
      // The hour that clocks leave out is followed by the one that is meant.
      if (!isLeftOut(open.day, open.from, given.timeZone)) expect(there).toEqual({ day: open.day, time: open.from });
      expect(Date.parse(open.opensAt)).toBeGreaterThan(Date.parse(at) - 60_000);
      expect(given.holidays).not.toContain(open.day);
      expect(whenOpen(given, open.opensAt).isOpen).toBe(true);
    }),
  );
});

const isLeftOut = (day: string, time: string, timeZone: string): boolean =>
  timeZone === "America/New_York" && day === "2026-03-08" && time >= "02:00" && time < "03:00";

test("nobody is told to wait while people answer", () => {
  fc.assert(
    fc.property(anyShop, anyMoment, (given, at) => {
      const { day, time } = localOf(at, given.timeZone);
      const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
      const shifts = given.holidays.includes(day) ? [] : (given.hours[weekday] ?? []);
      const isWithin = shifts.some((each) => each.slice(0, 5) <= time && time < each.slice(6));
      expect(whenOpen(given, at).isOpen).toBe(isWithin);
    }),
  );
});
