import { createTranslate } from "@botdeck/dialog";
import { expect, test } from "vitest";

import { storeTexts } from "../texts/index.ts";
import { ARRIVED, ORDER, PHONE, talkWithStore } from "../testing/talk-with-store.ts";

const MINE = { orders: [ARRIVED], messengerPhone: PHONE };

/** Up to the summary. */
const summed = (given: unknown = MINE) =>
  talkWithStore(given)
    .client("хочу вернуть чайник, он сломался", ["box.jpg"])
    .bot(/заказ A-1042 от 12 ноября 2026.*снимков: 1/s);

test("a client whom the messenger tells, with a reason and a photo in the first words, has only to confirm", () =>
  summed()
    .press("Да, отправить")
    .bot(/оформлен/)
    .run());

test("each thing is asked for that is not known, in English", () =>
  talkWithStore({ orders: [ARRIVED] })
    .client("I want to return something")
    .bot(/order number/)
    .client("A-1042")
    .bot(/Which phone/)
    .client("8 (916) 123-45-67")
    .bot(/reason/)
    .press("Not what I ordered")
    .bot(/photo/)
    .client("", ["one.jpg", "two.png"])
    .bot(/A-1042.*not what was ordered.*2 pictures/s)
    .client("yes")
    .bot(/registered/)
    .run());

test("one of several orders is chosen by its button", () =>
  talkWithStore({ orders: [ARRIVED, { ...ARRIVED, number: "A-1043" }], messengerPhone: PHONE })
    .client("I want to return something")
    .bot(/Which order/)
    .press("A-1043 · Kettle Aurora")
    .bot(/reason/)
    .run());

test("what is wrong in the summary is changed by buttons as often as it takes, and the rest stays", () =>
  summed()
    .press("Нет, изменить")
    .bot(/Что изменить/)
    .press("Причину")
    .bot(/причине/)
    .client("царапина на крышке")
    .bot(/A-1042.*снимков: 1/s)
    .client("нет")
    .bot(/Что изменить/)
    .press("Фото")
    .bot(/фото/)
    .client("", ["new.jpg", "newer.jpg"])
    .bot(/снимков: 2/)
    .client("да")
    .bot(/оформлен/)
    .run());

test("a yes with a but is no yes", () =>
  summed()
    .client("да, но причина другая")
    .bot(/да или нет/)
    .run());

test.each([
  "давайте поменяем причину",
  "да подождите, я ещё не решил",
  "right, don't send it yet",
  "верно? нет, причина другая",
  "ок, а где мой второй заказ?",
  "sure, let me think about it",
])("what only begins like a yes sends nothing: %s", (words) =>
  summed()
    .client(words)
    .bot(/^(?!.*(?:оформлен|registered))/s)
    .client("всё верно, отправляйте")
    .bot(/оформлен/)
    .run(),
);

test.each(["en", "ru"] as const)("a manager is not told that theirs was the decision that counted: %s", (language) => {
  const t = createTranslate(storeTexts, language);
  expect(t("returnManagerDone", { verdict: "declined" })).toMatch(/first decision|первое решение/);
});

test("photos that come late are added to the summary, five at most", () =>
  summed()
    .client("ещё", ["2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg"])
    .bot(/снимков: 5/)
    .run());

test("another order may be told in the middle, and all that hung on the first one is asked anew", () =>
  talkWithStore({
    orders: [ARRIVED, { ...ARRIVED, number: "B-2001", purchasedOn: "2026-11-15" }],
    messengerPhone: PHONE,
  })
    .client("I want to return A-1042, it is broken")
    .bot(/photo/)
    .client("no, the order is B-2001")
    .bot(/photo/)
    .client("", ["box.jpg"])
    .bot(/B-2001 of 15 November/)
    .run());

test("a question in the middle is answered, and the return goes on with its own", () =>
  summed()
    .client("когда вы работаете?")
    .bot(/Часы работы/)
    .bot(/снимков: 1/)
    .client("да")
    .bot(/оформлен/)
    .run());

test.each([
  ["2026-11-07", undefined, /reason/],
  ["2026-11-06", undefined, /14 days/],
  ["2026-11-14", { Electronics: 7 }, /reason/],
  ["2026-11-13", { Electronics: 7 }, /7 days/],
  ["2026-11-20", { Electronics: 0 }, /0 days/],
])("bought on %s, where %o days are allowed by category: %s", (purchasedOn, returnDaysByCategory, words) =>
  talkWithStore(
    {
      orders: [{ ...ARRIVED, purchasedOn, items: [{ article: "TV-1", name: "TV", category: "Electronics" }] }],
      messengerPhone: PHONE,
    },
    { settings: { ...(returnDaysByCategory && { returnDaysByCategory }) } },
  )
    .client("I want to return A-1042")
    .bot(words)
    .run(),
);

test("cancelled at any step, nothing is left of it", () =>
  summed()
    .client("отмена")
    .bot(/Хорошо/)
    .client("хочу вернуть чайник")
    .bot(/причине/)
    .run());

test("an order book that is away brings a person, with the topic", () =>
  talkWithStore({ ...MINE, away: ["orders"] })
    .client("I want to return my kettle")
    .bot(/cannot see it right now/)
    .handedOver("return")
    .run());

test("a person called in the middle takes the return over", () =>
  summed()
    .client("позовите оператора")
    .bot(/Зову коллегу/)
    .handedOver("return")
    .run());

test("what has not arrived is not taken back, unless the client tells that it has", async () => {
  const onItsWay = { orders: [ORDER], messengerPhone: PHONE };
  await talkWithStore(onItsWay)
    .client("I want to return A-1042, I changed my mind")
    .bot(/on its way.*has not arrived yet cannot be returned/s)
    .run();
  await talkWithStore(onItsWay).client("I want to return A-1042, it is broken").bot(/photo/).run();
});

test("whoever insists on returning what the books have on its way has a person", () =>
  talkWithStore({ orders: [ORDER], messengerPhone: PHONE })
    .client("I want to return A-1042")
    .bot(/has not arrived yet/)
    .client("I want to return it all the same")
    .bot(/calling a colleague/)
    .handedOver("return")
    .run());

test("what the client has in hand is taken back, however late the books are", () =>
  talkWithStore({ orders: [ORDER], messengerPhone: PHONE })
    .client("хочу вернуть A-1042, он у меня на столе")
    .bot(/причине/)
    .run());

test("a second return asks for its order anew, and one that was spoken of before is not asked for", async () => {
  const both = { orders: [ARRIVED, { ...ARRIVED, number: "A-1043" }], messengerPhone: PHONE };
  await talkWithStore(both)
    .client("I want to return A-1042, it is broken", ["crack.jpg"])
    .bot(/A-1042 of/)
    .press("Yes, send it")
    .bot(/is registered/)
    .client("I want to return it")
    .bot(/Which order number/)
    .run();
  await talkWithStore(both)
    .client("where is my order A-1043")
    .bot(/A-1043 is delivered/)
    .effect("crm.record")
    .client("I want to return it")
    .bot(/reason/)
    .press("It is broken")
    .bot(/photo/)
    .run();
});
