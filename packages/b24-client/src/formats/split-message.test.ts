import fc from "fast-check";
import { expect, test } from "vitest";

import { findBbTags } from "./bb-tags.ts";
import { MAX_MESSAGE_LENGTH, splitMessage } from "./split-message.ts";
import { stripBb } from "./strip-bb.ts";

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

test.each([
  [
    "a link stays whole",
    "one two three four five six seven [url=https://a.io]go here[/url] x",
    62,
    ["one two three four five six seven", "[url=https://a.io]go here[/url] x"],
  ],
  ["a format goes on in the next message", "[b]alpha beta gamma[/b]", 18, ["[b]alpha beta[/b]", "[b]gamma[/b]"]],
  ["a border outside of a format is better", "alpha [b]beta gamma[/b] d", 23, ["alpha [b]beta gamma[/b]", "d"]],
])("%s", (_name, text, maxLength, parts) => {
  expect(splitMessage(text, maxLength)).toEqual(parts);
});

test("no part breaks a BB code, and together they say the same", () => {
  const word = fc.constantFrom("one ", "two. ", "three\n", "😀 ", "a[0] ", "four");
  const wrapped = fc
    .tuple(
      fc.constantFrom("[b]", "[color=#f00]", "[url=https://a.io]", "[user=5]", "[code]"),
      fc.array(word, { maxLength: 6 }),
    )
    .map(([tag, words]) => `${tag}${words.join("")}[/${/\w+/.exec(tag)?.[0] ?? ""}]`);
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, wrapped), { maxLength: 40 }),
      fc.integer({ min: 120, max: 200 }),
      (pieces, max) => {
        const text = pieces.join("");
        const parts = splitMessage(text, max);
        const said = (all: string) => stripBb(all).replaceAll(/\s/g, "");
        expect(parts.map(said).join("")).toBe(said(text));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(max);
          expect(part.isWellFormed()).toBe(true);
          const tags = findBbTags(part);
          expect(tags.filter(({ isClosing }) => isClosing).length).toBe(tags.length / 2);
        }
      },
    ),
  );
});

test.each(["[b=", "[b]", "[url=https://a.io]", ".", ")", "[", " ."])(
  "100,000 times %j is parted in no time",
  (piece) => {
    expect(splitMessage(piece.repeat(100_000)).length).toBeGreaterThan(4);
  },
);
