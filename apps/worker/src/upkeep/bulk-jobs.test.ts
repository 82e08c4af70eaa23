import { addJob, bulkJob, connect, type DatabaseHandle, findJob, type JobWorks } from "@botdeck/db";
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

test("a job that nobody can do is given up after three tries, in words without a secret, and holds no other up", async () => {
  const works: JobWorks = {
    "thing.break": () => Promise.reject(new Error("no answer from https://portal.example/rest/1/canary/im")),
  };
  const { id } = await start("thing.break");
  const look = createJobLook({ db: handle.db, works, logger });
  await look();
  await look();
  expect(await findJob(handle.db, id)).toMatchObject({ state: "waiting" });
  await look();
  expect(await findJob(handle.db, id)).toMatchObject({
    state: "failed",
    problem: "no answer from https://portal.example/rest/1/***/im",
  });
});

test("a job that comes on between its failures is not given up, however many there are", async () => {
  let isBroken = true;
  const works: JobWorks = {
    "thing.do": async (_tx, { cursor }) => {
      isBroken = !isBroken;
      if (!isBroken) throw new Error("a deadlock");
      const next = Number(cursor) + 1;
      return { done: 1, refused: [], cursor: next, isOver: next === 5, pauseMs: 0, tell: () => Promise.resolve() };
    },
  };
  const { id } = await start("thing.do");
  const look = createJobLook({ db: handle.db, works, logger });
  // Each look ends with a failure, and each but the first does one piece before it.
  for (let failures = 0; failures < 5; failures++) await look();
  expect(await findJob(handle.db, id)).toMatchObject({ state: "running", done: 4 });
  await look();
  expect(await findJob(handle.db, id)).toMatchObject({ state: "done", done: 5 });
});

test("a job of a kind that this worker does not know is left to others", async () => {
  const { id } = await start("thing.unknown");
  await createJobLook({ db: handle.db, works: { "thing.do": () => Promise.reject(new Error("x")) }, logger })();
  expect(await findJob(handle.db, id)).toMatchObject({ state: "waiting" });
});
