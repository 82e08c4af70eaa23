import { expect, test } from "vitest";

import { verdictOf } from "./verdict-of.ts";

const ranked = (...pairs: [string, number][]) => pairs.map(([intent, confidence]) => ({ intent, confidence }));

test("an intent is acted on from 0.7 on, asked about from 0.15 on, and left to a person below", () => {
  expect(verdictOf(ranked(["a", 0.7], ["b", 0.1]))).toEqual({ kind: "sure", intent: "a" });
  expect(verdictOf(ranked(["a", 0.69], ["b", 0.2], ["c", 0.05], ["d", 0.01]))).toEqual({
    kind: "ask",
    choices: ["a", "b", "c"],
  });
  expect(verdictOf(ranked(["a", 0.15], ["b", 0.1]))).toEqual({ kind: "ask", choices: ["a", "b"] });
  expect(verdictOf(ranked(["a", 0.14], ["b", 0.1]))).toEqual({ kind: "unknown" });
  expect(verdictOf([])).toEqual({ kind: "unknown" });
});

test("a question has at least two choices and at most as many as set", () => {
  const settings = { answerAt: 0.9, askAt: 0.3, maxChoices: 2 };
  expect(verdictOf(ranked(["a", 0.8], ["b", 0.1], ["c", 0.05]), settings)).toEqual({
    kind: "ask",
    choices: ["a", "b"],
  });
  expect(verdictOf(ranked(["a", 0.8]), settings)).toEqual({ kind: "unknown" });
});

test("none of the bot's business is neither acted on nor offered", () => {
  expect(verdictOf(ranked(["oos", 0.9], ["a", 0.1]))).toEqual({ kind: "unknown" });
  expect(verdictOf(ranked(["oos", 0.5], ["a", 0.3], ["b", 0.1]))).toEqual({ kind: "ask", choices: ["a", "b"] });
});
