import { notifyBot } from "@botdeck/bots";
import { type B24Client, createB24Client, createLocalBudget, createUndiciTransport } from "@botdeck/b24-client";
import type { RecordScanOf } from "@botdeck/contracts";
import type { RecordChange } from "@botdeck/core";
import { createDirectory, createSaleWordsCache } from "@botdeck/crm";
import { inboxEvent, notificationRule } from "@botdeck/db";
import { BUILT_IN_RULES } from "@botdeck/notifications";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { createKnownRows } from "../../known-rows.ts";
import { createPortalRules } from "../../notifications/portal-rules.ts";
import { startEmulator } from "../../testing/start-emulator.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { createRecordScanActivities } from "./activities.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const transport = createUndiciTransport();
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let client: B24Client;
let calls = 0;
beforeAll(async () => {
  emulator = await startEmulator();
  const { url } = await emulator.control<{ url: string }>("/webhooks", {
    userId: "1",
    scopes: ["crm", "task", "user", "department"],
  });
  const counting = { send: (...args: Parameters<typeof transport.send>) => ((calls += 1), transport.send(...args)) };
  const budget = createLocalBudget({ limits: { burst: 10_000, perSecond: 10_000 } });
  client = createB24Client({ portal: { kind: "webhook", url }, transport: counting, budget });
});
afterAll(async () => {
  await emulator.stop();
  await transport.close();
});

let world: World;
let beats: unknown[];
beforeEach(async () => {
  world = await createWorld(notifyBot);
  beats = [];
});
afterEach(() => world.close());

/** A scan that is due at a moment and begins so much later. */
function scan(of: RecordScanOf, at: Date, lateMs = 0) {
  const { db, portals, portal, bot } = world;
  const activities = createRecordScanActivities({
    db,
    rules: createPortalRules({ db, portals }),
    known: createKnownRows(portals),
    clientOf: async () => client,
    directoryOf: async () => createDirectory(client),
    saleWords: createSaleWordsCache(),
    ownerOf: async () => null,
    currentActivity: () => ({
      id: "1",
      attempt: 1,
      signal: new AbortController().signal,
      heartbeat: (detail) => void beats.push(detail),
    }),
    now: () => new Date(at.getTime() + lateMs),
  });
  return activities.scanRecords({ portalId: portal.id, botId: bot.id, of, dueAt: at.toISOString() });
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

async function found(title: string): Promise<RecordChange[]> {
  const rows = await world.db.select({ body: inboxEvent.body }).from(inboxEvent);
  const changes = rows.flatMap(({ body }) => (body?.kind === "record.changed" ? [body] : []));
  return changes.filter(({ record }) => record?.["title"] === title);
}

const addTask = async (title: string, deadline: Date, more: Record<string, unknown> = {}) => {
  const fields = { TITLE: title, RESPONSIBLE_ID: 3, DEADLINE: deadline.toISOString(), ...more };
  return (await client.call("tasks.task.add", { fields })).task.id ?? "";
};

test("a task is found once when its deadline has passed, and once more when that was moved and passed again", async () => {
  const taskId = await addTask("Send the invoice", inDays(1));
  const doneId = await addTask("Done in time", inDays(1));
  await client.call("tasks.task.complete", { taskId: doneId });
  await addTask("Due next week", inDays(7));

  const at = inDays(2);
  for (const due of [at, later(at, HOUR_MS)]) expect(await scan("overdue", due)).toMatchObject({ kind: "done" });
  const [change, ...others] = await found("Send the invoice");
  expect(others).toEqual([]);
  expect(change).toMatchObject({ subject: `task:${taskId}`, change: "overdue", record: { responsibleId: "3" } });
  expect(change?.people["3"]?.name).toBeTruthy();
  expect(change?.record?.["url"]).toBe(`https://portal.example/company/personal/user/3/tasks/task/view/${taskId}/`);
  expect([await found("Done in time"), await found("Due next week")]).toEqual([[], []]);

  await client.call("tasks.task.update", { taskId, fields: { DEADLINE: inDays(3).toISOString() } });
  await scan("overdue", inDays(4));
  expect(await found("Send the invoice")).toHaveLength(2);
});

test("an open deal is found after so many days without activity, and again after as many more", async () => {
  await client.call("crm.item.add", { entityTypeId: 2, fields: { title: "Roof", assignedById: 3 } });
  await client.call("crm.item.add", { entityTypeId: 2, fields: { title: "Won", assignedById: 3, stageId: "WON" } });
  await scan("stale", inDays(6));
  expect(await found("Roof")).toEqual([]);
  for (const days of [7.5, 8, 13]) await scan("stale", inDays(days));
  expect(await found("Roof")).toMatchObject([{ change: "stale", record: { outcome: "open", responsibleId: "3" } }]);
  await scan("stale", inDays(14.5));
  expect(await found("Roof")).toHaveLength(2);
  expect(await found("Won")).toEqual([]);
});

test("hundreds of records are read page by page, with a sign of life after each", async () => {
  await Promise.all(Array.from({ length: 120 }, () => addTask("One of many", inDays(1), { RESPONSIBLE_ID: 4 })));
  await scan("overdue", inDays(2));
  expect(await found("One of many")).toHaveLength(120);
  expect(beats.length).toBeGreaterThanOrEqual(3);
});

test("a scan that begins after the next one is due, or that no rule wants, asks the portal nothing", async () => {
  const before = calls;
  expect(await scan("overdue", inDays(2), HOUR_MS + 1)).toEqual({ kind: "late" });
  const {
    code,
    isBuiltIn: _,
    isEnabled: __,
    ...rule
  } = BUILT_IN_RULES.find((each) => each.code === "deal.stale") ?? { code: "" };
  const off = { portalId: world.portal.id, code, rule, isEnabled: false, updatedBy: "console" };
  await world.db.insert(notificationRule).values(off);
  expect(await scan("stale", inDays(2))).toEqual({ kind: "unwanted" });
  expect(calls).toBe(before);
});
