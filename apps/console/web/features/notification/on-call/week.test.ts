import { expect, test } from "vitest";

import { placeIn, weekOf, weeksOn } from "./week.ts";

const NOW = new Date(2026, 10, 22, 15, 30);

test("a week is the reader's, from Monday's midnight to the next one, whatever day is named", () => {
  for (const day of [undefined, "2026-11-16", "2026-11-22"]) {
    const { fromAt, untilAt } = weekOf(day, NOW);
    expect([fromAt, untilAt]).toEqual([new Date(2026, 10, 16), new Date(2026, 10, 23)]);
  }
});

test("weeks follow one another over the end of a year", () => {
  const week = weekOf("2026-12-31", NOW);
  expect([weeksOn(week, 0), weeksOn(week, 1), weeksOn(week, -1)]).toEqual(["2026-12-28", "2027-01-04", "2026-12-21"]);
});

test("a turn is cut at the ends of the week, and goes on to them where nobody knows its own", () => {
  const week = weekOf("2026-11-16", NOW);
  const day = (date: number) => new Date(2026, 10, date);
  expect(placeIn(week, day(10), day(16 + 7))).toEqual({ start: 0, width: 100 });
  expect(placeIn(week, day(22), null).start).toBeCloseTo(85.7, 1);
  expect(placeIn(week, null, day(17)).width).toBeCloseTo(14.3, 1);
});
