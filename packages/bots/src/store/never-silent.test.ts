import { createTalk, type Talk } from "@botdeck/testing/talk";
import fc from "fast-check";
import { expect, test } from "vitest";

import { storeBot } from "./bot.ts";
import { ORDER, PHONE, storeTalk } from "./testing/talk-with-store.ts";

/** What people write: wishes and answers the bot knows, and anything at all. */
const words = fc.oneof(
  fc.constantFrom(
    "where is my order",
    "A-1042",
    "9999",
    "хочу вернуть чайник",
    "never mind",
    "hello",
    "in stock?",
    "чайник",
  ),
  fc.constantFrom("I want to buy a kettle", PHONE, "Anna", "yes", "no", "нет", "назад", "5", "", "?", "it is broken"),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);
const message = fc.tuple(words, fc.subarray(["photo.jpg", "bill.pdf"]));

const kettle = { article: "KT-200", name: "Kettle", stock: { Moscow: 0 } };
const shop = fc.record({
  orders: fc.constantFrom(
    [],
    [ORDER],
    [
      { ...ORDER, purchasedOn: null },
      { ...ORDER, number: "B-7" },
    ],
  ),
  products: fc.constantFrom([], [kettle], [kettle, { ...kettle, name: "Toaster", article: "TS-1" }]),
  messengerPhone: fc.constantFrom(null, PHONE),
  away: fc.subarray(["orders", "catalog"]),
});

const BURST_MS = 2_000;
/** On a machine that is busy with other tests. */
const TIMEOUT_MS = 60_000;

type Message = readonly [string, readonly string[]];

/** @returns False once a person has taken over. */
async function write(talk: Talk, [text, files]: Message): Promise<boolean> {
  // Pieces of a sentence that come in a burst are waited for.
  talk.wait(BURST_MS);
  const turns = await talk.write(text, files);
  const effects = turns.flatMap((turn) => turn.effects);
  const isAnswered = effects.some((effect) => effect.kind === "chat.send" && effect.forOperators !== true);
  expect(isAnswered, `nothing was said to ${JSON.stringify(text)}`).toBe(true);
  return talk.owner === "bot";
}

test(
  "whatever a client writes or sends is answered, in the conversation or by the workflow that leads it",
  () =>
    fc.assert(
      fc.asyncProperty(shop, fc.array(message, { minLength: 1, maxLength: 12 }), async (given, messages) => {
        const talk = createTalk(storeBot, storeTalk(given));
        for (const each of messages) if (!(await write(talk, each))) return;
      }),
      { numRuns: 100 },
    ),
  TIMEOUT_MS,
);

test(
  "a client reaches a person from wherever the conversation stands",
  () =>
    fc.assert(
      fc.asyncProperty(shop, fc.array(message, { maxLength: 6 }), async (given, messages) => {
        const talk = createTalk(storeBot, storeTalk(given));
        for (const each of messages) if (!(await write(talk, each))) return;
        expect(await write(talk, ["a person please", []])).toBe(false);
      }),
      { numRuns: 100 },
    ),
  TIMEOUT_MS,
);

test(
  "whoever is not understood has a person after a few words",
  () =>
    fc.assert(
      fc.asyncProperty(shop, fc.array(message, { maxLength: 6 }), async (given, messages) => {
        const talk = createTalk(storeBot, storeTalk(given));
        for (const each of messages) if (!(await write(talk, each))) return;
        // Each question that stands may be missed twice, those of dialogs that wait below as well.
        for (let misses = 0; await write(talk, ["?!", []]); misses++) expect(misses).toBeLessThan(8);
      }),
      { numRuns: 100 },
    ),
  TIMEOUT_MS,
);
