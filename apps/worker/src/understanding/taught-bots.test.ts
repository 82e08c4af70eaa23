import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  addPhrase,
  announce,
  askForRun,
  connect,
  type DatabaseHandle,
  latestRun,
  livePhrases,
  publishRun,
  rollBackTo,
} from "@botdeck/db";
import { type AnyBot, createUnderstanding, defineBot, verdictOf } from "@botdeck/dialog";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";

import { tryOut } from "../upkeep/training-runs.ts";
import { createTaughtBots, startTaughtBots } from "./taught-bots.ts";
import { taughtIntents } from "./taught-intents.ts";
import { createTaughtModels } from "./taught-models.ts";

const by = { id: "user-1", name: "A lead" };
const logger = createLogger({ name: "test", level: "silent" });
const bot: AnyBot = defineBot({
  code: "shop",
  kind: "client",
  name: { en: "Shop", ru: "Магазин" },
  texts: { en: {}, ru: {} },
  intents: {
    orderStatus: {
      examples: [
        "where is my order",
        "when does my order come",
        "track my order",
        "status of my order",
        "my order is late",
      ],
    },
    productReturn: {
      examples: [
        "I want to return this",
        "return a product",
        "send the product back",
        "return the shoes",
        "can I return it",
      ],
    },
    hours: {
      examples: [
        "when are you open",
        "opening hours please",
        "are you open on sunday",
        "open today",
        "until when is it open",
      ],
    },
  },
  welcome: () => [],
  fallback: () => [],
});
const PHRASES = [
  "gimme a refund",
  "refund please",
  "I need a refund",
  "a refund now",
  "want my refund",
  "refund refund refund",
];

let database: TestDatabase;
let handle: DatabaseHandle;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 4 });
  folder = await mkdtemp(join(tmpdir(), "taught-"));
});
afterAll(async () => {
  await handle.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** A process that follows what is published, and what it understands. */
async function startProcess() {
  const { db } = handle;
  const taught = createTaughtBots({
    definitions: [bot],
    readPhrases: () => livePhrases(db),
    ...createTaughtModels(folder, logger),
    logger,
  });
  const role = await startTaughtBots({ handle, taught, logger });
  onTestFinished(() => role.stop());
  return async (text: string) => {
    const understand = createUnderstanding({ intents: taught.intentsOf(bot) });
    const { intents } = await understand({ text, expects: null, language: "en", today: "2026-11-21" });
    const verdict = verdictOf(intents);
    return verdict.kind === "sure" ? verdict.intent : null;
  };
}

test("what is published is understood in every process without a restart, and no longer after the roll-back", async () => {
  const { db } = handle;
  const processes = [await startProcess(), await startProcess()];
  const understood = () => Promise.all(processes.map((understand) => understand("could I have a refund please")));
  expect(await understood()).toEqual([null, null]);

  for (const text of PHRASES) {
    await db.transaction((tx) => addPhrase(tx, { botCode: "shop", text, language: "en", intent: "productReturn", by }));
  }
  const { id: runId } = await db.transaction((tx) => askForRun(tx, { botCode: "shop", by }));
  expect(await tryOut({ db, definitions: [bot], logger })).toBe(true);
  expect(await tryOut({ db, definitions: [bot], logger })).toBe(false);
  const run = await latestRun(db, "shop");
  expect(run).toMatchObject({ id: runId, state: "done", problem: null });
  expect(run?.after?.right).toBeGreaterThan(run?.before?.right ?? Infinity);
  expect(run?.changes.some(({ expected, after }) => expected === "productReturn" && after === "productReturn")).toBe(
    true,
  );
  expect(await understood()).toEqual([null, null]);

  await db.transaction((tx) => publishRun(tx, { runId, by }));
  await announce(db, "botdeck_desk", ["training"]);
  await expect.poll(async () => (await understood()).every((intent) => intent === "productReturn")).toBe(true);

  await db.transaction((tx) => rollBackTo(tx, { botCode: "shop", version: 0 }));
  await announce(db, "botdeck_desk", ["training"]);
  await expect.poll(async () => (await understood()).every((intent) => intent === null)).toBe(true);
  // Its file held what clients said.
  await expect.poll(() => readdir(folder)).toHaveLength(0);
}, 60_000);

test("a run for a bot that the worker does not have fails in words", async () => {
  const { db } = handle;
  const phrase = { botCode: "unknown", text: "gimme a refund", language: "en", intent: "productReturn", by };
  await db.transaction((tx) => addPhrase(tx, phrase));
  await db.transaction((tx) => askForRun(tx, { botCode: "unknown", by }));
  await tryOut({ db, definitions: [bot], logger });
  expect(await latestRun(db, "unknown")).toMatchObject({
    state: "failed",
    problem: expect.stringContaining("no such bot"),
  });
});

test("while a model cannot be made the bot answers by what it knew, and it is tried again", async () => {
  const phrases = [{ text: "refund please", intent: "productReturn" }];
  const makeModel = vi.fn<() => never>(() => {
    throw new Error("the disk is full");
  });
  const taught = createTaughtBots({
    definitions: [bot],
    readPhrases: async () => new Map([["shop", phrases]]),
    makeModel,
    forgetModels: async () => {},
    logger,
  });
  await taught.look();
  await taught.look();
  expect(taught.intentsOf(bot)).toBe(bot.intents);
  expect(makeModel).toHaveBeenCalledTimes(2);
});

test("a person's word outweighs the author's, marks are no words, and intents that are gone are left out", () => {
  const own = { a: { examples: ["one", "two"] }, b: { examples: ["three"] } };
  expect(
    taughtIntents(own, [
      { text: "two", intent: "b" },
      { text: "  I am [name] four", intent: "a" },
      { text: "[number]", intent: "a" },
      { text: "five", intent: "gone" },
    ]),
  ).toEqual({ a: { examples: ["one", "I am four"] }, b: { examples: ["three", "two"] } });
  expect(taughtIntents(own, [{ text: "six", intent: "oos" }])).toEqual({ ...own, oos: { examples: ["six"] } });
  expect(taughtIntents(own, [])).toBe(own);
});
