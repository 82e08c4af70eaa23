import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { penalizePortal, reserveRequest } from "./rate-budget.ts";

const BURST = 48;
const STEP_MS = 1000 / 1.95;
/** What the database's clock may run on between the calls of a test. */
const TOLERANCE_MS = 5_000;

let world: World;
beforeAll(async () => void (world = await createWorld({ max: 20 })));
afterAll(() => world.close());

const reserve = (portalId: string, maxWaitMs = 60_000) => reserveRequest(world.db, portalId, maxWaitMs);
const waitOf = (reservation: Awaited<ReturnType<typeof reserve>>) => (reservation.ok ? reservation.waitMs : Number.NaN);

/** All requests at one instant, as 20 connections can make them. */
const reserveAtOnce = async (portalId: string, count: number, maxWaitMs?: number) =>
  Promise.all(Array.from({ length: count }, () => reserve(portalId, maxWaitMs)));

test("a burst goes at once, and each further request waits a step longer, however many connections ask", async () => {
  const startedMs = Date.now();
  const waits = (await reserveAtOnce(newId(), BURST + 30)).map(waitOf).toSorted((a, b) => a - b);
  const elapsedMs = Date.now() - startedMs;

  expect(waits.slice(0, BURST).every((wait) => wait === 0)).toBe(true);
  const due = waits.map((_, index) => Math.max(0, (index - BURST + 1) * STEP_MS));
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeLessThanOrEqual(Math.ceil(due[index] ?? 0) + 1);
    // The bucket drains while the test runs, and no faster.
    expect(wait).toBeGreaterThanOrEqual((due[index] ?? 0) - elapsedMs - 1);
  }
  expect(elapsedMs).toBeLessThan(TOLERANCE_MS);
});

test("a refused request takes nothing, and is told when to ask again", async () => {
  const portalId = newId();
  await penalizePortal(world.db, portalId, 30_000);
  const refused = await reserveAtOnce(portalId, 20, 1_000);
  expect(refused.every((one) => !one.ok && one.retryAfterMs > 20_000 && one.retryAfterMs <= 29_000)).toBe(true);
  const wait = waitOf(await reserve(portalId));
  expect(wait).toBeGreaterThan(30_000 - TOLERANCE_MS);
  expect(wait).toBeLessThanOrEqual(30_000);
});

test("portals do not share a budget", async () => {
  await reserveAtOnce(newId(), BURST + 5);
  expect(await reserve(newId(), 0)).toEqual({ ok: true, waitMs: 0 });
});

test("a penalty holds every request for so long, and a shorter one does not undo it", async () => {
  const portalId = newId();
  await reserve(portalId);
  await penalizePortal(world.db, portalId, 20_000);
  await penalizePortal(world.db, portalId, 1_000);
  const waits = (await reserveAtOnce(portalId, 3)).map(waitOf).toSorted((a, b) => a - b);
  expect(waits[0]).toBeGreaterThan(20_000 - TOLERANCE_MS);
  expect((waits[2] ?? 0) - (waits[0] ?? 0)).toBeLessThanOrEqual(2 * STEP_MS + 1);
});

test("time without requests fills the burst up again, and never above it", async () => {
  const portalId = newId();
  await reserveAtOnce(portalId, BURST);
  await world.db.execute(
    sql`update rate_budget set arrival_at = now() - interval '1 hour' where portal_id = ${portalId}`,
  );
  const waits = (await reserveAtOnce(portalId, BURST + 10)).map(waitOf);
  expect(waits.filter((wait) => wait === 0).length).toBeLessThan(BURST + 10);
  expect(waits.filter((wait) => wait === 0).length).toBeGreaterThanOrEqual(BURST);
});
