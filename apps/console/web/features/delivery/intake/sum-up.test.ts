import { expect, test } from "vitest";

import { type IntakeRow, sumUp } from "./sum-up.ts";

const row = (hour: string, portalId: string, came: number): IntakeRow => ({
  hour: `2026-11-21T${hour}:00:00.000Z`,
  portalId,
  came,
  answered: came - 1,
  ignored: 0,
  waiting: 1,
  dead: 0,
  discarded: 0,
  recovered: 0,
  countedAt: `2026-11-21T${hour}:30:00.000Z`,
});

test("the same events are summed up by the hour, by portal and in all", () => {
  const { byHour, byPortal, total, countedAt } = sumUp([row("11", "a", 3), row("11", "b", 5), row("10", "b", 1)]);
  expect(byHour.map(({ key, figures }) => [key.slice(11, 13), figures.came])).toEqual([
    ["11", 8],
    ["10", 1],
  ]);
  expect(byPortal.map(({ key, figures }) => [key, figures.came])).toEqual([
    ["b", 6],
    ["a", 3],
  ]);
  expect(total).toMatchObject({ came: 9, answered: 6, waiting: 3 });
  expect(countedAt).toBe("2026-11-21T11:30:00.000Z");
});
