import { expect, test } from "vitest";

import { isOrderOf } from "./order-phone.ts";

const nobody = { phone: null, contactPhones: [] };

test("an order is theirs who know its phone, in whatever way either was written", () => {
  const order = { phone: "+79161234567" };
  expect(isOrderOf(order, { phone: "8 (916) 123-45-67", contactPhones: [] })).toBe(true);
  expect(isOrderOf(order, { phone: null, contactPhones: ["+7 495 123-45-67", "79161234567"] })).toBe(true);
});

test("a phone that is alike but for its country, or in part, opens no order", () => {
  expect(isOrderOf({ phone: "+79161234567" }, { phone: "+39161234567", contactPhones: ["1234567", ""] })).toBe(false);
  expect(isOrderOf({ phone: "+79161234567" }, nobody)).toBe(false);
});

test("an order without a phone is nobody's", () => {
  expect(isOrderOf({ phone: null }, nobody)).toBe(false);
  expect(isOrderOf({ phone: null }, { phone: "", contactPhones: ["", "unknown"] })).toBe(false);
});
