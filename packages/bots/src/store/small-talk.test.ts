import { describe, test } from "vitest";

import { ORDER, PHONE, talkWithStore } from "./testing/talk-with-store.ts";

const MINE = { orders: [ORDER], messengerPhone: PHONE };

describe("a rating", () => {
  const thanked = () =>
    talkWithStore(MINE)
      .client("where is my order?")
      .bot(/A-1042/)
      .client("thanks")
      .bot(/welcome.*1 to 5/s);

  test.each(["5", "4!", "оценка 5", "5 из 5", "a 3 I think"])("is read from %s", (words) =>
    thanked()
      .client(words)
      .bot(/rating|оценку/)
      .run(),
  );

  test("is asked for once in a visit", () =>
    thanked()
      .press("5")
      .bot(/rating/)
      .client("thanks")
      .bot(/welcome!$/)
      .run());

  test("that nobody gives is in nobody's way: the next question is answered, and no person is called", () =>
    thanked()
      .client("where is my order?")
      .bot(/A-1042/)
      .run());

  test("is not read from a question with a digit", () =>
    thanked()
      .client("do you have 2 kettles in stock")
      .bot(/find nothing|не нахожу/i)
      .run());

  test("is no obstacle on the way to a person", () =>
    thanked()
      .client("a person")
      .bot(/calling a colleague/)
      .handedOver("order_status")
      .run());

  test("is not asked for when nothing was answered", () =>
    talkWithStore()
      .client("thanks")
      .bot(/welcome!$/)
      .run());
});

describe("who wants to buy", () => {
  test("is asked for a need and a phone, and becomes a lead", () =>
    talkWithStore()
      .client("хочу купить")
      .bot(/интересует/)
      .client("два чайника для офиса")
      .bot(/телефон/)
      .client("8 916 123-45-67")
      .bot(/Спасибо/)
      .effect("crm.record", { phone: PHONE, comment: "два чайника для офиса" })
      .run());

  test("and tells everything at once is asked nothing", () =>
    talkWithStore()
      .client("I want to buy two kettles for the office, call me at +7 916 123-45-67")
      .bot(/Thank you/)
      .effect("crm.record", { phone: PHONE })
      .run());

  test("is asked for the phone once more when an answer holds none, and the need is kept", () =>
    talkWithStore()
      .client("I want to buy two kettles")
      .bot(/phone/)
      .client("why do you need my number, really")
      .bot(/does not look like a phone/)
      .client(PHONE)
      .bot(/Thank you/)
      .effect("crm.record", { phone: PHONE })
      .run());

  test("and rather returns something is not held", () =>
    talkWithStore({ orders: [ORDER] })
      .client("I want to buy two kettles")
      .bot(/phone/)
      .client("I want to return my kettle")
      .bot(/order number/)
      .run());
});

describe("who changes their mind in the middle of an order's status", () => {
  test("begins a return", () =>
    talkWithStore({ orders: [ORDER] })
      .client("where is my order A-1042")
      .bot(/Which phone/)
      .client("I want to return it")
      .bot(/order number/)
      .run());

  test("goes back to the number and tells another", () =>
    talkWithStore({ orders: [{ ...ORDER, number: "A-1043" }] })
      .client("where is my order")
      .bot(/order number/)
      .client("A-1042")
      .bot(/Which phone/)
      .client("back")
      .bot(/order number/)
      .client("A-1043")
      .bot(/Which phone/)
      .client(PHONE)
      .bot(/A-1043 is shipped/)
      .run());

  test("corrects the number while the phone is asked for", () =>
    talkWithStore({ orders: [{ ...ORDER, number: "A-1043" }] })
      .client("где мой заказ A-1042")
      .bot(/Какой телефон/)
      .client("ой, ошибся, заказ A-1043")
      .bot(/Какой телефон/)
      .client(PHONE)
      .bot(/A-1043 отправлен/)
      .run());
});

describe("availability", () => {
  const gone = { products: [{ article: "KT-200", name: "Kettle", price: 10, stock: { Moscow: 0 } }] };

  test.each(["не надо", "no, don't bother", "нет"])("of what is gone is watched for nobody who says %s", (words) =>
    talkWithStore(gone)
      .client("is KT-200 in stock?")
      .bot(/out of stock/)
      .client(words)
      .bot(/All right|Хорошо/)
      .run(),
  );

  test("of what is gone is watched for who wants to know", () =>
    talkWithStore(gone)
      .client("is KT-200 in stock?")
      .bot(/out of stock/)
      .press("Yes, tell me")
      .bot(/At which phone/)
      .client("+7 916 123 45 67")
      .bot(/as soon as it is back/)
      .effect("workflow.start", { workflow: "stockWatch" })
      .run());

  test("of nothing that the shop knows is asked about once more, then a person looks", () =>
    talkWithStore()
      .client("is a theremin in stock?")
      .bot(/find nothing/)
      .client("a moog")
      .bot(/calling/)
      .handedOver("availability")
      .run());
});
