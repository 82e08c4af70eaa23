import { expect, test } from "vitest";
import { isOnDay, weekOf } from "./week.ts";

test("a week begins on Monday, on a Sunday too", () => {
  const days = weekOf(new Date(2026, 4, 17, 23, 30));
  expect(days.map((day) => [day.getDay(), day.getDate()])).toEqual(
    [1, 2, 3, 4, 5, 6, 0].map((day, index) => [day, 11 + index]),
  );
});

test("a whole-day entry is on its last day, whatever the time zone, and not on the next", () => {
  const vacation = { from: "2026-05-11T00:00:00.000Z", to: "2026-05-13T00:00:00.000Z", isAllDay: true };
  const days = weekOf(new Date(2026, 4, 11));
  expect(days.map((day) => isOnDay(vacation, day))).toEqual([true, true, true, false, false, false, false]);
});

test("an entry that ends at midnight is not on the day that begins then, and one over midnight is on both", () => {
  const at = (day: number, hour: number) => new Date(2026, 4, day, hour).toISOString();
  const [, , , thursday = new Date(), friday = new Date()] = weekOf(new Date(2026, 4, 14));
  expect(isOnDay({ from: at(14, 22), to: at(15, 0), isAllDay: false }, friday)).toBe(false);
  expect(isOnDay({ from: at(14, 22), to: at(15, 1), isAllDay: false }, thursday)).toBe(true);
  expect(isOnDay({ from: at(14, 22), to: at(15, 1), isAllDay: false }, friday)).toBe(true);
});
