import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { answerDay, answerMonth, conversation, figuresCursor, message, outboxEffect } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { createVisits, type Visits } from "../../testing/visits.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { answerTimesOf } from "../outcome/answer-times-of.ts";
import type { FigureFilter } from "./figure-filter.ts";
import { figuresOf } from "./figures-of.ts";
import { plusDays } from "./figure-period.ts";
import { reckonAnswers } from "./reckon-answers.ts";
import { TIME_ERROR } from "./time-buckets.ts";

const ANY: FigureFilter = {
  audience: "clients",
  portalId: null,
  botId: null,
  lineId: null,
  intent: null,
  topic: null,
  dialog: null,
  dialogVersion: null,
  language: null,
};
const MINUTE_MS = 60_000;

let world: World;
let desk: Desk;
let visits: Visits;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
  visits = createVisits(world, desk);
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const table of [answerDay, answerMonth, figuresCursor, message, outboxEffect, conversation])
    await world.db.delete(table);
});

const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);
async function reckon(now: Date, limit = 100): Promise<void> {
  while ((await reckonAnswers(world.db, { now, limit })).hasMore);
}
/** @param around So many days before and after today, of which some are whole months. */
async function answers(filter: Partial<FigureFilter> = {}, around = 1) {
  const today = new Date().toISOString().slice(0, 10);
  const period = { from: plusDays(today, -around), to: plusDays(today, around) };
  return (await figuresOf(world.db, { ...ANY, ...filter }, period, new Date())).answers;
}

test("answers are timed as answerTimesOf defines it, once each, however often and in whatever steps it is done", async () => {
  const from = new Date(Date.now() - MINUTE_MS);
  const said = new Date();
  for (let talk = 0; talk < 6; talk++) {
    const conversationId = await visits.newConversation();
    for (let count = 0; count <= talk; count++) {
      await (await visits.addAnswer(conversationId, said)).sent(new Date(said.getTime() + 700 * (count + talk)));
    }
  }
  // What another message of the client's came before, and what an operator answered, does not count.
  const conversationId = await visits.newConversation();
  const words = { conversationId, authorName: "Somebody", text: "words", occurredAt: said };
  await world.db.insert(message).values([
    { ...words, author: "client" },
    { ...words, author: "operator" },
  ]);
  await (await visits.addAnswer(conversationId, said)).sent(new Date(said.getTime() + 9_000));

  const exact = await answerTimesOf(world.db, { from, to: later(1) });
  for (const limit of [3, 5, 1_000]) await reckon(later(5), limit);
  const told = await answers();
  expect(told?.count).toBe(exact.answers);
  expect(await answers({}, 40)).toEqual(told);
  expect(Math.abs((told?.p95Ms ?? 0) - (exact.p95Ms ?? 0))).toBeLessThan((exact.p95Ms ?? 0) * 0.5);
  expect(Math.abs((told?.p50Ms ?? 0) - (exact.p50Ms ?? 0))).toBeLessThanOrEqual((exact.p50Ms ?? 0) * TIME_ERROR + 350);
  expect(await answers({ botId: newId() })).toMatchObject({ count: 0 });
  expect(await answers({ intent: "orderStatus" })).toBeNull();
});

test("a reply on its way is waited for, and after an hour no longer", async () => {
  const said = new Date();
  const waiting = await visits.addAnswer(await visits.newConversation(), said);
  await (await visits.addAnswer(await visits.newConversation(), said)).sent(new Date(said.getTime() + 1_000));
  await reckon(later(5));
  expect(await answers()).toMatchObject({ count: 0 });
  await waiting.sent(new Date(said.getTime() + 200_000));
  await reckon(later(6));
  expect(await answers()).toMatchObject({ count: 2 });

  await visits.addAnswer(await visits.newConversation(), said);
  await (await visits.addAnswer(await visits.newConversation(), said)).sent(new Date(said.getTime() + 1_000));
  await world.db.execute(sql`delete from figures_cursor`);
  for (const table of [answerDay, answerMonth]) await world.db.delete(table);
  await reckon(later(70));
  expect(await answers()).toMatchObject({ count: 3 });
});

test("what was said a moment ago is left for the next time: younger ids may still appear before it", async () => {
  const said = new Date();
  await (await visits.addAnswer(await visits.newConversation(), said)).sent(new Date(said.getTime() + 1_000));
  await reckon(new Date());
  expect(await answers()).toMatchObject({ count: 0 });
  await reckon(later(2));
  expect(await answers()).toMatchObject({ count: 1 });
});

test("processes that do it at once count nothing twice", async () => {
  const said = new Date();
  for (let talk = 0; talk < 10; talk++) {
    await (await visits.addAnswer(await visits.newConversation(), said)).sent(new Date(said.getTime() + 1_000));
  }
  const now = later(5);
  for (let round = 0; round < 20; round++) {
    await Promise.all(Array.from({ length: 3 }, () => reckonAnswers(world.db, { now, limit: 2 })));
  }
  expect(await answers()).toMatchObject({ count: 10 });
});
