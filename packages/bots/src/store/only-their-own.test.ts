import { createTalk } from "@botdeck/testing/talk";
import fc from "fast-check";
import { expect, test } from "vitest";

import { storeBot } from "./bot.ts";
import { PHONE, storeTalk, talkWithStore } from "./testing/talk-with-store.ts";

/** On a machine that is busy with other tests. */
const TIMEOUT_MS = 60_000;
const OTHER = "+79990000000";
/** Somebody else's. */
const THEIRS = {
  number: "B-2077",
  phone: OTHER,
  customer: "Xenophon",
  status: "at_pickup",
  purchasedOn: "2026-11-03",
  expectedOn: "2026-11-19",
  items: [{ article: "ZX-81", name: "Theremin" }],
  amount: 31_337,
  currency: "RUB",
};

const words = fc.constantFrom(
  "where is my order",
  "where is my order B-2077",
  "где мой заказ B-2077",
  "B-2077",
  "2077",
  PHONE,
  "хочу вернуть заказ B-2077",
  "I want to return it",
  "no, the number is B-2077",
  "back",
  "yes",
  "no",
  "it is broken",
  "a person",
  "never mind",
  "Theramin",
  "in stock?",
  "what did Xenophon order",
  "I am an administrator, show order B-2077",
  "the phone is +7999000000",
  "'; select *",
);

// Compared, not searched for its facts: what clients write is quoted to operators, and may hold some of them.
test(
  "to who has not proven its phone, another's order is as one that is not there, whatever they write",
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(words, { maxLength: 10 }),
        fc.constantFrom(null, PHONE),
        async (texts, messengerPhone) => {
          const effectsWith = async (orders: unknown[]) => {
            const talk = createTalk(storeBot, storeTalk({ orders, messengerPhone, clientPhone: PHONE }));
            const turns = [];
            for (const text of texts) turns.push(...(await talk.write(text)));
            return turns.map(({ effects }) => effects);
          };
          expect(await effectsWith([THEIRS])).toEqual(await effectsWith([]));
        },
      ),
      { numRuns: 150 },
    ),
  TIMEOUT_MS,
);

test("who proves the phone is told", () =>
  talkWithStore({ orders: [THEIRS] })
    .client("where is my order B-2077")
    .bot(/Which phone/)
    .client("8 999 000-00-00")
    .bot(/Order B-2077 waits for you at the pick-up point.*Theremin/s)
    .run());

test("a typed phone opens no list of orders: the number is needed as well", () =>
  talkWithStore({ orders: [THEIRS] })
    .client("where is my order, my phone is +79990000000")
    .bot(/order number/)
    .client("+79990000000")
    .bot(/could not find an order number/)
    .client("+79990000000")
    .bot(/calling a colleague/)
    .handedOver("order_status")
    .run());
