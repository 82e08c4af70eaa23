import { expect, test } from "vitest";

import { matchTexts } from "./match-texts.ts";

const text = (key: string, en: string, ru: string, mine: string | null = null) => ({
  key,
  own: { en, ru },
  words: { en: mine, ru: null },
  values: [],
});
const groups = [
  {
    name: "talk",
    texts: [text("goodbye", "Goodbye!", "До свидания!"), text("menu", "I can find an order", "Могу найти заказ")],
  },
  { name: "order", texts: [text("askNumber", "Which number?", "Ещё раз номер?", "Your number, please")] },
];
const keys = (words: string, onlyChanged = false) =>
  matchTexts(groups, { words, onlyChanged }).flatMap((group) => group.texts.map(({ key }) => key));

test("a text is found by its key and by every word of it, in each language and in the portal's own words", () => {
  expect(keys("GOODbye")).toEqual(["goodbye"]);
  expect(keys("заказ найти")).toEqual(["menu"]);
  expect(keys("еще")).toEqual(["askNumber"]);
  expect(keys("please")).toEqual(["askNumber"]);
  expect(keys("order please")).toEqual([]);
});

test("only what the portal changed is shown when that is asked for", () => {
  expect(keys("", true)).toEqual(["askNumber"]);
  expect(keys("goodbye", true)).toEqual([]);
});
