import { describe, expect, test } from "vitest";

import { findHalves } from "./find-halves.ts";

const halvesIn = (text: string) => findHalves(text).map(({ half, start, end }) => [half, text.slice(start, end)]);

describe("a half of a day is found however it is said", () => {
  test.each([
    ["15 июля после обеда", "second", "после обеда"],
    ["первую половину 15 июля", "first", "первую половину"],
    ["во второй половине дня", "second", "во второй половине дня"],
    ["завтра с утра", "first", "с утра"],
    ["до полудня", "first", "до полудня"],
    ["tomorrow afternoon", "second", "afternoon"],
    ["the morning of July 15", "first", "the morning"],
    ["first half of 15 July", "first", "first half of"],
    ["after lunch", "second", "after lunch"],
    ["полдня 15.07", null, "полдня"],
    ["a half-day off on Friday", null, "a half-day off"],
  ])("%s", (text, half, words) => {
    expect(halvesIn(text)).toEqual([[half, words]]);
  });
});

test.each([
  "первое полугодие",
  "first half of 2026",
  "the first half of the year",
  "первая половина года",
  "доброе утро",
])("%s is no half of a day", (text) => {
  expect(halvesIn(text)).toEqual([]);
});
