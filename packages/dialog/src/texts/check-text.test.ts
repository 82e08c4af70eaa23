import { expect, test } from "vitest";

import { checkText } from "./check-text.ts";
import { textInBrief } from "./read-text.ts";

const OWN = "Order {number}: {count, plural, one {# item} other {# items}}, {day, date, ::dMMMM}.";

test("other words with the same values are good, in whatever order and written in whatever way they may be", () => {
  expect(checkText("{day, date, ::d} {count} {number}", OWN, "en")).toBeNull();
  expect(
    checkText("{count, plural, one {# штука} few {# штуки} other {# штук}} {number} {day, date}", OWN, "ru"),
  ).toBeNull();
  expect(checkText("Just words, 100 % <3 and it's fine", "Hello", "en")).toBeNull();
});

test.each([
  ["  ", { kind: "empty" }],
  ["x".repeat(4_001), { kind: "too_long", most: 4_000 }],
  ["Order {number", { kind: "unreadable", at: 6, reason: "EXPECT_ARGUMENT_CLOSING_BRACE" }],
  ["{count, plural, one {x}}", { kind: "unreadable", at: 23, reason: "MISSING_OTHER_CLAUSE" }],
  ["Order {num} {day, date} {count}", { kind: "unknown_value", at: 6, name: "num" }],
  ["<b>{number}</b> {day, date} {count}", { kind: "unknown_value", at: 0, name: "b" }],
  ["{number, plural, other {#}} {day, date} {count}", { kind: "wrong_use", at: 0, name: "number" }],
  ["{number} {count} {day}", { kind: "wrong_use", at: 17, name: "day" }],
  ["{number} {count}", { kind: "missing_value", name: "day" }],
])("%j is refused with its place", (text, problem) => {
  expect(checkText(text, OWN, "en")).toEqual(problem);
});

test("a text in brief shows what it says without its values and choices", () => {
  expect(textInBrief(OWN, "en")).toBe("Order …: … items, ….");
  expect(textInBrief("broken {", "en")).toBe("broken {");
});
