import { expect, test } from "vitest";

import { isNamed, isNothingButStore } from "./store-names.ts";

const STORES = ["Moscow", "Kazan", "Saint Petersburg"];

test.each([
  ["есть в Казани?", "Kazan"],
  ["in moscow", "Moscow"],
  ["а мск?", "Moscow"],
  ["в питере", "Saint Petersburg"],
  ["спб", "Saint Petersburg"],
  ["v kazani est?", "Kazan"],
  ["в московском магазине", "Moscow"],
])("%s names the store in %s and no other", (words, named) => {
  expect(STORES.filter((store) => isNamed(store, words))).toEqual([named]);
});

test("a place by itself is told from a place in a sentence", () => {
  for (const words of ["Казань", "а в Питере?", "Saint Petersburg", "Санкт-Петербург", "in Moscow"]) {
    expect(isNothingButStore(STORES, words), words).toBe(true);
  }
  for (const words of ["", "в", "доставка в Казань", "да", "kettle in Moscow"]) {
    expect(isNothingButStore(STORES, words), words).toBe(false);
  }
});

test("words that only begin like a town are none", () => {
  for (const words of ["which is the most durable", "а мостовой?", "the same one", "tomorrow", "самовывоз"]) {
    expect(
      [...STORES, "Samara", "Tomsk"].filter((store) => isNamed(store, words)),
      words,
    ).toEqual([]);
  }
});

test("stores are known by their Russian names, too", () => {
  expect(isNamed("Москва", "is it there in moscow")).toBe(true);
  expect(isNamed("Санкт-Петербург", "спб")).toBe(true);
  expect(isNamed("Казань", "kazan?")).toBe(true);
});
