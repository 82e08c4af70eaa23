import { expect, test } from "vitest";

import { ABOUT_BOT, CANCEL, OPERATOR, ORDER_STATUS, PURCHASE } from "./rules.ts";

const fits = (rules: readonly RegExp[], text: string): boolean => rules.some((rule) => rule.test(text));

test.each([
  "оператор",
  "позовите оператора",
  "мне нужен оператор",
  "оператор на месте?",
  "срочно оператора!!!",
  "human",
  "human please",
  "I want a human",
  "get me a human being",
  "a human, now",
  "I need help from a real human",
  "is there a human I could talk to",
  "this is not helping, I need a human",
  "можно живого человека",
  "соедините с отделом по работе с организациями",
  "мне нужен человек по заказу A-1042",
  "pozovite cheloveka",
])("a person is wanted: %s", (text) => {
  expect(fits(OPERATOR, text)).toBe(true);
});

test.each([
  "is the human hair brush in stock?",
  "are you a human or a bot",
  "оператор мне не нужен",
  "без оператора справлюсь",
  "no need to talk to a manager",
  "fit for human consumption",
  "humane mouse trap",
  "курьер оператора доставки не приехал",
  "мой оператор связи не присылает СМС",
  "мобильный оператор блокирует код",
])("nobody is called for by: %s", (text) => {
  expect(fits(OPERATOR, text)).toBe(false);
});

test.each([
  "не хочу возвращать",
  "передумала сдавать",
  "я передумал возвращать чайник, оставлю себе",
  "не буду ничего оформлять",
  "I do not want to return it",
  "I don't want to return the kettle any more",
  "never mind",
  "cancel my return",
])("what is under way is dropped by: %s", (text) => {
  expect(fits(CANCEL, text)).toBe(true);
});

test.each([
  "не хочу сдавать в сервис, хочу вернуть деньги",
  "не хочу сдавать в сервис",
  "не хочу возвращать, хочу обмен",
  "I do not want to return it, just tell me status of order A-1042",
  "where is A-1042, I don't want to return anything",
])("nothing is dropped by who wants something else: %s", (text) => {
  expect(fits(CANCEL, text)).toBe(false);
});

test("whoever asks whether it is a person only asks", () => {
  for (const text of [
    "я с живым человеком переписываюсь или это автомат отвечает?",
    "ты робот?",
    "вы бот или человек?",
    "are you a real person or one of those AI thingies?",
    "am I talking to a human?",
  ]) {
    expect(fits(ABOUT_BOT, text), text).toBe(true);
  }
  for (const text of ["I want a human, not a bot", "позовите человека, а не робота", "робот пылесос есть?"]) {
    expect(fits(ABOUT_BOT, text), text).toBe(false);
  }
});

test("one word is enough for an order and for dropping what is under way", () => {
  for (const text of ["order", "my order", "Заказ!", "посылка"]) expect(fits(ORDER_STATUS, text), text).toBe(true);
  expect(fits(ORDER_STATUS, "order a table")).toBe(false);
  for (const text of ["да отменяйте", "yes, cancel", "Отмена."]) expect(fits(CANCEL, text), text).toBe(true);
  expect(fits(CANCEL, "отмените доставку на завтра")).toBe(false);
});

test("whoever asks for the price of many buys", () => {
  expect(fits(PURCHASE, "bulk price for 120 irons?")).toBe(true);
  expect(fits(PURCHASE, "a bulky sofa, what price")).toBe(false);
});
