import { expect, test } from "vitest";

import { planWait } from "./plan-wait.ts";

const OFFICE = ["09:00-18:00"];
const rules = {
  calendar: {
    timeZone: "Europe/Moscow",
    hours: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
    holidays: ["2027-03-08"],
    workDays: [],
  },
  remindAfterWorkDays: 1,
  escalateAfterWorkDays: 3,
  expireAfterDays: 21,
};

const plan = (now: string, toDay: string, openedAt = now) => {
  const { remindAt, escalateAt, expireAt, endsAt } = planWait(rules, {
    at: Date.parse(now),
    openedAt: Date.parse(openedAt),
    toDay,
  });
  return [remindAt, escalateAt, expireAt, endsAt].map((at) => (at === null ? null : new Date(at).toISOString()));
};

test("reminders and the next one up come at the beginning of working days, over week-ends and holidays", () => {
  // A Thursday evening; Monday is a holiday.
  expect(plan("2027-03-04T18:00:00Z", "2027-07-28").slice(0, 3)).toEqual([
    "2027-03-05T06:00:00.000Z",
    "2027-03-10T06:00:00.000Z",
    "2027-03-25T18:00:00.000Z",
  ]);
});

test("a request is over with its last day, where people are, unless that had passed already when it was made", () => {
  expect(plan("2027-03-04T07:00:00Z", "2027-03-05").slice(2)).toEqual(Array(2).fill("2027-03-05T21:00:00.000Z"));
  expect(plan("2027-03-10T07:00:00Z", "2027-03-05").slice(2)).toEqual([
    "2027-03-31T07:00:00.000Z",
    "2027-03-05T21:00:00.000Z",
  ]);
});
