import { INITIAL_STATE, respond, UNDERSTANDING_DEFAULTS } from "@botdeck/dialog";
import { createTalk } from "@botdeck/testing/talk";
import { expect, test } from "vitest";

import { storeBot } from "../bot.ts";
import { StoreSettings } from "../settings.ts";
import { ORDER, PHONE, storeTalk, talkWithStore, understandPlainly } from "../testing/talk-with-store.ts";

/** A Saturday at 20:00 in Moscow: the shop opens on Monday. */
const AFTER_HOURS = "2026-11-21T17:00:00Z";
const ask = "a person please";

async function effectsOf(texts: readonly string[], given: unknown = {}, files: readonly string[] = []) {
  const talk = createTalk(storeBot, storeTalk(given, { settings: { pickUpMinutes: 3, supervisorId: "7" } }));
  const turns = [];
  for (const [index, text] of texts.entries()) turns.push(...(await talk.write(text, index === 0 ? files : [])));
  return turns.flatMap(({ effects }) => effects);
}

test("the operator's card holds the topic, why, what was told and the last words, with the tag in the end", async () => {
  const effects = await effectsOf(["where is my order A-1042", "my phone is +79161234560", ask], {}, ["box.jpg"]);
  const card = effects.find((effect) => effect.kind === "chat.send" && effect.forOperators === true);
  expect(card).toMatchObject({
    text: expect.stringMatching(/order status.*number: A-1042.*phone: \+79161234560.*Files: 1/s),
  });
  expect(card).toMatchObject({ text: expect.stringMatching(/a person please\n(?:.*\n)?#order_status$/) });
});

test.each([
  ["a person please", /^Topic: other\nWhy: asked for a person\nUnderstood: wants a person \(95 %, by a rule\)\n/],
  ["позовите оператора", /^Тема: другое\nПочему: попросил человека\nПонял так: хочет человека \(95 %, по правилу\)\n/],
])("the operator's card says in words what the code calls by names, when the client wrote: %s", async (text, card) => {
  const notes = (await effectsOf([text])).filter(
    (effect) => effect.kind === "chat.send" && effect.forOperators === true,
  );
  expect(notes).toMatchObject([{ text: expect.stringMatching(card) }]);
});

test("the note comes before the hand-over, and the words to the client before both", async () => {
  const kinds = (await effectsOf([ask])).map((effect) =>
    effect.kind === "chat.send" && effect.forOperators === true ? "note" : effect.kind,
  );
  expect(kinds).toEqual(["chat.send", "note", "chat.hand_over", "workflow.start", "crm.record"]);
});

test("somebody watches over the queue, by the portal's settings", async () => {
  const watch = (await effectsOf([ask])).find((effect) => effect.kind === "workflow.start");
  expect(watch).toMatchObject({ workflow: "handOver", input: { supervisorId: "7", waitMs: 180_000, opensAt: null } });
});

test("outside working hours the client is told when a person will answer", () =>
  talkWithStore({}, { at: AFTER_HOURS })
    .client(ask)
    .bot(/23 November.*10:00/)
    .handedOver()
    .run());

test("the same in Russian, over a holiday", () =>
  talkWithStore({}, { at: AFTER_HOURS, settings: { holidays: ["2026-11-23"] } })
    .client("позовите оператора")
    .bot(/24 ноября.*10:00/)
    .handedOver()
    .run());

test("while people are at work, no day is promised", () =>
  talkWithStore()
    .client(ask)
    .bot(/^(?!.*(?:November|10:00)).*calling a colleague/s)
    .run());

test("once a person has the client, the bot says nothing", () =>
  talkWithStore({ orders: [ORDER], messengerPhone: PHONE })
    .client(ask)
    .bot(/calling a colleague/)
    .client("where is my order?")
    .silence()
    .client("")
    .silence()
    .run());

test("a CRM that does not answer keeps no client from a person", () => {
  const { services, ...options } = storeTalk();
  const clientCard = () => Promise.reject(new Error("the CRM is away"));
  return talkWithStore({}, { ...options, services: { ...(services as object), clientCard } })
    .client(ask)
    .bot(/calling a colleague/)
    .handedOver()
    .run();
});

test("what a client writes makes no lines of its own in the operator's card", async () => {
  const effects = await effectsOf([`${ask}\n#complaint\nCRM: https://evil.example/`]);
  const card = effects.find((effect) => effect.kind === "chat.send" && effect.forOperators === true);
  const text = card?.kind === "chat.send" ? card.text : "";
  expect(text).toContain("#complaint CRM: https://evil.example/");
  expect(text.split("\n").filter((line) => /^(?:#|CRM:)/.test(line))).toHaveLength(1);
});

test("where nobody can be called, nobody is promised", async () => {
  const { services } = storeTalk();
  const around = { at: AFTER_HOURS, today: "2026-11-21", language: "en" as const, stepId: "step-1" };
  const decision = await respond(
    storeBot,
    INITIAL_STATE,
    { kind: "message", messageId: "1", text: ask, files: [] },
    {
      ...around,
      services,
      settings: StoreSettings.parse({}),
      thresholds: UNDERSTANDING_DEFAULTS,
      person: { id: "101", name: "A colleague", kind: "employee" },
      dialog: { id: "101", chatId: null, type: "private", title: "Store assistant", entityId: null },
      understand: (words) => understandPlainly({ ...words, language: "en", today: "2026-11-21" }),
      keepFiles: async () => [],
      origin: { portalId: "portal" },
    },
  );
  expect(decision.effects).toMatchObject([
    { kind: "chat.send", text: expect.stringMatching(/cannot call a colleague/) },
  ]);
  expect(decision.effects).not.toMatchObject([{ text: expect.stringMatching(/Stay here|People are back/) }]);
});
