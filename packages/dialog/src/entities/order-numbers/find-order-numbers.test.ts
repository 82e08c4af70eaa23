import { expect, test } from "vitest";

import { findArticles } from "./find-articles.ts";
import { findOrderNumbers } from "./find-order-numbers.ts";

const numbersOf = (text: string, asked = false) => findOrderNumbers(text, asked).map(({ number }) => number);

test.each([
  ["A-1042", "A-1042"],
  ["a1042", "A1042"],
  ["А-1042", "A-1042"],
  ["№1042", "1042"],
  ["№ 1042", "1042"],
  ["order 1042", "1042"],
  ["заказ номер 1042", "1042"],
  ["#A-1042", "A-1042"],
  ["a - 1042", "A-1042"],
  ["заказ 1042 от 12.11", "1042"],
  ["где заказ А-1042?", "A-1042"],
  ["по заказу № 55 есть новости?", "55"],
  ["Номер заказа: 20931.", "20931"],
  ["номер моего заказа 20931", "20931"],
  ["заказ под номером 20931", "20931"],
  ["1042 — это номер моего заказа", "1042"],
  ["что с 20931 заказом", "20931"],
  ["What's up with order no. 20931?", "20931"],
  ["my order number is B-77", "B-77"],
  ["order A 1042", "A1042"],
  ["заказ УТ-000123", "YT-000123"],
  ["заказ KT-200", "KT-200"],
  ["zakaz 20931 gde", "20931"],
  ["DM-3102 где?", "DM-3102"],
  ["Он продиктовал: ДМ-4111", "ДМ-4111"],
  ["what is with a - 1 0 4 2", "A-1042"],
  ["нет, номер 1043", "1043"],
  ["Заказ1042", "1042"],
  ["зак. 1042", "1042"],
  ["order #2026-00123", "2026-00123"],
  ["не заказ 1042, а 1043", "1043"],
  ["no, the number is 1043, not 1042", "1043"],
])("%s names the order %s", (text, number) => {
  expect(numbersOf(text)).toEqual([number]);
});

test.each(
  [
    "1042|a1042@mail.ru|no, 500 is too much|заказ 15.07|заказ 12 июля|заказ на 5000 рублей|заказ 5000 руб|заказ 100 шт|KT-200 есть в наличии?",
    "в 2026|с 1042",
    "order 3 weeks ago|order 2026-08-15|заказал 2 товара|заказ от 11.06.26|хочу заказать 1000 штук|iPhone 15",
    "order 2 items|заказ 2025 года",
  ].flatMap((line) => line.split("|")),
)("%s names no order", (text) => {
  expect(numbersOf(text)).toEqual([]);
});

test("several orders are given in the order of the text", () => {
  expect(numbersOf("заказы 1042, 1043 и A-1044")).toEqual(["1042", "1043", "A-1044"]);
});

test.each([
  ["1042", "1042"],
  ["он 1042 вроде", "1042"],
  ["10 42", "1042"],
  ["a 1042", "A1042"],
  ["kt-200", "KT-200"],
  ["вот: 7781-б", "7781-Б"],
  ["не 1042, а 1043", "1043"],
])("asked for a number, %s names the order %s", (text, number) => {
  expect(numbersOf(text, true)).toEqual([number]);
});

test("an article of a product is one by its letters or by the word before it", () => {
  expect(findArticles("есть KT-200 и арт. 12345? артикул: БК-77/2").map(({ article }) => article)).toEqual([
    "KT-200",
    "12345",
    "БK-77/2".replace("K", "К"),
  ]);
  expect(findArticles("заказ 1042, A-1042, в 2026")).toEqual([]);
});
