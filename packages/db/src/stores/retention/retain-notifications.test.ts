import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  alertEvent,
  alertGroup,
  hook,
  hookSample,
  notification,
  portalRecord,
  recordClaim,
} from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { daysAgo, idOf, runRetention } from "../../testing/retention.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
});
afterAll(() => world.close());

async function notified(outcome: "sent" | "held" | "skipped", days: number): Promise<void> {
  const ids = { id: idOf(daysAgo(days)), portalId: desk.portalId, botId: desk.botId, eventId: newId() };
  const about = { ruleCode: `${outcome} ${days}`, subject: "deal:1", dialogId: "7", outcome, path: [] };
  await world.db.insert(notification).values({ ...ids, ...about, dueAt: outcome === "held" ? daysAgo(days) : null });
}

async function alerted(state: "firing" | "resolved", days: number): Promise<void> {
  const ids = { id: idOf(daysAgo(days)), portalId: desk.portalId, botId: desk.botId, hookId: newId(), key: newId() };
  const about = { title: `${state} ${days}`, severity: "critical" as const, state, alerts: [], firing: 0, total: 1 };
  const times = {
    firstAt: daysAgo(days),
    lastAt: daysAgo(days),
    resolvedAt: state === "resolved" ? daysAgo(days) : null,
  };
  await world.db.insert(alertGroup).values({ ...ids, ...about, ...times });
  await world.db.insert(alertEvent).values({ groupId: ids.id, episode: 1, kind: "fired", sourceKey: newId() });
}

test("why somebody was told, and what hooks were sent, is kept for two weeks, and what waits to be told until it is; alerts stay for three months after they ended", async () => {
  await notified("sent", 13);
  for (const outcome of ["sent", "skipped", "held"] as const) await notified(outcome, 15);
  await alerted("resolved", 89);
  for (const state of ["resolved", "firing"] as const) await alerted(state, 91);
  // One that fires again and again.
  const [again] = await world.db.select().from(alertGroup).where(eq(alertGroup.title, "firing 91"));
  await world.db
    .update(alertGroup)
    .set({ episode: 3 })
    .where(eq(alertGroup.id, again?.id ?? ""));
  await world.db
    .update(alertEvent)
    .set({ episode: 3 })
    .where(eq(alertEvent.groupId, again?.id ?? ""));
  for (const days of [89, 91]) {
    const event = { id: idOf(daysAgo(days)), groupId: again?.id ?? "", kind: "fired" as const, sourceKey: newId() };
    await world.db.insert(alertEvent).values({ ...event, episode: 2 });
  }
  const [made] = await world.db
    .insert(hook)
    .values({ botId: desk.botId, name: "Shop", kind: "payment", secretDigest: newId() })
    .returning({ id: hook.id });
  for (const days of [13, 15]) {
    const sample = { id: idOf(daysAgo(days)), hookId: made?.id ?? "", status: 200, body: "{}" };
    await world.db.insert(hookSample).values(sample);
  }
  for (const days of [100, 200]) {
    const subject = `deal:${days}`;
    await world.db.insert(portalRecord).values({ portalId: desk.portalId, subject, facts: {}, seenAt: daysAgo(days) });
    const claim = { portalId: desk.portalId, subject, takenById: "7", takenByName: "Anna", token: newId() };
    await world.db.insert(recordClaim).values({ ...claim, createdAt: daysAgo(days) });
  }

  const { total } = await runRetention(world);

  expect(total).toEqual({
    notifications: 2,
    "posts of hooks as seen": 1,
    alerts: 1,
    "timelines of alerts": 1,
    "records seen": 1,
    "records taken": 1,
  });
  const left = await world.db.select({ code: notification.ruleCode }).from(notification);
  expect(left.map(({ code }) => code).toSorted()).toEqual(["held 15", "sent 13"]);
  const groups = await world.db.select({ title: alertGroup.title }).from(alertGroup);
  expect(groups.map(({ title }) => title).toSorted()).toEqual(["firing 91", "resolved 89"]);
  expect(await world.db.$count(alertEvent)).toBe(3);
});
