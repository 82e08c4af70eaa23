import { expect, test } from "vitest";

import { CANCEL, OPERATOR } from "./rules.ts";

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
])("a person is wanted: %s", (text) => {
  expect(fits(OPERATOR, text)).toBe(true);
});

test.each([
  "is the human hair brush in stock?",
  "are you a human or a bot",
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
