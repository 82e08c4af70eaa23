import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { listen } from "../../channel.ts";
import {
  conversation,
  figuresCursor,
  message,
  trainingExample,
  trainingRun,
  trainingSet,
  trainingSetExample,
} from "../../schema/index.ts";
import { createDesk, type Desk, LEAD } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { erasePerson } from "../erase-person/erase-person.ts";
import { idAt } from "../retention/id-at.ts";
import { retain } from "../retention/retain.ts";
import { collectExamples, type NewExample, type SaidWords } from "./collect-examples.ts";
import { addPhrase, decideExamples } from "./decide-examples.ts";
import { countExamples, listExamples } from "./list-examples.ts";
import { askForRun, finishRun, latestRun, phrasesOf, takeRun } from "./runs.ts";
import { listSets, livePhrases, publishRun, rollBackTo } from "./sets.ts";

const MINUTE_MS = 60_000;
const BOT = "store";
const SCORE = { phrases: 4, right: 2, wrong: 1, unsure: 1 };
const ANY = { botCode: BOT, reason: null, language: null, portalId: null };

let world: World;
let desk: Desk;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  const tables = [trainingSetExample, trainingSet, trainingRun, trainingExample, figuresCursor, message, conversation];
  for (const table of tables) await world.db.delete(table);
  desk = await createDesk(world);
});
afterAll(() => world.close());

const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);
const everything = ({ text }: SaidWords): NewExample | null => ({
  text,
  reason: "not_understood",
  guessedIntent: null,
  confidence: null,
});

async function say(text: string, change: Partial<typeof message.$inferInsert> = {}): Promise<string> {
  const dialogId = newId();
  const { id: conversationId } = await desk.addConversation({ dialogId });
  const said = { conversationId, author: "client" as const, authorId: "5", authorName: "A person", text };
  const [row] = await world.db
    .insert(message)
    .values({ ...said, understood: { intents: [], provider: "embedded" }, ...change })
    .returning({ id: message.id });
  return row?.id ?? "";
}

async function collect({ limit = 100, now = later(2), pick = everything } = {}): Promise<number> {
  let added = 0;
  for (;;) {
    const found = await collectExamples(world.db, { now, limit, botCodes: [BOT] }, pick);
    added += found.added;
    if (!found.hasMore) return added;
  }
}

const texts = async (state: "new" | "assigned" | "skipped" = "new") =>
  (await listExamples(world.db, { ...ANY, state }, { after: null, limit: 50 })).rows.map(({ text }) => text);

/** Examples of these texts, each assigned to an intent. */
async function assign(meanings: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await listExamples(world.db, { ...ANY, state: "new" }, { after: null, limit: 50 });
  const decisions = rows.flatMap(({ id, text }) =>
    meanings[text] === undefined ? [] : [{ id, state: "assigned" as const, intent: meanings[text] }],
  );
  await world.db.transaction((tx) => decideExamples(tx, { botCode: BOT, decisions, by: LEAD }));
}

/** Asks for a run and answers it. */
async function evaluate(): Promise<string> {
  const { id } = await world.db.transaction((tx) => askForRun(tx, { botCode: BOT, by: LEAD }));
  const run = await takeRun(world.db, MINUTE_MS);
  if (run === null) throw new Error("no run to take");
  await finishRun(world.db, run, { before: SCORE, after: SCORE, changes: [] });
  return id;
}
const publish = (runId: string) => world.db.transaction((tx) => publishRun(tx, { runId, by: LEAD }));
const rollBack = (version: number) => world.db.transaction((tx) => rollBackTo(tx, { botCode: BOT, version }));
const live = async () => (await livePhrases(world.db)).get(BOT) ?? [];

