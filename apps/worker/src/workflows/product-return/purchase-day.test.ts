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

test.each([
  ["I do not remember", "unclear"],
  ["31.02.2026", "unclear"],
  ["14.13.2026", "unclear"],
  ["25.11.2026", "future"],
  ["", "unclear"],
])("%j is %s", (text, problem) => {
  expect(readPurchaseDay(text, TODAY)).toEqual({ ok: false, problem });
});
