import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { auditLog, bulkJob, outboxEffect } from "../../schema/index.ts";
import { createDesk, type Desk, LEAD } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { countLetters } from "../dead-letter/count-letters.ts";
import { ALL_DEAD } from "../dead-letter/dead-letter.ts";
import { discardLetters, restoreLetters } from "../dead-letter/discard-letters.ts";
import { addJob, findJob, stopJob } from "./bulk-jobs.ts";
import { firstCursor, LETTER_WORKS, type LetterJob, type LettersOfJob } from "./letter-jobs.ts";
import { JobPieceError, type JobWorks, runJobPiece } from "./run-piece.ts";

let world: World;
let desk: Desk;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  await world.db.execute(sql`truncate bulk_job, outbox_effect, inbox_event, audit_log cascade`);
  desk = await createDesk(world);
});
afterAll(() => world.close());

type Change = Partial<Omit<LettersOfJob, "filter">> & { filter?: Partial<LettersOfJob["filter"]> };

async function start(kind: LetterJob, change: Change = {}) {
  const filter = { ...ALL_DEAD, to: new Date(Date.now() + 1_000), ...change.filter };
  const asked = { ids: null, acceptsTwice: false, ofJobId: null, ...change, filter };
  const total = asked.ids?.length ?? (await countLetters(world.db, filter, null));
  const job = { kind, reason: "the portal is back", actorId: LEAD.id, actorName: LEAD.name, total };
  // safe: dates become texts on their way
  const stored = JSON.parse(JSON.stringify(asked)) as Record<string, unknown>;
  return await addJob(world.db, { ...job, filter: stored, cursor: firstCursor(asked) });
}

/** Lets the pause of jobs be over, and does pieces until nobody has any. */
async function runAll(works: JobWorks = LETTER_WORKS): Promise<number> {
  for (let pieces = 0; ; pieces++) {
    await world.db.update(bulkJob).set({ leaseUntil: null });
    if (!(await runJobPiece(world.db, works))) return pieces;
  }
}
const dieAtOnce = (count: number) => Promise.all(Array.from({ length: count }, () => desk.deadEffect()));
const statuses = async () =>
  (
    await world.db.execute<{ status: string; count: number }>(
      sql`select status, count(*)::int as count from outbox_effect group by 1 order by 1`,
    )
  ).map(({ status, count }) => `${count} ${status}`);

test("all that match are let go, a few of a portal at a time, each once and each written down", async () => {
  await dieAtOnce(23);
  const { id } = await start("deadLetter.replay");

  expect(await runJobPiece(world.db, LETTER_WORKS)).toBe(true);
  expect(await findJob(world.db, id)).toMatchObject({ state: "running", done: 10, total: 23 });
  expect(await runJobPiece(world.db, LETTER_WORKS)).toBe(false);
  expect(await runAll()).toBe(2);

  expect(await findJob(world.db, id)).toMatchObject({ state: "done", done: 23, refused: 0 });
  expect(await statuses()).toEqual(["23 ready"]);
  const acts = await world.db.select().from(auditLog).where(eq(auditLog.action, "deadLetter.replay"));
  expect(new Set(acts.map(({ subjectId }) => subjectId)).size).toBe(23);
  expect(acts[0]?.detail).toMatchObject({ jobId: id, reason: "the portal is back" });
});

test("a job whose process dies in the middle of a piece goes on, and lets nothing run twice", async () => {
  await dieAtOnce(12);
  const { id } = await start("deadLetter.replay");
  let calls = 0;
  const dying: JobWorks = {
    "deadLetter.replay": async (tx, job) => {
      const piece = await LETTER_WORKS["deadLetter.replay"](tx, job);
      calls += 1;
      // As a killed process does: all is written, and nothing is committed.
      if (calls === 2) throw new Error("killed");
      return piece;
    },
  };
  await expect(runAll(dying)).rejects.toThrow(JobPieceError);
  expect(await findJob(world.db, id)).toMatchObject({ state: "running", done: 10 });
  expect(await statuses()).toEqual(["2 dead", "10 ready"]);

  await runAll();

  expect(await findJob(world.db, id)).toMatchObject({ state: "done", done: 12, refused: 0 });
  const acts = await world.db.select().from(auditLog).where(eq(auditLog.action, "deadLetter.replay"));
  expect(acts).toHaveLength(12);
});

