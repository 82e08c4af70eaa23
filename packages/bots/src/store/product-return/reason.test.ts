import { expect, test } from "vitest";

import { reasonIn } from "./reason.ts";

test.each([
  ["it does not work", "broken"],
  ["slomalsya na vtoroy den", "broken"],
  ["прислали другой цвет", "wrong"],
  ["мне не понравился", "disliked"],
  ["забирайте", null],
] as const)("the reason in %s is %s", (words, reason) => {
  expect(reasonIn(words)).toBe(reason);
});
