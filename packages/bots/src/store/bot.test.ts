import { createUnderstanding } from "@botdeck/dialog";
import { conversation } from "@botdeck/testing/conversation";
import { beforeAll, describe, test } from "vitest";

import { storeBot } from "./bot.ts";
import { storeIntents } from "./intents.ts";
import { ARRIVED, ORDER, PHONE, storeTalk } from "./testing/talk-with-store.ts";

/** The bot learns from all its examples once; on a busy machine that takes a while. */
const LEARNING_MS = 120_000;
let understand: ReturnType<typeof createUnderstanding>;
beforeAll(() => {
  understand = createUnderstanding({ intents: storeIntents });
}, LEARNING_MS);

/** With what the bot has learned, as in production. */
const talk = (given: unknown = {}) =>
  conversation(storeBot, storeTalk(given, { understand: (words) => understand(words) }));

const MINE = { orders: [ORDER], messengerPhone: PHONE };
const KETTLE = {
  products: [{ article: "KT-200", name: "Kettle Aurora", price: 2990, stock: { Moscow: 4, Kazan: 0 } }],
};

describe("order status", () => {
  test("asks for the number and the phone, then tells the state and the day", () =>
    talk({ orders: [ORDER] })
      .client("where is my order?")
      .bot(/order number/)
      .client("A-1042")
      .bot(/Which phone/)
      .client("8 916 123 45 67")
      .bot(/on its way.*22 November/)
      .run());

  test.each(["Где мой заказ?", "когда уже привезут мой заказ", "заказ А-1042 где он"])(
    "a client whom the messenger tells is told of their order at once: %s",
    (words) =>
      talk(MINE)
        .client(words)
        .bot(/A-1042.*в пути.*22 ноября/s)
        .run(),
  );

  test("an order book that is away becomes the operator's question", () =>
    talk({ ...MINE, away: ["orders"] })
      .client("where is my order A-1042")
      .bot(/cannot see it right now/)
      .handedOver("order_status")
      .run());
});

describe("availability", () => {
  test.each(["is the KT-200 kettle in stock?", "Is KT-200 available and how much is it?"])(
    "tells stock and price of what was asked for: %s",
    (words) =>
      talk(KETTLE)
        .client(words)
        .bot(/Moscow: 4.*2,990/s)
        .run(),
  );
});

describe("a number beside a clear wish", () => {
  test.each(["возврат A-1042", "return A-1042, it is broken"])("does not turn a return into a status: %s", (words) =>
    talk({ orders: [ARRIVED], messengerPhone: PHONE })
      .client(words)
      .bot(/причине|photo/)
      .run(),
  );

  test("does not keep a client from a person", () =>
    talk(MINE)
      .client("operator A-1042")
      .bot(/calling a colleague/)
      .handedOver()
      .run());
});

test.each(["how much is delivery to Tver", "сколько стоит доставка в Тверь"])(
  "what it does not do goes to a person: %s",
  (words) =>
    talk()
      .client(words)
      .bot(/calling a colleague|Зову коллегу/)
      .handedOver("other")
      .run(),
);

test("each return has photos of its own", () =>
  talk(MINE)
    .client("return A-1042, it is broken", ["kettle.jpg"])
    .bot(/1 picture attached/)
    .client("", ["box.jpg"])
    .bot(/2 pictures attached/)
    .client("yes")
    .bot(/is registered/)
    .client("return A-1042, it is broken")
    .bot(/send a photo/)
    .run());
