import { REQUEST_LIMITS } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createDesk, type Desk } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { openBudget, pauseMethod, reserveRequests } from "../rate-budget.ts";
import { listDoubts } from "./list-doubts.ts";
import { portalQueues } from "./portal-queues.ts";
import { waitingHeads } from "./waiting-heads.ts";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
});
afterAll(() => world.close());

const ofPortal = () => ({ portalId: desk.portalId });

test("a portal's queue tells what waits by kind, how much of the budget is used and which methods are closed", async () => {
  const { portalId } = desk;
  await desk.addEffect("one");
  await desk.addEffect("two");
  await openBudget(world.db, portalId);
  const reservedAt = performance.now();
  await reserveRequests(world.db, portalId, { lane: "reply", count: 4 });
  await pauseMethod(world.db, portalId, "crm.item.list", 60_000);
  await pauseMethod(world.db, portalId, "crm.item.get", 0);

  const { rows } = await portalQueues(world.db, ofPortal(), { after: null, limit: 5 });

  expect(rows).toMatchObject([
    {
      id: portalId,
      state: "pending",
      isCut: false,
      open: [{ kind: "chat.send", status: "ready", count: 2 }],
      pauses: [{ method: "crm.item.list" }],
    },
  ]);
  const drained = 4_000 / REQUEST_LIMITS.standard.perSecond;
  // What has gone since then, however slow this machine is; the two clocks round to milliseconds.
  const goneMs = performance.now() - reservedAt;
  expect(rows[0]?.aheadMs).toBeGreaterThanOrEqual(Math.max(drained - goneMs - 10, 0));
  expect(rows[0]?.aheadMs).toBeLessThanOrEqual(drained + 1);
});

test("the head of each lane is told with what waits behind it, the oldest first", async () => {
  const heads = await waitingHeads(world.db, { portalId: desk.portalId, limit: 10 });
  expect(heads).toMatchObject({
    walked: 1,
    rows: [{ kind: "chat.send", status: "ready", behind: 1, botName: "The bot" }],
  });
  await desk.addEffect("three", { kind: "chat.send", dialogId: "chat2", text: "x" });
  const more = await waitingHeads(world.db, { portalId: desk.portalId, limit: 10 });
  expect(more.rows.map(({ behind }) => behind)).toEqual([1, 0]);
});

test("portals come page by page, and removed ones not at all", async () => {
  const others = await Promise.all([createDesk(world), createDesk(world)]);
  await world.portals.setState(others[0].portalId, "removed");
  const first = await portalQueues(world.db, { portalId: null }, { after: null, limit: 1 });
  const second = await portalQueues(world.db, { portalId: null }, { after: first.next, limit: 1 });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([1, 1, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id))).toEqual(
    new Set([desk.portalId, others[1].portalId]),
  );
});

test("effects in doubt are told with the looks made and the next one", async () => {
  await world.db.execute(sql`
    update outbox_effect set status = 'uncertain', looks = 1, attempt = 2, run_at = '2026-11-21T10:00:20Z' where key = 'three'`);
  const { rows, next } = await listDoubts(world.db, ofPortal(), { after: null, limit: 5 });
  expect(next).toBeNull();
  expect(rows).toMatchObject([
    { kind: "chat.send", policy: "at_least_once", looks: 1, attempts: 2, lookAt: new Date("2026-11-21T10:00:20Z") },
  ]);
});
