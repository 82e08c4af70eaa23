import fc from "fast-check";
import { expect, test } from "vitest";

import { MAX_MESSAGE_LENGTH, splitMessage } from "./split-message.ts";

test.each([
  ["a text that fits is one part", "One. Two.", 20, ["One. Two."]],
  ["sentences stay whole", "First one. Second one.", 14, ["First one.", "Second one."]],
  ["a paragraph's end comes before a sentence's", "Aa bb cc.\n\nDd. Ee ff gg", 15, ["Aa bb cc.", "Dd. Ee ff gg"]],
  ["words stay whole where no sentence ends", "alpha beta gamma", 11, ["alpha beta", "gamma"]],
  ["a word without end is cut", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["an emoji is not cut", "abc😀def", 4, ["abc", "😀de", "f"]],
  ["an empty text has no parts", "  ", 4, []],
])("%s", (_name, text, maxLength, parts) => {
  expect(splitMessage(text, maxLength)).toEqual(parts);
});

test("nothing but spaces is lost, and every part fits", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-composite", maxLength: 300 }),
      fc.integer({ min: 10, max: 40 }),
      (text, maxLength) => {
        const parts = splitMessage(text, maxLength);
        expect(parts.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(maxLength);
          expect(part.length).toBeGreaterThan(0);
          expect(part.isWellFormed()).toBe(true);
        }
      },
    ),
  );
});

test("the portal's limit is the default", () => {
  expect(splitMessage("x".repeat(MAX_MESSAGE_LENGTH + 1)).map((part) => part.length)).toEqual([20_000, 1]);
});
