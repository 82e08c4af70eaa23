import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { outcome, portal } from "../../schema/index.ts";
import { ANY, createOutcomes, DAY_MS, made, NOW, type Outcomes, type Visit, WHOLE } from "../../testing/outcomes.ts";
import { figuresOf } from "./figures-of.ts";
import { figuresOverTime } from "./figures-over-time.ts";
import { reckonStaleDays } from "./reckon-days.ts";

let outcomes: Outcomes;
beforeAll(async () => void (outcomes = await createOutcomes()));
afterAll(() => outcomes.world.close());
beforeEach(() => outcomes.clear());
const db = () => outcomes.world.db;

test("a day is added up anew when an outcome of it changes, is moved to another day, or its portal moves to another zone", async () => {
  const [visit] = await outcomes.write([made({ decidedAt: new Date("2026-11-20T20:00:00Z") })]);
  const days = async () => {
    while ((await reckonStaleDays(db(), 31)) > 0);
    const period = { from: "2026-11-01", to: "2026-11-30" };
    return (await figuresOverTime(db(), ANY, period)).points.map(({ at, kinds }) => [at, kinds.handed_over]);
  };
  const change = (values: Partial<Visit>) =>
    db()
      .update(outcome)
      .set(values)
      .where(eq(outcome.visitId, visit?.visitId ?? ""));
  expect(await days()).toEqual([["2026-11-20", 0]]);
  await change({ kind: "handed_over" });
  expect(await days()).toEqual([["2026-11-20", 1]]);
  await change({ decidedAt: new Date("2026-11-18T20:00:00Z") });
  expect(await days()).toEqual([["2026-11-18", 1]]);
  const move = (desk: Record<string, unknown>) =>
    db().update(portal).set({ desk }).where(eq(portal.id, outcomes.desks[0].portalId));
  await move({ timeZone: "Asia/Tokyo" });
  expect(await days()).toEqual([["2026-11-19", 1]]);
  // One that Postgres does not know: days are cut by UTC, and outcomes are written all the same.
  await move({ timeZone: "Atlantis/Poseidonis" });
  await change({ cause: "misses" });
  expect(await days()).toEqual([["2026-11-18", 1]]);
  await move({});
});

test("what changes while days are added up is added up the next time", async () => {
  await outcomes.write([made({}), made({ decidedAt: new Date("2026-11-10T20:00:00Z") })]);
  await db().transaction(async (other) => {
    await other.update(outcome).set({ kind: "handed_over" });
    expect(await reckonStaleDays(db(), 31)).toBe(0);
  });
  while ((await reckonStaleDays(db(), 1)) > 0);
  expect((await figuresOf(db(), ANY, WHOLE, NOW)).kinds.handed_over).toBe(2);
});

test("two processes that add up at once count nothing twice", async () => {
  const visits = await outcomes.write(
    Array.from({ length: 40 }, (_, index) => made({ decidedAt: new Date(NOW.getTime() - index * DAY_MS) })),
  );
  for (let round = 0; round < 3; round++) {
    await db()
      .update(outcome)
      .set({ cause: `round ${round}` });
    await Promise.all(Array.from({ length: 4 }, () => reckonStaleDays(db(), 13)));
  }
  while ((await reckonStaleDays(db(), 13)) > 0);
  expect((await figuresOf(db(), ANY, WHOLE, NOW)).decided).toBe(visits.length);
});
