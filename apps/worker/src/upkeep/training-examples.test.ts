import { conversation, message, trainingExample } from "@botdeck/db";
import { storeBot } from "@botdeck/bots";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { collect, exampleOf } from "./training-examples.ts";

const said = (text: string, confidence: number | null, provider = "embedded") => ({
  messageId: "m",
  conversationId: "c",
  portalId: "p",
  botCode: "store",
  personId: "5",
  text,
  language: "en",
  names: ["Anna Field"],
  understood: { provider, intents: confidence === null ? [] : [{ intent: "orderStatus", confidence }] },
  saidAt: new Date(0),
});

test.each([
  ["what was understood", said("where is my order", 0.9)],
  ["what a rule or a button said", said("call a person", 0.4, "rule")],
  ["an answer that is a number", said("12345", 0.1)],
  ["a short answer", said("yes", 0.1)],
  ["a number with a word beside it", said("order 12345", 0.1)],
  ["a document", said("word ".repeat(100), 0.1)],
  ["what is stored in a form that nobody knows", { ...said("where is my order", 0.1), understood: "?" }],
])("%s is nothing to learn from", (_what, words) => {
  expect(exampleOf(words)).toBeNull();
});

test("what the bot had an idea of is unsure, anything else was not understood; names and numbers are taken out", () => {
  expect(exampleOf(said("where are my things", 0.4))).toMatchObject({ reason: "unsure", guessedIntent: "orderStatus" });
  expect(exampleOf(said("gift wrapping", 0.05))).toMatchObject({ reason: "not_understood", confidence: 0.05 });
  expect(exampleOf(said("warranty", null))).toMatchObject({ reason: "not_understood", guessedIntent: null });
  const { text = "" } = exampleOf(said("I am Anna, call me at +7 912 345 67 89", 0.2)) ?? {};
  expect(text).not.toMatch(/Anna|912|345/);
});

let world: World;
beforeAll(async () => void (world = await createWorld(storeBot)));
afterAll(() => world.close());

test("words that the bot did not understand are in the inbox after the conversation, without who wrote them", async () => {
  const { db } = world;
  await world.write("Anna wants flurbs with grumbles");
  await world.runAll();
  expect(await db.$count(message)).toBeGreaterThan(1);
  const later = new Date(Date.now() + 120_000);
  expect(await collect({ db, definitions: [storeBot], logger: world.logger }, later)).toBe(1);
  const [talk] = await db.select().from(conversation);
  expect(await db.select().from(trainingExample)).toMatchObject([
    {
      botCode: "store",
      conversationId: talk?.id,
      personId: "101",
      state: "new",
      text: "Anna wants flurbs with grumbles",
    },
  ]);
});
