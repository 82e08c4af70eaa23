import { expect, test } from "vitest";

import { ruleProvider } from "./rules.ts";

const rules = ruleProvider({
  operator: ["оператор", "живой человек", /call\s+me/i],
  order: [/^№?\s*\d{4,}$/g],
});
const rank = (text: string) => rules.rank({ text, language: "ru" });

test("a word or a phrase is found whole, in any case and spelling of ё", () => {
  const sure = [{ intent: "operator", confidence: 1 }];
  expect(rank("Оператор!")).toEqual(sure);
  expect(rank("дайте, ЖИВОЙ   человек нужен")).toEqual(sure);
  expect(rank("операторская")).toEqual([]);
  expect(rank("человек живой")).toEqual([]);
  expect(rank("please call  me")).toEqual(sure);
});

test("an expression that remembers where it stopped fits again and again", () => {
  expect(rank("№ 1042")).toEqual([{ intent: "order", confidence: 1 }]);
  expect(rank("№ 1042")).toEqual([{ intent: "order", confidence: 1 }]);
});
