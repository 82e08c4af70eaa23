import { AppError } from "@botdeck/core";
import { conversation } from "@botdeck/testing/conversation";
import { describe, test } from "vitest";

import { createDemoOrders } from "../demo-orders.ts";
import { storeBot } from "./bot.ts";

const services = { orders: createDemoOrders(() => new Date("2026-11-21T09:00:00Z")) };
const talk = () => conversation(storeBot, { services });

describe("order status", () => {
  test("asks for the number, then tells the state and the day", () =>
    talk()
      .client("where is my order?")
      .bot(/number of your order/)
      .client("A-1042")
      .bot(/on its way.*November 22/)
      .run());

  test("a number in the question is not asked for again", () =>
    talk()
      .client("where is my order 1044?")
      .bot(/delivered on November 19/)
      .run());

  test("answers in the language of the question", () =>
    talk()
      .client("Где мой заказ?")
      .bot(/Какой номер/)
      .client("1042")
      .bot(/в пути/)
      .run());

  test("after two answers without a number a person takes over", () =>
    talk()
      .client("order status")
      .bot(/number/)
      .client("I lost it")
      .bot(/could not find a number/)
      .client("no idea")
      .bot(/calling a colleague/)
      .handedOver("other")
      .run());

  test("what is no number but another wish is followed", () =>
    talk()
      .client("where is my order?")
      .bot(/number/)
      .client("I want to return this")
      .effect("workflow.start", { workflow: "productReturn" })
      .run());

  test("the same question again is no answer to it", () =>
    talk()
      .client("where is my order?")
      .bot(/number/)
      .client("where is my order?")
      .bot(/could not find a number/)
      .run());

  test("an unknown number is said once and may be corrected", () =>
    talk()
      .client("where is my order 9999")
      .bot(/no order A-9999/)
      .client("1043")
      .bot(/is packed/)
      .run());

  test("an order book that does not answer becomes the operator's question", () =>
    conversation(storeBot, {
      services: { orders: { find: () => Promise.reject(new AppError("unreachable", "away")) } },
    })
      .client("where is my order 1042")
      .bot(/calling a colleague/)
      .handedOver("order_status")
      .run());
});

describe("return", () => {
  test("starts the workflow, which then hears what the client says", () =>
    talk()
      .client("I want to return this")
      .effect("workflow.start", { workflow: "productReturn" })
      .client("yesterday")
      .effect("workflow.signal", { signal: "answered" })
      .run());

  test("the bot answers again once the workflow has ended", () =>
    talk()
      .client("вернуть товар")
      .workflowEnds()
      .client("привет")
      .bot(/Что нужно/)
      .run());

  test("asking for a person stops the workflow", () =>
    talk()
      .client("return a product")
      .effect("workflow.start")
      .client("speak to a person")
      .effect("workflow.signal", { signal: "stopped" })
      .bot(/calling a colleague/)
      .handedOver("operator")
      .run());
});

test("greets whoever opens the chat", () =>
  talk()
    .joins()
    .bot(/store's assistant/)
    .run());

test("what it does not understand goes to a person", () =>
  talk()
    .client("qwerty asdf zxcv")
    .bot(/calling a colleague/)
    .handedOver("other")
    .run());
