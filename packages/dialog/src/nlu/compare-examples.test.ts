import { expect, test } from "vitest";

import { compareExamples } from "./compare-examples.ts";
import type { Example } from "./examples.ts";

const of = (intent: string, texts: readonly string[]): Example[] => texts.map((text) => ({ text, intent }));
const OWN = [
  ...of("order", [
    "where is my order",
    "when does my order come",
    "track my order",
    "status of my order",
    "is my order on its way",
  ]),
  ...of("return", [
    "I want to return this",
    "return a product",
    "send the product back",
    "return the shoes",
    "can I return it",
  ]),
  ...of("hours", [
    "when are you open",
    "opening hours please",
    "are you open on sunday",
    "until when are you open",
    "open today",
  ]),
];
/** One meaning in words that the bot does not know, said in ways that tell of each other. */
const TAUGHT = of("return", [
  "money back please",
  "give me my money back",
  "I need my money back",
  "my money back now",
  "want money back",
]);

test("the same examples change nothing", () => {
  const { before, after, changes } = compareExamples(OWN, OWN);
  expect(before).toEqual(after);
  expect(before.phrases).toBe(OWN.length);
  expect(before.right + before.wrong + before.unsure).toBe(OWN.length);
  expect(changes).toEqual([]);
});

test("phrases that are taught are judged by models that have not seen them, before and after", () => {
  const { before, after, changes } = compareExamples(OWN, [...OWN, ...TAUGHT]);
  expect(before.phrases).toBe(OWN.length + TAUGHT.length);
  expect(after.right).toBeGreaterThan(before.right);
  const learned = changes.filter(({ text, after: now }) => text.includes("money") && now === "return");
  expect(learned.length).toBeGreaterThan(2);
  expect(learned.every(({ before: then }) => then !== "return")).toBe(true);
});

test("a phrase that stands alone with its words is not praised for being known by heart", () => {
  const { changes } = compareExamples(OWN, [...OWN, ...of("return", ["zyzzyva qwertz"])]);
  expect(changes.find(({ text }) => text === "zyzzyva qwertz")).toBeUndefined();
});

test("what is none of the bot's business is right when nothing is done about it", () => {
  const { after } = compareExamples(OWN, [...OWN, ...of("oos", ["tell me a joke about cats"])]);
  expect(after.phrases).toBe(OWN.length + 1);
});

test("how far a comparison is, is told after each model up to the whole", () => {
  const told: number[] = [];
  compareExamples(OWN, OWN, undefined, (share) => told.push(share));
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((models) => models / 10));
});
