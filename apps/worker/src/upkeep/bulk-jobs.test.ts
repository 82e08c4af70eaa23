import { AppError } from "@botdeck/core";
import {
  addJob,
  bulkJob,
  connect,
  type DatabaseHandle,
  failJob,
  findJob,
  type JobWorks,
  postponeJob,
  stopJob,
} from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createJobLook } from "./bulk-jobs.ts";

let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 2 });
});
beforeEach(async () => void (await handle.db.delete(bulkJob)));
afterAll(async () => {
  await handle.close();
  await database.drop();
});

const logger = createLogger({ name: "worker", level: "silent" });
const actor = { actorId: "user-1", actorName: "A lead" };
const start = (kind: string) =>
  addJob(handle.db, { kind, filter: {}, reason: "a test", ...actor, total: 3, cursor: 0 });

test("a job is done piece by piece in one look, and is over with its last", async () => {
  const pieces: unknown[] = [];
  const works: JobWorks = {
    "thing.do": async (_tx, { cursor }) => {
      pieces.push(cursor);
      const next = Number(cursor) + 1;
      return { done: 1, refused: [], cursor: next, isOver: next === 3, pauseMs: 0, tell: () => Promise.resolve() };
    },
  };
  const { id } = await start("thing.do");
  await createJobLook({ db: handle.db, works, logger })();
  expect(pieces).toEqual([0, 1, 2]);
  expect(await findJob(handle.db, id)).toMatchObject({ state: "done", done: 3, finishedAt: expect.any(Date) });
});

/** As if its pause were over. */
const passTime = () => handle.db.update(bulkJob).set({ leaseUntil: null });

const WAY_TO_DO: JobWorks[string] = async (_tx, { cursor }) => {
  const next = Number(cursor) + 1;
  return { done: 1, refused: [], cursor: next, isOver: next === 3, pauseMs: 0, tell: () => Promise.resolve() };
};

test("an outage of a minute ends no job: it says why it waits and when it goes on, and does all of its work afterwards", async () => {
  let isAway = true;
  const works: JobWorks = {
    "thing.do": async (tx, job) => {
      if (isAway && Number(job.cursor) === 1) throw new Error("no answer from https://portal.example/rest/1/canary/im");
      return await WAY_TO_DO(tx, job);
    },
  };
  const { id } = await start("thing.do");
  const look = createJobLook({ db: handle.db, works, logger });
  const before = Date.now();
  await look();
  const waiting = await findJob(handle.db, id);
  expect(waiting).toMatchObject({
    state: "running",
    done: 1,
    tries: 1,
    problem: "no answer from https://portal.example/rest/1/***/im",
  });
  expect(waiting?.leaseUntil?.getTime()).toBeGreaterThan(before);
  for (let tries = 2; tries <= 6; tries++) {
    await look();
    expect(await findJob(handle.db, id)).toMatchObject({ tries: tries - 1 });
    await passTime();
    await look();
    expect(await findJob(handle.db, id)).toMatchObject({ state: "running", tries });
  }

  isAway = false;
  await passTime();
  await look();
  expect(await findJob(handle.db, id)).toMatchObject({ state: "done", done: 3, tries: 0, problem: null });
});

test("what fails at one place for a quarter of an hour ends its job, and a job that comes on has all of its time again", async () => {
  let failing = 0;
  const works: JobWorks = {
    "thing.do": async (tx, job) => {
      if (Number(job.cursor) === failing) throw new Error("a full disk");
      return await WAY_TO_DO(tx, job);
    },
  };
  const { id } = await start("thing.do");
  const look = createJobLook({ db: handle.db, works, logger });
  async function fail(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      await passTime();
      await look();
    }
  }
  await fail(15);
  failing = 1;
  await fail(15);
  expect(await findJob(handle.db, id)).toMatchObject({ state: "running", done: 1, tries: 15 });
  await fail(5);
  expect(await findJob(handle.db, id)).toMatchObject({ state: "failed", done: 1, problem: "a full disk" });
});

test("a job whose failure does not heal is given up at once, and one that waits can be stopped and holds no other up", async () => {
  const works: JobWorks = {
    "thing.wrong": () => Promise.reject(new AppError("invalid", "there is no such portal")),
    "thing.wait": () => Promise.reject(new Error("a deadlock")),
    "thing.do": WAY_TO_DO,
  };
  const [wrong, waiting, other] = [await start("thing.wrong"), await start("thing.wait"), await start("thing.do")];
  await createJobLook({ db: handle.db, works, logger })();
  expect(await findJob(handle.db, wrong.id)).toMatchObject({ state: "failed", problem: "there is no such portal" });
  expect(await findJob(handle.db, waiting.id)).toMatchObject({ state: "waiting", tries: 1, problem: "a deadlock" });
  expect(await findJob(handle.db, other.id)).toMatchObject({ state: "done", done: 3 });

  expect(await stopJob(handle.db, waiting.id)).toMatchObject({ state: "stopped", problem: null });
  await passTime();
  await createJobLook({ db: handle.db, works, logger })();
  expect(await findJob(handle.db, waiting.id)).toMatchObject({ state: "stopped" });
});

test("two workers that fail at one piece at the same moment count it once", async () => {
  const { id } = await start("thing.do");
  const failed = { tries: 0, cursor: 0, waitMs: 2_000, problem: "a deadlock" };
  await postponeJob(handle.db, id, failed);
  await postponeJob(handle.db, id, { ...failed, waitMs: 60_000 });
  const job = await findJob(handle.db, id);
  expect(job).toMatchObject({ tries: 1 });
  expect(job?.leaseUntil?.getTime()).toBeLessThan(Date.now() + 30_000);
});

test("a worker that failed at a piece which another has done since neither ends the job nor holds it up", async () => {
  const { id } = await start("thing.do");
  const failed = { tries: 0, cursor: 0, problem: "a deadlock" };
  await handle.db.update(bulkJob).set({ state: "running", done: 1, cursor: 1 });
  await failJob(handle.db, id, failed);
  await postponeJob(handle.db, id, { ...failed, waitMs: 60_000 });
  expect(await findJob(handle.db, id)).toMatchObject({ state: "running", tries: 0, problem: null, leaseUntil: null });

  await failJob(handle.db, id, { ...failed, tries: 1, cursor: 1 });
  expect(await findJob(handle.db, id)).toMatchObject({ state: "running" });
  await failJob(handle.db, id, { ...failed, cursor: 1 });
  expect(await findJob(handle.db, id)).toMatchObject({ state: "failed", problem: "a deadlock" });
});

test("a job of a kind that this worker does not know is left to others", async () => {
  const { id } = await start("thing.unknown");
  await createJobLook({ db: handle.db, works: { "thing.do": () => Promise.reject(new Error("x")) }, logger })();
  expect(await findJob(handle.db, id)).toMatchObject({ state: "waiting" });
});
