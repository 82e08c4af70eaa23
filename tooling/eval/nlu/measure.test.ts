import { expect, test } from "vitest";

import { measure } from "./measure.ts";
import { predict } from "./predict.ts";

const ROWS = [
  { text: "sure", intent: "a" },
  { text: "asked", intent: "b" },
  { text: "mistaken", intent: "b" },
  { text: "lost", intent: "c" },
  { text: "stranger", intent: "oos" },
];
const RANKED: Record<string, [string, number][]> = {
  sure: [
    ["a", 0.9],
    ["b", 0.1],
  ],
  asked: [
    ["a", 0.5],
    ["b", 0.3],
  ],
  mistaken: [
    ["a", 0.8],
    ["c", 0.1],
  ],
  lost: [
    ["a", 0.1],
    ["c", 0.05],
  ],
  stranger: [
    ["a", 0.2],
    ["b", 0.1],
  ],
};
const model = { rank: (text: string) => (RANKED[text] ?? []).map(([intent, confidence]) => ({ intent, confidence })) };

test("answered, asked and refused rows are counted for what they are, in percent", () => {
  const figures = measure(predict(model, ROWS, { answerAt: 0.7, askAt: 0.15, maxChoices: 3 }));
  expect(figures).toMatchObject({
    accuracy: 25,
    top2: 75,
    answered: 50,
    wrong: 25,
    rightOfAnswered: 50,
    understood: 50,
    oosRecall: 100,
    oosPrecision: 33.3,
    oosAsked: 100,
    auroc: 75,
  });
});

test("what rows without out-of-scope messages cannot tell is null and not zero", () => {
  const figures = measure(predict(model, ROWS.slice(0, 4), { answerAt: 0.7, askAt: 0.15, maxChoices: 3 }));
  expect(figures).toMatchObject({ auroc: null, oosRecall: null, oosPrecision: null, rightAtOosRefusal90: null });
});
