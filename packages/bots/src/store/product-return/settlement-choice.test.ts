import { expect, test } from "vitest";

import { settlementIn } from "./settlement-choice.ts";

test.each([
  "refund",
  "Money back",
  "I want my money",
  "refund to my card please",
  "деньги",
  "вернуть деньги",
  "верните деньги на карту",
  "верните",
  "лучше возврат",
  "на карту, пожалуйста",
])("the money is wanted: %s", (text) => {
  expect(settlementIn(text)).toBe("refund");
});

test.each([
  "exchange",
  "Exchange it",
  "I'd like a replacement",
  "another one please",
  "a new one",
  "обмен",
  "Обменять",
  "хочу замену",
  "поменяйте, пожалуйста",
  "давайте другой",
  "хочу новый",
])("another one is wanted: %s", (text) => {
  expect(settlementIn(text)).toBe("exchange");
});

test.each([
  "no money, I want an exchange",
  "exchange, not a refund",
  "I'll come back to you tomorrow",
  "which card?",
  "не деньги, а обмен",
  "хочу замену, деньги не нужны",
  "другой вопрос",
  "верно",
  "а если обмен?",
  "exchange or money",
  "у меня новый адрес",
  "I got a new card",
  "don't refund it",
])("what names both, refuses one, asks or is about something else decides nothing: %s", (text) => {
  expect(settlementIn(text)).toBeNull();
});
