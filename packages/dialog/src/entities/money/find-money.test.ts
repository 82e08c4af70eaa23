import { expect, test } from "vitest";

import { findMoney } from "./find-money.ts";

test.each([
  ["5 490 ₽", 5490, "RUB"],
  ["5490 руб", 5490, "RUB"],
  ["стоит 5490 р.", 5490, "RUB"],
  ["за 499,90 рублей", 499.9, "RUB"],
  ["$20", 20, "USD"],
  ["20 баксов", 20, "USD"],
  ["1,5 тыс. руб", 1500, "RUB"],
  ["1,500 dollars", 1500, "USD"],
  ["5k", 5000, null],
  ["5к", 5000, null],
  ["20 тысяч", 20_000, null],
  ["полторы тысячи рублей", 1500, "RUB"],
  ["€ 1.299,00", 1299, "EUR"],
  ["15 т.р.", 15_000, "RUB"],
  ["бюджет до 30000", 30_000, null],
  ["взял за 3 990 в мае", 3990, null],
  ["оплатила 5000 картой", 5000, null],
  ["10000-15000 руб", 15_000, "RUB"],
  ["2 млн тенге", 2_000_000, "KZT"],
])("%s is %d %s", (text, amount, currency) => {
  expect(findMoney(text)).toMatchObject([{ amount, currency }]);
});

test.each(["1042", "заказ A-1042", "15.07", "5 кг", "20 000 штук", "5 км", "за 2025 год", "2 р-на", "№ 500"])(
  "%s is no money",
  (text) => {
    expect(findMoney(text)).toEqual([]);
  },
);
