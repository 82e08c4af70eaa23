import { alertGroup } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";
import { addAlertGroup, addSource } from "../test-notifications.ts";

type Page = { rows: { id: string; state: string }[]; nextCursor: { at: string; id: string } | null };

test("open groups stand by what came last, whatever was made first; resolved ones stand apart, and all are counted", async () => {
  const { list, query, operator, ids, hookId, db } = await setup();
  const { groupId: old } = await addAlertGroup(db, ids, hookId, "firing");
  const { groupId: newer } = await addAlertGroup(db, ids, hookId, "acknowledged");
  const { groupId: over } = await addAlertGroup(db, ids, hookId, "resolved");
  await db
    .update(alertGroup)
    .set({ lastAt: new Date(Date.now() + 60_000) })
    .where(eq(alertGroup.id, old));
  const idsOf = async (state: string | null) => (await list({ state })).rows.map(({ id }) => id);
  expect([await idsOf(null), await idsOf("acknowledged"), await idsOf("resolved")]).toEqual([
    [old, newer],
    [newer],
    [over],
  ]);
  const counts = await query("alert.counts", { portalId: ids.portalId }, operator);
  expect(counts.data).toEqual({ pending: 0, firing: 1, acknowledged: 1, silenced: 0, resolved: 1 });
});

test("pages of open groups follow one another without a gap or a repeat", async () => {
  const { list, ids, hookId, db } = await setup();
  const of = {
    ...ids,
    hookId,
    title: "Storm",
    severity: "info",
    state: "firing",
    alerts: [],
    firing: 1,
    total: 1,
  } as const;
  const at = new Date("2026-11-21T09:00:00Z");
  await db
    .insert(alertGroup)
    .values(Array.from({ length: 70 }, (_, key) => ({ ...of, key: String(key), firstAt: at, lastAt: at })));
  const first = await list({});
  const second = await list({ cursor: first.nextCursor });
  expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([50, 20, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(70);
});

test("a group is opened with its alerts and its timeline in order; who sees people as initials reads no name", async () => {
  const { query, viewer, operator, ids, hookId, db } = await setup();
  const { groupId } = await addAlertGroup(db, ids, hookId);
  const { data } = await query("alert.get", { groupId }, operator);
  expect(data).toMatchObject({
    hookName: "Prometheus",
    acknowledgedBy: "Nina Sales",
    alerts: [{ labels: { host: "db1" } }, { labels: { host: "db2" } }],
    events: [{ kind: "fired" }, { kind: "paged", personName: "Nina Sales" }, { kind: "escalated" }, {}],
    hasMore: false,
  });
  const masked = await query("alert.get", { groupId }, viewer);
  expect(masked.data).toMatchObject({ acknowledgedBy: "N. S." });
  expect(JSON.stringify(masked.data)).not.toContain("Nina");
  const missing = await query("alert.get", { groupId: ids.botId }, operator);
  expect(missing.error?.data.code).toBe("NOT_FOUND");
});

async function setup() {
  const { database, query, cookieOf } = await setupConsole();
  const ids = await addBot(database.db, "demo.example", "notify");
  const { hookId } = await addSource(database.db, ids);
  const [viewer, operator] = [await cookieOf("viewer"), await cookieOf("operator")];
  const list = async (filter: object) =>
    (await query("alert.list", { portalId: ids.portalId, ...filter }, operator)).data as Page;
  return { db: database.db, ids, hookId, query, list, viewer, operator };
}
