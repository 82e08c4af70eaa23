import { expect, test } from "vitest";

import { readPurchaseDay } from "./purchase-day.ts";

const TODAY = new Date("2026-11-21T15:00:00Z");

test.each([
  ["14.11.2026", "2026-11-14", 7],
  ["14/11/26", "2026-11-14", 7],
  ["купил 14.11", "2026-11-14", 7],
  ["2026-11-20", "2026-11-20", 1],
  ["yesterday", "2026-11-20", 1],
  ["позавчера вечером", "2026-11-19", 2],
  ["сегодня", "2026-11-21", 0],
  ["5 days ago", "2026-11-16", 5],
  ["дня 3 дня назад", "2026-11-18", 3],
  ["28.12", "2025-12-28", 328],
])("%j is the day %s", (text, day, daysAgo) => {
  expect(readPurchaseDay(text, TODAY)).toEqual({ ok: true, day, daysAgo });
});

const EVENING = new Date("2026-11-21T21:30:00Z");
const NEW_YEARS_EVE = new Date("2026-12-31T21:30:00Z");

test.each([
  ["22.11.2026", EVENING, "2026-11-22"],
  ["22.11", EVENING, "2026-11-22"],
  ["01.01", NEW_YEARS_EVE, "2027-01-01"],
])("%j is today to a person east of UTC", (text, today, day) => {
  expect(readPurchaseDay(text, today)).toEqual({ ok: true, day, daysAgo: 0 });
});

test.each([
  ["I do not remember", "unclear"],
  ["31.02.2026", "unclear"],
  ["14.13.2026", "unclear"],
  ["25.11.2026", "future"],
  ["23.11.2026", "future"],
  ["", "unclear"],
])("%j is %s", (text, problem) => {
  expect(readPurchaseDay(text, TODAY)).toEqual({ ok: false, problem });
});
