import { notifyBot } from "@botdeck/bots";
import { notificationRule, outboxEffect } from "@botdeck/db";
import { BUILT_IN_RULES } from "@botdeck/notifications";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createPortalRules } from "../notifications/portal-rules.ts";
import { createWorld, type World } from "../testing/world.ts";
import { startDueScans } from "./record-scans.ts";

const HOUR_MS = 3_600_000;
const NOW = new Date("2026-11-20T06:10:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);

let world: World;
beforeAll(async () => void (world = await createWorld(notifyBot)));
beforeEach(async () => {
  await world.db.delete(notificationRule);
  await world.db.delete(outboxEffect);
});
afterAll(() => world.close());

const deps = () => ({ db: world.db, rules: createPortalRules(world) });
const started = async () =>
  (await world.effects()).flatMap(({ body }) => (body.kind === "workflow.start" ? [body.workflowId] : []));

test("each hour has one scan of each kind, however many processes look, and a day's outage is made up for by one", async () => {
  await Promise.all([1, 2, 3].map(() => startDueScans(deps(), NOW)));
  expect(new Set(await started()).size).toBe(2);
  expect(await started()).toHaveLength(2);
  await startDueScans(deps(), later(HOUR_MS));
  expect(await started()).toHaveLength(4);
  expect(await startDueScans(deps(), later(25 * HOUR_MS))).toBe(2);
});

test("what no enabled rule wants to know of is not looked for", async () => {
  for (const { code, isBuiltIn: _, isEnabled: __, ...rule } of BUILT_IN_RULES) {
    const isWanted = code === "deal.stale";
    await world.db.insert(notificationRule).values({
      portalId: world.portal.id,
      code,
      rule,
      isEnabled: isWanted,
      updatedBy: "console",
    });
  }
  expect(await startDueScans(deps(), NOW)).toBe(1);
  expect(await started()).toEqual([expect.stringContaining(`recordScan:${world.portal.id}:stale:2026-11-20T0`)]);
});
