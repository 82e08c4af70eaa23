import { expect, test } from "vitest";

import { readQuietHours, readTimeOfDay } from "./read-quiet-hours.ts";

test.each([
  ["22:00-08:00", { from: "22:00", until: "08:00" }],
  ["22-8", { from: "22:00", until: "08:00" }],
  ["с 22 до 8.30", { from: "22:00", until: "08:30" }],
  ["from 9pm", null],
  ["from 21:15 to 7", { from: "21:15", until: "07:00" }],
  ["20:00 — 24:00", { from: "20:00", until: "00:00" }],
  ["off", "off"],
  ["Выкл", "off"],
  ["25:00-08:00", null],
  ["22:70-08:00", null],
  ["08:00-08:00", null],
  ["at night", null],
  ["", null],
])("quiet hours are read as people write them: %s", (words, expected) => {
  expect(readQuietHours(words)).toEqual(expected);
});

test.each([
  ["9", "09:00"],
  ["18:30", "18:30"],
  ["24", "00:00"],
  ["9:5", null],
  ["soon", null],
])("a time of day is read as people write it: %s", (words, expected) => {
  expect(readTimeOfDay(words)).toBe(expected);
});
