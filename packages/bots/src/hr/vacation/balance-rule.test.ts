import { expect, test } from "vitest";

import type { AbsenceFacts } from "../services.ts";
import { balancesOf, type BalanceRule, countDays, leftIn } from "./balance-rule.ts";

const OFFICE = ["09:00-18:00"];
const rule: BalanceRule = {
  daysPerYear: 28,
  countedKinds: ["paid"],
  daysAre: "calendar",
  calendar: {
    timeZone: "Europe/Moscow",
    hours: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
    holidays: ["2027-07-19"],
    workDays: [],
  },
};
const span = (fromDay: string, toDay: string, fromNoon = false, untilNoon = false) => ({
  fromDay,
  toDay,
  fromNoon,
  untilNoon,
});
const absence = (id: string, given: Partial<AbsenceFacts>): AbsenceFacts => ({
  ...span("2027-01-11", "2027-01-20"),
  id,
  kind: "paid",
  comment: "",
  personId: "1",
  personName: "Anna",
  state: "approved",
  version: 1,
  approverId: null,
  reason: null,
  workflowId: id,
  ...given,
});

test.each([
  ["all days of the calendar", span("2027-07-15", "2027-07-28"), "calendar", 14],
  ["working days, without a holiday", span("2027-07-15", "2027-07-28"), "working", 9],
  ["half a day", span("2027-07-15", "2027-07-15", true), "calendar", 0.5],
  ["halves at both ends", span("2027-07-15", "2027-07-16", true, true), "calendar", 1],
  ["a half of a day off, which is none", span("2027-07-18", "2027-07-20", true), "working", 1],
] as const)("counted are %s", (_, days, daysAre, count) => {
  expect(countDays(days, { ...rule, daysAre })).toBe(count);
});

test("each year has its own days, and one that goes over its end takes from both", () => {
  const balances = balancesOf({ ...span("2026-12-28", "2027-01-03"), kind: "paid" }, [absence("a", {})], rule);
  expect(balances).toEqual([
    { year: "2026", left: 28, needed: 4 },
    { year: "2027", left: 18, needed: 3 },
  ]);
});

test("what was refused or taken back, is of another kind, or is the request itself takes nothing", () => {
  const others = [
    absence("a", { state: "declined" }),
    absence("b", { state: "cancelled" }),
    absence("c", { kind: "sick" }),
    absence("me", {}),
    absence("d", { state: "over", ...span("2027-02-01", "2027-02-02") }),
  ];
  expect(balancesOf({ ...span("2027-07-15", "2027-07-28"), kind: "paid", id: "me" }, others, rule)).toEqual([
    { year: "2027", left: 26, needed: 14 },
  ]);
  expect(balancesOf({ ...span("2027-07-15", "2027-07-28"), kind: "unpaid" }, others, rule)).toEqual([]);
  expect(leftIn("2027", others, rule)).toBe(16);
});
