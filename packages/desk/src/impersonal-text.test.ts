import { expect, test } from "vitest";

import { impersonalText } from "./impersonal-text.ts";

const names = ["Anna Field", "Анна О'Нил"];

test.each([
  ["Anna here, where is my parcel?", "[name] here, where is my parcel?"],
  ["это Анна, где посылка", "это [name], где посылка"],
  ["I wrote from FIELD street", "I wrote from [name] street"],
  ["Fieldwork is no name", "Fieldwork is no name"],
  ["call +7 900 123-45-67", "call [phone]"],
])("%s", (text, expected) => {
  expect(impersonalText(text, { language: "en", names })).toBe(expected);
});

test("a name that means something to a pattern is a name all the same", () => {
  expect(impersonalText("ask A(b)c or (((", { language: "en", names: ["A(b)c (((", "[x]+", ""] })).toContain("ask");
});
