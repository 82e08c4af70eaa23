import { test } from "vitest";

import { ORDER, PHONE, talkWithStore } from "../testing/talk-with-store.ts";

const MINE = { orders: [ORDER], messengerPhone: PHONE };

/** A return of A-1042 up to the question for a photo. */
const askedForPhoto = () => talkWithStore(MINE).client("I want to return A-1042, it is broken").bot(/photo/);

test.each(["пришлю фото после 1900", "the serial is 55512", "it cost me 2990", "31.02.2026", "not 3000 but fewer"])(
  "a number in other words is no other order: %s",
  (words) =>
    askedForPhoto()
      .client(words)
      .bot(/photo|фото/)
      .client("", ["box.jpg"])
      .bot(/A-1042/)
      .run(),
);

test.each(["no, 1043", "ой, ошибся, 1043", "sorry, it's 1043", "нет, заказ A-1043"])(
  "a number that takes the told one back is the order: %s",
  (words) =>
    talkWithStore({ orders: [{ ...ORDER, number: "A-1043" }] })
      .client("where is my order A-1042")
      .bot(/Which phone/)
      .client(words)
      .bot(/Which phone|Какой телефон/)
      .client(PHONE)
      .bot(/A-1043/)
      .run(),
);

test("a bare number in the first words is the order's", () =>
  talkWithStore(MINE)
    .client("where is my order 1042")
    .bot(/A-1042/)
    .run());

test("an order that is unknown is not looked for again by a question in between", () =>
  talkWithStore(MINE)
    .client("where is my order A-7777")
    .bot(/A-7777/)
    .client("when are you open")
    .bot(/Opening hours.*A-7777/s)
    .client("A-1042")
    .bot(/A-1042 is shipped/)
    .run());

test("who goes back from an unknown order tells another", () =>
  talkWithStore({ orders: [ORDER] })
    .client("where is my order")
    .bot(/order number/)
    .client("A-7777")
    .bot(/Which phone/)
    .client(PHONE)
    .bot(/A-7777/)
    .client("back")
    .bot(/Which phone/)
    .client("back")
    .bot(/order number/)
    .client("A-1042")
    .bot(/Which phone/)
    .client(PHONE)
    .bot(/A-1042 is shipped/)
    .run());
