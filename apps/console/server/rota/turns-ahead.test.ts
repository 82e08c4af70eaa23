import { expect, test } from "vitest";

import { turnsAhead } from "./turns-ahead.ts";

const rota = {
  timeZone: "UTC",
  layers: [
    { people: ["1", "2"], turn: { every: "week" as const, count: 1 }, startsOn: "2026-11-16", changesAt: "09:00" },
  ],
};
const now = new Date("2026-11-21T09:00:00Z");
const until = new Date("2026-12-05T09:00:00Z");
const brief = (turns: ReturnType<typeof turnsAhead>) =>
  turns.map(({ userIds, fromAt, untilAt }) => [userIds.join(), fromAt.toISOString(), untilAt.toISOString()]);

test("the turns of two weeks follow one another without a gap, with what was taken over among them", () => {
  const fromAt = new Date("2026-11-24T00:00:00Z");
  const untilAt = new Date("2026-11-25T00:00:00Z");
  const overrides = [{ userId: "3", fromAt, untilAt }];
  expect(brief(turnsAhead({ rota, overrides, absences: [], now }, until))).toEqual([
    ["1", "2026-11-21T09:00:00.000Z", "2026-11-23T09:00:00.000Z"],
    ["2", "2026-11-23T09:00:00.000Z", "2026-11-24T00:00:00.000Z"],
    ["3", "2026-11-24T00:00:00.000Z", "2026-11-25T00:00:00.000Z"],
    ["2", "2026-11-25T00:00:00.000Z", "2026-11-30T09:00:00.000Z"],
    ["1", "2026-11-30T09:00:00.000Z", "2026-12-05T09:00:00.000Z"],
  ]);
});

test("while everybody is away nobody is on call, which is told too", () => {
  const absences = ["1", "2"].map((userId) => ({ userId, fromAt: now, untilAt: until }));
  expect(brief(turnsAhead({ rota, overrides: [], absences, now }, until))).toEqual([
    ["", "2026-11-21T09:00:00.000Z", "2026-12-05T09:00:00.000Z"],
  ]);
});
