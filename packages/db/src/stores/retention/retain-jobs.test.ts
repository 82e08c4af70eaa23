import { afterAll, beforeAll, expect, test } from "vitest";

import { bulkJob } from "../../schema/index.ts";
import { daysAgo, idOf, runRetention } from "../../testing/retention.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

type State = (typeof bulkJob.$inferSelect)["state"];

/** @param ended How many days ago; null for one that is not over. */
async function addJob(state: State, { began, ended }: { began: number; ended: number | null }): Promise<void> {
  const asked = { kind: "deadLetter.discard", filter: {}, actorId: "user-1", actorName: "A lead", total: 1 };
  const times = { createdAt: daysAgo(began), finishedAt: ended === null ? null : daysAgo(ended) };
  const reason = `${state} ${began} ${ended}`;
  await world.db.insert(bulkJob).values({ id: idOf(daysAgo(began)), ...asked, reason, state, ...times });
}

test("a job goes as long after its end as letters that were discarded are kept, and never while it has something to do", async () => {
  for (const state of ["done", "stopped", "failed"] as const) {
    await addJob(state, { began: 182, ended: 181 });
    await addJob(state, { began: 182, ended: 179 });
  }
  for (const state of ["waiting", "running"] as const) await addJob(state, { began: 400, ended: null });

  expect((await runRetention(world)).total).toEqual({ jobs: 3 });

  const left = await world.db.select({ reason: bulkJob.reason }).from(bulkJob);
  expect(left.map(({ reason }) => reason).toSorted()).toEqual([
    "done 182 179",
    "failed 182 179",
    "running 400 null",
    "stopped 182 179",
    "waiting 400 null",
  ]);
});
