import { drainUs, type Lane, REQUEST_LIMITS } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { decideReservation, pauseMethod, penalizePortal, reserveRequests } from "./rate-budget.ts";

const BURST = 48;
/** What the database's clock may run on between the calls of a test. */
const TOLERANCE_MS = 5_000;

let world: World;
beforeAll(async () => void (world = await createWorld({ max: 20 })));
afterAll(() => world.close());

const reserve = (portalId: string, count: number, lane: Lane = "hand_over") =>
  reserveRequests(world.db, portalId, { lane, count });

test("however many connections ask at once, only the burst is granted, and no place in the future is", async () => {
  const portalId = newId();
  const startedMs = Date.now();
  const all = await Promise.all(Array.from({ length: 40 }, () => reserve(portalId, 3)));
  const granted = all.reduce((sum, one) => sum + one.granted, 0);
  const drained = ((Date.now() - startedMs) / 1000) * REQUEST_LIMITS.standard.perSecond;
  expect(granted).toBeGreaterThanOrEqual(BURST);
  expect(granted).toBeLessThanOrEqual(BURST + Math.ceil(drained));
  expect(all.filter((one) => one.granted === 0).every((one) => one.retryAfterMs > 0)).toBe(true);
});

test("a lower lane leaves room for those above it, and one above that finds it", async () => {
  const portalId = newId();
  const first = await decideReservation(world.db, portalId, { lane: "digest", count: 100 });
  expect(first.granted).toBe(24);
  const refused = await decideReservation(world.db, portalId, { lane: "digest", count: 1 });
  // None, unless this machine took half a second from one to the other: then a place has drained.
  const drained = Math.floor((refused.nowUs - first.nowUs) / drainUs(REQUEST_LIMITS.standard));
  expect(refused.granted).toBe(Math.min(drained, 1));
  expect((await reserve(portalId, 100, "reply")).granted).toBeGreaterThanOrEqual(20);
  expect((await reserve(portalId, 100, "hand_over")).granted).toBeGreaterThanOrEqual(4);
});

test("an Enterprise portal has five times the room", async () => {
  const { granted } = await reserveRequests(world.db, newId(), {
    lane: "hand_over",
    count: 300,
    limits: REQUEST_LIMITS.enterprise,
  });
  expect(granted).toBe(240);
});

test("portals do not share a budget", async () => {
  await reserve(newId(), BURST);
  expect(await reserve(newId(), 1)).toEqual({ granted: 1, retryAfterMs: 0, pauses: {} });
});

test("a penalty holds even the most urgent request for so long, and a shorter one does not undo it", async () => {
  const portalId = newId();
  await reserve(portalId, 1);
  await penalizePortal(world.db, portalId, 20_000);
  await penalizePortal(world.db, portalId, 1_000);
  const { granted, retryAfterMs } = await reserve(portalId, 1);
  expect(granted).toBe(0);
  expect(retryAfterMs).toBeGreaterThan(20_000 - TOLERANCE_MS);
  expect(retryAfterMs).toBeLessThanOrEqual(20_000);
});

test("time without requests fills the burst up again, and never above it", async () => {
  const portalId = newId();
  await reserve(portalId, BURST);
  await world.db.execute(
    sql`update rate_budget set arrival_at = now() - interval '1 hour' where portal_id = ${portalId}`,
  );
  expect((await reserve(portalId, 100)).granted).toBe(BURST);
});

test("a closed method is told to every process until it opens, and a shorter pause does not undo a longer one", async () => {
  const portalId = newId();
  await pauseMethod(world.db, portalId, "crm.lead.add", 300_000);
  await pauseMethod(world.db, portalId, "crm.lead.add", 1_000);
  await pauseMethod(world.db, portalId, "crm.deal.add", -1);
  const { pauses } = await reserve(portalId, 1);
  expect(Object.keys(pauses)).toEqual(["crm.lead.add"]);
  expect(pauses["crm.lead.add"]).toBeGreaterThan(300_000 - TOLERANCE_MS);
  expect(pauses["crm.lead.add"]).toBeLessThanOrEqual(300_000);
});
