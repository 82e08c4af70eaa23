import { expect, test } from "vitest";

import { findPhones } from "./find-phones.ts";

test.each([
  ["8 916 123 45 67", "+79161234567"],
  ["+7(916)1234567", "+79161234567"],
  ["89031234567", "+79031234567"],
  ["9161234567", "+79161234567"],
  ["79161234567", "+79161234567"],
  ["8-916-123-45-67 Анна", "+79161234567"],
  ["8.916.123.45.67", "+79161234567"],
  ["+7 916 123‑45‑67", "+79161234567"],
  ["тел89031234567", "+79031234567"],
  ["звоните на 8(495)123-45-67", "+74951234567"],
  ["(495) 123-45-67", "+74951234567"],
  ["+8 916 123 45 67", "+79161234567"],
  ["my number is +44 20 7946 0958", "+442079460958"],
  ["+1 (212) 555-0123", "+12125550123"],
  ["телефон 375 29 123-45-67", "+375291234567"],
])("%s is the telephone number %s", (text, phone) => {
  expect(findPhones(text).map((found) => found.phone)).toEqual([phone]);
});

test.each(
  [
    "ИНН 7707083893|инн 9701234567|трек 80083456789012|RB123456789RU|карта 4276 3801 2345 6789",
    "заказ 9161234567|заказ № 9161234567",
    "1042|30.12.2026 28|15.07.2026-28.07.2026|2026-07-08 10:00|5 490 ₽|артикул 9161234567|8 800 555",
    "A9161234567|123456789012345678",
  ].flatMap((line) => line.split("|")),
)("%s is no telephone number", (text) => {
  expect(findPhones(text)).toEqual([]);
});

test("an order's number beside a telephone number does not lengthen it, and two numbers are two", () => {
  expect(findPhones("заказ 1042 8 916 123 45 67").map(({ phone }) => phone)).toEqual(["+79161234567"]);
  expect(findPhones("89031234567, 8 916 123-45-67").map(({ phone }) => phone)).toEqual([
    "+79031234567",
    "+79161234567",
  ]);
});

test("asked for a phone, a landline without its eight is one", () => {
  expect(findPhones("4951234567").map(({ phone }) => phone)).toEqual([]);
  expect(findPhones("4951234567", "RU", true).map(({ phone }) => phone)).toEqual(["+74951234567"]);
});

test("another country's numbers are read by its own plan", () => {
  expect(findPhones("8 (029) 123-45-67", "BY").map(({ phone }) => phone)).toEqual(["+375291234567"]);
  expect(findPhones("212-555-0123", "US").map(({ phone }) => phone)).toEqual(["+12125550123"]);
});
