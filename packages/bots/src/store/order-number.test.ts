import { expect, test } from "vitest";

import { findOrderNumber } from "./order-number.ts";

test.each([
  ["A-1042", "A-1042"],
  ["where is a1042?", "A-1042"],
  ["заказ А 1042, пожалуйста", "A-1042"],
  ["1042", "A-1042"],
  ["№1042.", "A-1042"],
  ["I do not know it", null],
  ["12", null],
  ["my phone is 89161234567", null],
])("the order number in %j is %j", (text, expected) => {
  expect(findOrderNumber(text)).toBe(expected);
});
