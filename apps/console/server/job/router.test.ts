import { newId } from "@botdeck/core/ids";
import {
  auditLog,
  bulkJob,
  findJob,
  inboxEvent,
  LETTER_WORKS,
  outboxEffect,
  postponeJob,
  runJobPiece,
} from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { addBot } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";
import { addLetters } from "../test-letters.ts";

type Job = { id: string; state: string; done: number; refused: number; total: number; canUndo: boolean };
const REASON = "the portal is back";

test("before a job is started, its preview says how many run, which may run twice, which stay and what they say", async () => {
  const { query, cookie, db, ids } = await setup();
  await addLetters(db, ids, 2, { error: "ACCESS_DENIED" });
  await addLetters(db, ids, 1, { error: "vanished", isInDoubt: true });
  await addLetters(db, { portalId: newId(), botId: newId() }, 1, { error: "gone" });

  const { data } = await query("job.preview", { filter: {} }, cookie);

  expect(data).toMatchObject({
    count: 4,
    isCut: false,
    planned: 4,
    plain: 2,
    twice: 1,
    obstacles: { portal_removed: 1, bot_removed: 1 },
    warnings: { may_happen_twice: 1 },
    atLeastMs: 0,
  });
  expect(data).toMatchObject({ samples: [{ kind: "chat.send", gist: "hello 1", willRun: "yes" }, {}, {}, {}] });
  expect(JSON.stringify(data)).not.toContain("canary");
});

test("all that match are replayed by the worker, and the job tells how far it came and who wanted it", async () => {
  const { query, mutate, cookie, db, ids, work } = await setup();
  await addLetters(db, ids, 3, { error: "ACCESS_DENIED: no chat 17" });
  await addLetters(db, ids, 1, { error: "another" });
  const causes = (await query("deadLetter.causes", {}, cookie)).data as { causeId: string; count: number }[];
  const filter = { causeId: causes.find(({ count }) => count === 3)?.causeId };

  const started = await mutate("job.start", { kind: "deadLetter.replay", letters: { filter }, reason: REASON }, cookie);
  const { id } = started.data as Job;
  expect(started.data).toMatchObject({ state: "waiting", total: 3, actorName: "Test lead", reason: REASON });
  await work();

  expect((await query("job.get", { id }, cookie)).data).toMatchObject({ state: "done", done: 3, refused: 0 });
  expect((await query("job.list", {}, cookie)).data).toMatchObject({ rows: [{ id }], nextCursor: null });
  const left = await db.select().from(outboxEffect).where(eq(outboxEffect.status, "dead"));
  expect(left.map(({ lastError }) => lastError)).toEqual(["another"]);
  const acts = await db.select().from(auditLog).where(eq(auditLog.action, "job.start"));
  expect(acts).toMatchObject([{ subjectId: id, actorName: "Test lead", detail: { reason: REASON, total: 3 } }]);
});

test("a job that has set letters aside is taken back by another, and a replay cannot be", async () => {
  const { mutate, cookie, db, ids, work } = await setup();
  await addLetters(db, ids, 2, { error: "x" });
  const discard = { kind: "deadLetter.discard", letters: { filter: {} }, reason: "told by phone" };
  const first = (await mutate("job.start", discard, cookie)).data as Job;
  const undo = { kind: "deadLetter.restore", ofJobId: first.id, reason: "it was a mistake" };
  expect((await mutate("job.start", undo, cookie)).error?.data.code).toBe("CONFLICT");
  await work();
  expect((await db.select().from(outboxEffect)).map(({ status }) => status)).toEqual(["discarded", "discarded"]);

  expect((await mutate("job.start", undo, cookie)).data).toMatchObject({ total: 2 });
  await work();
  expect((await db.select().from(outboxEffect)).map(({ status }) => status)).toEqual(["dead", "dead"]);
});

test("a job that was stopped changes nothing more, and cannot be stopped twice", async () => {
  const { mutate, cookie, db, ids, work } = await setup();
  const letters = await addLetters(db, ids, 2, { error: "x" });
  const chosen = { kind: "deadLetter.replay", letters: { filter: {}, ids: letters }, reason: REASON };
  const { id } = (await mutate("job.start", chosen, cookie)).data as Job;
  expect((await mutate("job.stop", { id }, cookie)).data).toMatchObject({ state: "stopped", total: 2 });
  await work();
  expect(await db.$count(outboxEffect, eq(outboxEffect.status, "dead"))).toBe(2);
  expect((await mutate("job.stop", { id }, cookie)).error?.data.code).toBe("CONFLICT");
});

test("a job that could not go on says why and when it tries again, and can be stopped meanwhile", async () => {
  const { query, mutate, cookie, db, ids } = await setup();
  await addLetters(db, ids, 2, { error: "x" });
  const wish = { kind: "deadLetter.replay", letters: { filter: {} }, reason: REASON };
  const { id } = (await mutate("job.start", wish, cookie)).data as Job;
  const cursor = (await findJob(db, id))?.cursor;
  await postponeJob(db, id, { tries: 0, cursor, waitMs: 60_000, problem: "Postgres is away" });

  expect((await query("job.get", { id }, cookie)).data).toMatchObject({
    state: "waiting",
    tries: 1,
    problem: "Postgres is away",
    nextAt: expect.stringMatching(/^\d{4}-/),
  });
  expect((await mutate("job.stop", { id }, cookie)).data).toMatchObject({
    state: "stopped",
    problem: null,
    nextAt: null,
  });
});

test("a job without a reason, or about nothing, is not begun", async () => {
  const { mutate, cookie, db, ids } = await setup();
  const wish = { kind: "deadLetter.replay", letters: { filter: {} } };
  expect((await mutate("job.start", { ...wish, reason: REASON }, cookie)).error?.message).toMatch(/No dead letter/);
  await addLetters(db, ids, 1, { error: "x" });
  expect((await mutate("job.start", { ...wish, reason: " " }, cookie)).error?.data.code).toBe("BAD_REQUEST");
  expect(await db.$count(bulkJob)).toBe(0);
});

test("an operator starts, sees and stops no job", async () => {
  const { query, mutate, cookieOf, db, ids } = await setup();
  await addLetters(db, ids, 1, { error: "x" });
  const operator = await cookieOf("operator");
  const wish = { kind: "deadLetter.replay", letters: { filter: {} }, reason: REASON };
  const answers = [
    await query("job.preview", { filter: {} }, operator),
    await mutate("job.start", wish, operator),
    await query("job.list", {}, operator),
    await mutate("job.stop", { id: newId() }, operator),
  ];
  expect(answers.map(({ error }) => error?.data.code)).toEqual(Array(4).fill("FORBIDDEN"));
  expect([await db.$count(bulkJob), await db.$count(inboxEvent)]).toEqual([0, 0]);
});

async function setup() {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  /** What the worker does, without its pauses. */
  async function work(): Promise<void> {
    do await db.update(bulkJob).set({ leaseUntil: null });
    while (await runJobPiece(db, LETTER_WORKS));
  }
  return { cookieOf, query, mutate, db, ids, work, cookie: await cookieOf("lead") };
}