test("two workers share a job without doing anything twice", async () => {
  await dieAtOnce(15);
  await start("deadLetter.discard");
  await Promise.all([runAll(), runAll()]);
  expect(await statuses()).toEqual(["15 discarded"]);
  expect(await world.db.$count(auditLog, eq(auditLog.action, "deadLetter.discard"))).toBe(15);
});

test("what dies again while the job runs is not let go by it once more", async () => {
  await dieAtOnce(11);
  const { id } = await start("deadLetter.replay", { filter: { to: new Date() } });
  await runJobPiece(world.db, LETTER_WORKS);
  await world.db.execute(
    sql`update outbox_effect set status = 'dead', settled_at = clock_timestamp() where status = 'ready'`,
  );
  await runAll();
  expect(await findJob(world.db, id)).toMatchObject({ state: "done", done: 11 });
  expect(await statuses()).toEqual(["10 dead", "1 ready"]);
});

test("what may happen twice stays and is named, unless that was accepted", async () => {
  const doubtful = await desk.deadEffect({ outcomes: ["uncertain"] });
  const plain = await desk.deadEffect();
  const { id } = await start("deadLetter.replay", { ids: [doubtful, plain] });
  await runAll();
  expect(await findJob(world.db, id)).toMatchObject({
    state: "done",
    done: 1,
    refused: 1,
    refusals: [{ id: doubtful, reason: "may_happen_twice" }],
  });
  await start("deadLetter.replay", { ids: [doubtful], acceptsTwice: true });
  await runAll();
  expect(await statuses()).toEqual(["2 ready"]);
});

test("a stopped job does nothing more, and what it has set aside comes back by itself and nothing else does", async () => {
  const chosen = await dieAtOnce(3);
  const byHand = await desk.deadEffect();
  const job = await start("deadLetter.discard", { ids: chosen });
  await runAll();
  await world.db.execute(sql`update outbox_effect set status = 'discarded', settled_at = now() where id = ${byHand}`);
  expect(await stopJob(world.db, job.id)).toBeNull();

  const whole = { state: "discarded" as const, from: job.createdAt };
  await start("deadLetter.restore", { ofJobId: job.id, filter: whole });
  await runAll();
  expect(await statuses()).toEqual(["3 dead", "1 discarded"]);

  const stopped = await start("deadLetter.discard");
  expect(await stopJob(world.db, stopped.id)).toMatchObject({ state: "stopped" });
  expect(await runAll()).toBe(0);
  expect(await statuses()).toEqual(["3 dead", "1 discarded"]);
});

test("what was taken back and set aside anew since, by hand or by another job, does not come back with the first one", async () => {
  const [kept = "", byHand = "", byOther = ""] = await dieAtOnce(3);
  const job = await start("deadLetter.discard");
  await runAll();
  await restoreLetters(world.db, { ids: [byHand, byOther], actor: LEAD });
  await discardLetters(world.db, { ids: [byHand], reason: "answered by phone", actor: LEAD });
  await start("deadLetter.discard", { ids: [byOther] });
  await runAll();

  await start("deadLetter.restore", { ofJobId: job.id, filter: { state: "discarded", from: job.createdAt } });
  await runAll();

  const dead = await world.db.select().from(outboxEffect).where(eq(outboxEffect.status, "dead"));
  expect(dead.map(({ id }) => id)).toEqual([kept]);
});

test("letters of many portals go side by side, each portal's in their order", async () => {
  const other = await createDesk(world);
  for (let count = 0; count < 12; count++) {
    await desk.deadEffect();
    await other.deadEffect();
  }
  await start("deadLetter.replay");
  await runJobPiece(world.db, LETTER_WORKS);
  const gone = await world.db
    .select({ portalId: outboxEffect.portalId, status: outboxEffect.status })
    .from(outboxEffect)
    .orderBy(asc(outboxEffect.seq));
  for (const { portalId } of [desk, other]) {
    const own = gone.filter((row) => row.portalId === portalId).map(({ status }) => status);
    expect(own).toEqual([...Array(10).fill("ready"), "dead", "dead"]);
  }
});
