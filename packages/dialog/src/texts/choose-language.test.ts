import { expect, test } from "vitest";

import { chooseLanguage } from "./choose-language.ts";

test("Russian in Latin letters is answered in Russian", () => {
  for (const text of [
    "gde moy zakaz",
    "kogda budet moy pylesos",
    "vozvrat mikrovolnovki a-1205",
    "skolko stoit chainik",
  ]) {
    expect(chooseLanguage(text, null, null), text).toBe("ru");
  }
});

test("a name, a product's name or a number in Latin letters does not change the language that is spoken", () => {
  for (const text of ["Ivan Petrov", "Aurora KT-200", "A-1042", "Bosch"]) {
    expect(chooseLanguage(text, "ru", null), text).toBe("ru");
    expect(chooseLanguage(text, "en", null), text).toBe("en");
  }
  expect(chooseLanguage("есть Electric kettle Aurora KT-200?", "en", null)).toBe("ru");
});

test("whoever goes on in the other language is answered in it", () => {
  expect(chooseLanguage("where is my order", "ru", null)).toBe("en");
  expect(chooseLanguage("а где мой заказ", "en", null)).toBe("ru");
  expect(chooseLanguage("do you have Чайник Аврора in stock?", null, null)).toBe("en");
});

test("words that tell nothing are answered in the portal's language, or in English", () => {
  expect(chooseLanguage("1042", null, "ru")).toBe("ru");
  expect(chooseLanguage("?", null, null)).toBe("en");
});