test("what clients said is collected once each, in whatever steps and however often it is looked for", async () => {
  for (const text of ["one", "two", "three", "four", "five"]) await say(text);
  await say("of the bot", { author: "bot", authorId: null });
  await say("not heard by the bot", { understood: null });
  expect(await collect({ limit: 2 })).toBe(5);
  expect(await collect()).toBe(0);
  await world.db.delete(figuresCursor);
  expect(await collect()).toBe(0);
  await say("six", { id: idAt(later(2)) });
  expect(await collect({ now: later(4) })).toBe(1);
  expect((await texts()).toSorted()).toEqual(["five", "four", "one", "six", "three", "two"]);
});

test("what is not picked, younger than a minute, or of a bot that is not asked for stays out", async () => {
  await say("one");
  expect(await collect({ now: new Date() })).toBe(0);
  const of = { limit: 10, now: later(2), botCodes: ["hr"] };
  expect(await collectExamples(world.db, of, everything)).toMatchObject({ added: 0 });
  expect(await collect({ pick: () => null })).toBe(0);
});

test("the list goes on from page to page, by state and reason", async () => {
  for (let count = 0; count < 5; count++) await say(`words ${count}`, { occurredAt: later(-count) });
  await collect();
  const first = await listExamples(world.db, { ...ANY, state: "new" }, { after: null, limit: 3 });
  const rest = await listExamples(world.db, { ...ANY, state: "new" }, { after: first.next, limit: 3 });
  expect([...first.rows, ...rest.rows].map(({ text }) => text)).toEqual(
    [0, 1, 2, 3, 4].map((count) => `words ${count}`),
  );
  expect(rest.next).toBeNull();
  expect(await countExamples(world.db, BOT)).toEqual({ new: 5, assigned: 0, skipped: 0 });
});

test("a decision tells what was before, so that it can be undone", async () => {
  await say("money back");
  await collect();
  const [row] = (await listExamples(world.db, { ...ANY, state: "new" }, { after: null, limit: 1 })).rows;
  const decide = (state: "new" | "assigned" | "skipped", intent: string | null = null) =>
    world.db.transaction((tx) =>
      decideExamples(tx, { botCode: BOT, decisions: [{ id: row?.id ?? "", state, intent }], by: LEAD }),
    );
  expect(await decide("assigned", "productReturn")).toEqual([{ id: row?.id, state: "new", intent: null }]);
  expect(await decide("skipped")).toEqual([{ id: row?.id, state: "assigned", intent: "productReturn" }]);
  expect(await decide("new")).toEqual([{ id: row?.id, state: "skipped", intent: null }]);
  expect(await texts()).toEqual(["money back"]);
  const of = { botCode: "hr", decisions: [{ id: row?.id ?? "", state: "skipped" as const, intent: null }], by: LEAD };
  expect(await world.db.transaction((tx) => decideExamples(tx, of))).toEqual([]);
});

test("a run is done by one worker, taken over when that one died, and answered by nobody else", async () => {
  await world.db.transaction((tx) =>
    addPhrase(tx, { botCode: BOT, text: "money back", language: "en", intent: "productReturn", by: LEAD }),
  );
  const ask = () => world.db.transaction((tx) => askForRun(tx, { botCode: BOT, by: LEAD }));
  const { id } = await ask();
  expect(await ask()).toEqual({ id, isNew: false });
  const held = await takeRun(world.db, MINUTE_MS);
  expect(held?.id).toBe(id);
  expect(await takeRun(world.db, MINUTE_MS)).toBeNull();
  await world.db.update(trainingRun).set({ leaseUntil: later(-1) });
  const taken = await takeRun(world.db, MINUTE_MS);
  expect(taken?.id).toBe(id);
  if (held === null || taken === null) throw new Error("not taken");
  expect(await finishRun(world.db, held, { problem: "late" })).toBe(false);
  expect(await finishRun(world.db, taken, { before: SCORE, after: SCORE, changes: [] })).toBe(true);
  expect(await latestRun(world.db, BOT)).toMatchObject({ state: "done", before: SCORE, problem: null });
  expect(await phrasesOf(world.db, taken.chosen)).toEqual([{ text: "money back", intent: "productReturn" }]);
});

