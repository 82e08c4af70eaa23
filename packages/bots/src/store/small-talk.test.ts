import { createTalk } from "@botdeck/testing/talk";
import { describe, expect, test } from "vitest";

import { storeBot } from "./bot.ts";
import { ORDER, PHONE, storeTalk, talkWithStore } from "./testing/talk-with-store.ts";

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

describe("who is not done after an answer", () => {
  const answered = () =>
    talkWithStore(MINE)
      .client("where is my order?")
      .bot(/A-1042/);

  test.each(["спасибо, не помогли", "спасибо за ничего", "thanks, but that is wrong"])(
    "is not thanked for it, and a person comes when that was not enough: %s",
    (words) =>
      answered()
        .client(words)
        .bot(/in other words|иначе/)
        .client(words)
        .bot(/calling a colleague|Зову коллегу/)
        .handedOver("order_status")
        .run(),
  );

  test("settles nothing", async () => {
    const talk = createTalk(storeBot, storeTalk(MINE));
    await talk.write("where is my order?");
    const outcomes = (await talk.write("спасибо, не помогли")).flatMap(({ decision }) => decision?.outcomes ?? []);
    expect(outcomes).toEqual([]);
    expect((await talk.write("спасибо!")).flatMap(({ decision }) => decision?.outcomes ?? [])).toMatchObject([
      { outcome: "solved_confirmed" },
    ]);
  });
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

  test.each(["хорошо, не надо", "ок, тогда не нужно", "ok no thanks", "sure, let me think about it"])(
    "of what is gone is promised to nobody who says %s",
    (words) =>
      talkWithStore(gone)
        .client("is KT-200 in stock?")
        .bot(/out of stock/)
        .client(words)
        .bot(/^(?!.*(?:as soon as|как только))/s)
        .run(),
  );

  test("is watched for once, however often it is asked", async () => {
    const talk = createTalk(storeBot, storeTalk({ ...gone, messengerPhone: PHONE, clientPhone: PHONE }));
    const ids = [];
    for (const words of ["is KT-200 in stock?", "yes", "is KT-200 in stock?", "yes"]) {
      for (const { effects } of await talk.write(words)) {
        ids.push(...effects.flatMap((effect) => (effect.kind === "workflow.start" ? [effect.workflowId] : [])));
      }
    }
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("is watched for five times in a visit; then the client is just told", () => {
    let talk = talkWithStore({ ...gone, messengerPhone: PHONE, clientPhone: PHONE });
    for (let times = 0; times < 5; times++) {
      talk = talk
        .client("is KT-200 in stock?")
        .bot(/Shall I tell you/)
        .client("yes")
        .bot(/as soon as/);
    }
    return talk
      .client("is KT-200 in stock?")
      .bot(/^(?!.*Shall I tell you).*out of stock/s)
      .run();
  });

  test("of an unknown product, asked about in the middle, leaves the next words to the question that waits", () =>
    talkWithStore({ orders: [ORDER] })
      .client("where is my order A-1042")
      .bot(/Which phone/)
      .client("is a theremin in stock?")
      .bot(/find nothing.*Which phone/s)
      .client(PHONE)
      .bot(/A-1042 is shipped/)
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
