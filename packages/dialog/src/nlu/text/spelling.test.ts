import { expect, test } from "vitest";

import { createSpelling } from "./spelling.ts";

test("a slip is put right in a word, and letters that are none stay as they are, for they would take seconds", () => {
  const spell = createSpelling(["vacation", "a".repeat(50)]);
  expect(spell("vacatoin")).toBe("vacation");
  const long = `${"a".repeat(45)}b${"a".repeat(5)}`;
  expect(spell(long)).toBe(long);
});