test("what was evaluated is published as it was, becomes the one live version, and is rolled back to any other", async () => {
  await say("money back");
  await say("where is it");
  await collect();
  await assign({ "money back": "productReturn" });
  expect(await publish(await evaluate())).toEqual({ botCode: BOT, before: 0, version: 1, phrases: 1 });
  await assign({ "where is it": "orderStatus" });
  expect(await publish(await evaluate())).toMatchObject({ before: 1, version: 2, phrases: 2 });
  expect(await live()).toHaveLength(2);
  expect(await rollBack(1)).toBe(2);
  expect(await live()).toEqual([{ text: "money back", intent: "productReturn" }]);
  expect(await rollBack(0)).toBe(1);
  expect(await live()).toEqual([]);
  await expect(rollBack(0)).rejects.toMatchObject({ code: "conflict" });
  await expect(rollBack(7)).rejects.toMatchObject({ code: "not_found" });
  expect(await rollBack(2)).toBe(0);
  const sets = await listSets(world.db, BOT, 10);
  expect(sets.map(({ version, isLive, phrases }) => [version, isLive, phrases])).toEqual([
    [2, true, 2],
    [1, false, 1],
  ]);
});

test("what was assigned otherwise since, not done, or published already is not published", async () => {
  await say("money back");
  await say("where is it");
  await collect();
  await assign({ "money back": "productReturn" });
  const runId = await evaluate();
  await assign({ "where is it": "orderStatus" });
  await expect(publish(runId)).rejects.toMatchObject({ code: "conflict", message: /evaluate again/ });
  const { id } = await world.db.transaction((tx) => askForRun(tx, { botCode: BOT, by: LEAD }));
  await expect(publish(id)).rejects.toMatchObject({ code: "conflict" });
  const answered = await evaluate();
  expect(answered).toBe(id);
  const both = await Promise.allSettled([publish(id), publish(id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await listSets(world.db, BOT, 10)).toHaveLength(1);
});

test("a person who is erased takes their words out of the inbox and out of what bots were taught", async () => {
  await say("my canary words");
  await say("words of another", { authorId: "6" });
  await collect();
  await assign({ "my canary words": "orderStatus", "words of another": "orderStatus" });
  await publish(await evaluate());
  const { promise: noticed, resolve } = Promise.withResolvers<void>();
  const unlisten = await listen(world.handle, "botdeck_desk", (topics) => {
    if (topics.includes("training")) resolve();
  });
  const person = { portalId: desk.portalId, portalUserId: "5" };
  const options = { actor: LEAD, isDryRun: true };
  expect(await erasePerson(world.db, person, options)).toMatchObject({ examples: 1 });
  expect(await live()).toHaveLength(2);
  expect(await erasePerson(world.db, person, { ...options, isDryRun: false })).toMatchObject({ examples: 1 });
  await noticed;
  await unlisten();
  expect(await live()).toEqual([{ text: "words of another", intent: "orderStatus" }]);
});

test("what nobody gave a meaning goes with the messages of its time; what was assigned stays", async () => {
  for (const text of ["new", "skipped", "assigned"]) await say(text);
  await collect();
  await assign({ assigned: "orderStatus" });
  await world.db.update(trainingExample).set({ state: "skipped" }).where(eq(trainingExample.text, "skipped"));
  const days = {
    payload: 30,
    dedupeKey: 30,
    effect: 30,
    discarded: 30,
    transcript: 365,
    audit: 365,
    outage: 365,
  };
  const gone = async (now: Date) => {
    let count = 0;
    for await (const step of retain(world.db, { days, now }))
      if (step.name === "examples for training") count += step.gone;
    return count;
  };
  expect(await gone(later(60 * 24 * 300))).toBe(0);
  expect(await gone(later(60 * 24 * 366))).toBe(2);
  expect(await texts("assigned")).toEqual(["assigned"]);
});
