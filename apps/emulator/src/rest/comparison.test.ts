import { expect, test } from "vitest";

import { comparison } from "./comparison.ts";

test("moments compare as moments, numbers as numbers, and an unset number is 0", () => {
  expect(comparison("=", ["2026-05-14T12:00:00+02:00"])("2026-05-14T10:00:00+00:00")).toBe(true);
  expect(comparison("=", ["2026-05-14 10:00:00"])("2026-05-14T10:00:00+00:00")).toBe(true);
  expect(comparison(">", ["9"])("10")).toBe(true);
  expect(comparison("<", ["2026-05-14"])("2026-05-13T23:59:59+00:00")).toBe(true);
  expect(comparison("", [""])(0)).toBe(true);
  expect(comparison(">", ["2026-05-14"])("")).toBe(false);
});

test("any of several values will do, and none of them after an exclamation mark", () => {
  expect(comparison("@", ["a", "b"])("b")).toBe(true);
  expect(comparison("!@", ["a", "b"])("b")).toBe(false);
  expect(comparison("", ["7"])([5, 7])).toBe(true);
  expect(comparison("!", ["7"])([5, 7])).toBe(false);
  expect(comparison("", [""])([])).toBe(true);
});

test("a percent sign is a part of a text, or of a pattern after an equals sign", () => {
  expect(comparison("%", ["HAI"])("Chairs")).toBe(true);
  expect(comparison("=%", ["ch%s"])("Chairs")).toBe(true);
  expect(comparison("%=", ["hai"])("Chairs")).toBe(false);
  expect(comparison("!%", ["hai"])("Chairs")).toBe(false);
  expect(comparison("=%", ["a.c"])("abc")).toBe(false);
});

test.each<[string, string, boolean]>([
  ["order%", "Order 7", true],
  ["%7", "Order 7", true],
  ["o%r 7", "Order 7", true],
  ["order 7%7", "Order 7", false],
  ["order", "Order 7", false],
  ["%(a+)+%", "x(A+)+y", true],
])("LIKE %j of %j is %j", (pattern, text, isFound) => {
  expect(comparison("=%", [pattern])(text)).toBe(isFound);
});

test("a pattern with many gaps takes no longer than a plain one", { timeout: 2000 }, () => {
  expect(comparison("=%", [`${"%a".repeat(30)}%b`])("a".repeat(200))).toBe(false);
});
