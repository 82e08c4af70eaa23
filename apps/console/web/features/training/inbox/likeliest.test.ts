import { expect, test } from "vitest";

import { likeliest } from "./likeliest.ts";

const intents = Array.from({ length: 12 }, (_, at) => ({ name: `i${at}`, phrases: at }));
const withOos = [...intents, { name: "oos", phrases: 99 }];

test("the guess comes first, then what was chosen lately, then the largest; nine at most, none of them last", () => {
  expect(likeliest({ guessedIntent: "i3", intent: null }, withOos, ["i1", "i3"])).toEqual([
    "i3",
    "i1",
    "i11",
    "i10",
    "i9",
    "i8",
    "i7",
    "i6",
    "oos",
  ]);
});

test("a guess that the bot has no more, or that it is none of its business, is left out", () => {
  expect(likeliest({ guessedIntent: "gone", intent: null }, withOos.slice(0, 1), [])).toEqual(["i0", "oos"]);
  expect(likeliest({ guessedIntent: "oos", intent: null }, withOos.slice(0, 1), ["oos"])).toEqual(["i0", "oos"]);
});
