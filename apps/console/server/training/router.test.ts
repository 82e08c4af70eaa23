import { auditLog, type Database, finishRun, livePhrases, takeRun, trainingExample } from "@botdeck/db";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";
import { addExamples } from "../test-training.ts";

const BOT = { botCode: "store" };
const SCORE = { phrases: 4, right: 2, wrong: 1, unsure: 1 };

async function setup() {
  const console = await setupConsole();
  const { db } = console.database;
  const ids = await addBot(db);
  const { id: conversationId } = await addConversation(db, ids);
  const [first = "", second = ""] = await addExamples(db, { ...ids, conversationId }, [
    "money back please",
    "where is it",
  ]);
  const [operator, lead] = [await console.cookieOf("operator"), await console.cookieOf("lead")];
  return { ...console, db, ids, conversationId, first, second, operator, lead };
}

/** As the worker does. */
async function answerRun(db: Database): Promise<void> {
  const run = await takeRun(db, 60_000);
  if (run === null) throw new Error("nobody asked for a run");
  await finishRun(db, run, { before: SCORE, after: { ...SCORE, right: 3, unsure: 0 }, changes: [] });
}

const acts = async (db: Database, action: string) =>
  (await db.select().from(auditLog)).filter((act) => act.action === action);

test("an operator reads what was not understood, says what it means, and takes it back", async () => {
  const { db, query, mutate, operator, first, second, conversationId } = await setup();
  const list = async (state: string) => (await query("training.list", { ...BOT, state }, operator)).data;
  expect(await list("new")).toMatchObject({
    rows: [{ id: second }, { id: first, conversationId, portalDomain: "demo.example", isTaught: false }],
    nextCursor: null,
  });
  const decisions = [
    { id: first, state: "assigned", intent: "productReturn" },
    { id: second, state: "skipped" },
  ];
  const { data: before } = await mutate("training.decide", { ...BOT, decisions }, operator);
  expect(await query("training.counts", BOT, operator)).toMatchObject({ data: { new: 0, assigned: 1, skipped: 1 } });
  expect(await list("assigned")).toMatchObject({ rows: [{ id: first, intent: "productReturn" }] });
  await mutate("training.decide", { ...BOT, decisions: before }, operator);
  expect(await query("training.counts", BOT, operator)).toMatchObject({ data: { new: 2, assigned: 0, skipped: 0 } });
  const noted = await acts(db, "training.decide");
  expect(noted).toHaveLength(4);
  expect(JSON.stringify(noted)).not.toContain("money");
});

test("an intent that the bot does not have, or a bot that learns nothing, is refused in words", async () => {
  const { mutate, operator, first } = await setup();
  const decisions = [{ id: first, state: "assigned", intent: "nonsense" }];
  expect((await mutate("training.decide", { ...BOT, decisions }, operator)).error).toMatchObject({
    message: "The bot knows no such intent.",
    data: { code: "BAD_REQUEST" },
  });
  expect((await mutate("training.decide", { botCode: "unknown", decisions }, operator)).error?.data.code).toBe(
    "NOT_FOUND",
  );
});

test("a lead writes a phrase, has it evaluated, publishes it and rolls it back; each act is written down", async () => {
  const { db, query, mutate, lead } = await setup();
  expect((await mutate("training.evaluate", BOT, lead)).error).toMatchObject({ message: /Nothing is assigned/ });
  const phrase = { ...BOT, text: "gimme a refund", intent: "productReturn" };
  expect((await mutate("training.addPhrase", phrase, lead)).error).toBeUndefined();
  expect((await mutate("training.addPhrase", phrase, lead)).error?.data.code).toBe("CONFLICT");

  const { data: run } = await mutate("training.evaluate", BOT, lead);
  expect(await mutate("training.evaluate", BOT, lead)).toMatchObject({ data: run });
  const { id: runId } = run as { id: string }; // safe: as the schema says
  expect((await mutate("training.publish", { runId }, lead)).error).toMatchObject({
    message: /Only what was evaluated/,
  });
  await answerRun(db);
  expect((await query("training.latestRun", BOT, lead)).data).toMatchObject({
    state: "done",
    isCurrent: true,
    version: null,
    phrases: 1,
    after: { right: 3 },
  });
  expect((await mutate("training.publish", { runId }, lead)).data).toEqual({ before: 0, version: 1 });
  expect((await livePhrases(db)).get("store")).toEqual([{ text: "gimme a refund", intent: "productReturn" }]);
  expect((await query("training.latestRun", BOT, lead)).data).toMatchObject({ version: 1 });
  expect((await query("training.list", { ...BOT, state: "assigned" }, lead)).data).toMatchObject({
    rows: [{ isTaught: true, conversationId: null }],
  });
  expect((await query("training.versions", BOT, lead)).data).toMatchObject([{ version: 1, isLive: true, phrases: 1 }]);

  const back = { ...BOT, version: 0 };
  expect((await mutate("training.rollBack", back, lead)).error?.data.code).toBe("BAD_REQUEST");
  expect((await mutate("training.rollBack", { ...back, reason: "made it worse" }, lead)).error).toBeUndefined();
  expect((await livePhrases(db)).get("store")).toBeUndefined();
  expect(await acts(db, "training.publish")).toMatchObject([
    { subjectId: "bot:store", detail: { after: { version: 1 } } },
  ]);
  expect(await acts(db, "training.rollBack")).toMatchObject([
    { detail: { after: { version: 0 }, reason: "made it worse" } },
  ]);
});

test("what was assigned otherwise after the evaluation is not published", async () => {
  const { db, query, mutate, lead, operator, first } = await setup();
  await mutate("training.addPhrase", { ...BOT, text: "gimme a refund", intent: "productReturn" }, lead);
  const { data: run } = await mutate("training.evaluate", BOT, lead);
  await answerRun(db);
  const decisions = [{ id: first, state: "assigned", intent: "orderStatus" }];
  await mutate("training.decide", { ...BOT, decisions }, operator);
  expect((await query("training.latestRun", BOT, lead)).data).toMatchObject({ isCurrent: false });
  const { id: runId } = run as { id: string }; // safe: as the schema says
  expect((await mutate("training.publish", { runId }, lead)).error).toMatchObject({ message: /evaluate again/ });
});

test("a viewer sees no phrase, and an operator changes nothing that bots know", async () => {
  const { db, query, mutate, cookieOf, operator } = await setup();
  const viewer = await cookieOf("viewer");
  const denied = await query("training.list", { ...BOT, state: "new" }, viewer);
  expect(denied.error?.data.code).toBe("FORBIDDEN");
  expect(denied.response.body).not.toContain("money back");
  expect((await mutate("training.evaluate", BOT, operator)).error?.data.code).toBe("FORBIDDEN");
  expect(
    (await mutate("training.rollBack", { ...BOT, version: 0, reason: "because" }, operator)).error?.data.code,
  ).toBe("FORBIDDEN");
  expect(await db.$count(trainingExample)).toBe(2);
});
