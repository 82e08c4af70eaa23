import { expect, test } from "vitest";

import { lastDigits, pickByNumber } from "./order-number.ts";

const orders = (...numbers: string[]) => numbers.map((number, index) => ({ number, index }));

test.each([
  ["A-1042", "a1042"],
  ["A-1042", "А - 1042"],
  ["УТ00-001042", "ут1042"],
  ["УТ00-001042", "YT-1042"],
  ["0000-001042", "1042"],
  ["A-1042/2", "a 1042-2"],
  ["DM-4111", "ДМ-4111"],
  ["ДМ-4111", "dm4111"],
])("the order %s is found as %s", (number, asked) => {
  expect(pickByNumber(orders("B-7", number), asked)).toMatchObject({ number });
});

test.each([
  ["A-1042", "B-1042"],
  ["A-1042", "042"],
  ["A-10420", "1042"],
  ["A-1042", "A-104"],
])("the order %s is not found as %s", (number, asked) => {
  expect(pickByNumber(orders(number), asked)).toBeNull();
});

test("a number without its letters is an order only when no other ends so, and an exact one goes first", () => {
  expect(pickByNumber(orders("A-1042", "B-1042"), "1042")).toBeNull();
  expect(pickByNumber(orders("A-1042", "1042"), "1042")).toMatchObject({ number: "1042" });
});

test("where a shop counts anew each year, the newest of a number is meant", () => {
  expect(pickByNumber(orders("УТ-17", "УТ-17"), "ут17")).toMatchObject({ index: 0 });
});

test("a number without digits is looked for nowhere", () => {
  expect(lastDigits("' or 1 eq 1")).toBe("1");
  expect(lastDigits("А-")).toBeNull();
});
