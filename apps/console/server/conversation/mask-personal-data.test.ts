import { expect, test } from "vitest";

import { maskName, maskText } from "./mask-personal-data.ts";

test("a masked name keeps initials only", () => {
  expect(maskName("Anna Field")).toBe("A. F.");
  expect(maskName("Мария")).toBe("М.");
  expect(maskName("")).toBe("");
});

test.each([
  ["call +7 (900) 123-45-67 please", "call ••••••• please"],
  ["anna.field@example.com wrote", "•••@••• wrote"],
  ["почта иван@пример.рф", "почта •••@•••"],
  ["card 4000 1234 5678 9010", "card •••••••"],
])("what identifies a person is hidden in %j", (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test("order numbers, sums and dates stay readable", () => {
  const text = "Order A-1042 of 12.11 costs 4 990, not 5 100";
  expect(maskText(text)).toBe(text);
});
