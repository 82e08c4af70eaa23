import { notifyBot } from "@botdeck/bots";
import { newId } from "@botdeck/core/ids";
import { bot, changePreference, notification, outboxEffect } from "@botdeck/db";
import { Preference } from "@botdeck/notifications";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createKnownRows } from "../known-rows.ts";
import { createWorld, textsOf, type World } from "../testing/world.ts";
import { startDueNotifications, tellDue } from "./due-notifications.ts";

/** Nine in the morning in Moscow. */
const NINE = new Date("2026-11-20T06:00:00Z");
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NINE.getTime() - days * DAY_MS);

let world: World;
beforeAll(async () => void (world = await createWorld(notifyBot)));
beforeEach(async () => {
  await world.db.delete(notification);
  await world.db.delete(outboxEffect);
});
afterAll(() => world.close());

const deps = () => ({
  db: world.db,
  known: createKnownRows(world.portals),
  rules: world.deps.notifying.rules,
  logger: world.logger,
});

async function hold(dialogId: string, ruleCode: string, line: string, dueAt = NINE): Promise<void> {
  const ids = { portalId: world.portal.id, botId: world.bot.id, eventId: newId() };
  const about = { ruleCode, subject: `task:${line}`, path: [], outcome: "held" as const };
  await world.db.insert(notification).values({ ...ids, ...about, dialogId, line, dueAt });
}

const wish = (userId: string, wishes: Partial<Preference>) =>
  changePreference(world.db, { portalId: world.portal.id, userId }, () => Preference.parse(wishes));

test("after days without upkeep each person gets one digest, and not one for each day", async () => {
  for (const [index, day] of [3, 2, 1, 0].entries()) await hold("7", "task.overdue", `Task ${index}`, daysAgo(day));
  await hold("8", "deal.stale", "Deal 1", daysAgo(2));
  await hold("9", "deal.stale", "Tomorrow", daysAgo(-1));

  const role = startDueNotifications({ ...deps(), now: async () => NINE, everyMs: 5 });
  await expect.poll(() => world.effects()).toHaveLength(2);
  await role.stop();

  const effects = await world.effects();
  expect(effects.map(({ kind, body }) => [kind, "dialogId" in body && body.dialogId])).toEqual([
    ["chat.notify", "7"],
    ["chat.notify", "8"],
  ]);
  expect(textsOf(effects)).toEqual([
    "Notifications: 4\n\n[b]A task is overdue[/b] (4)\n• Task 0\n• Task 1\n• Task 2\n• Task 3",
    "[b]A deal without activity[/b]\n• Deal 1",
  ]);
  expect(await tellDue(deps(), NINE)).toBe(0);
});

test("whoever has never written to the bot gets their digest in the portal's language", async () => {
  await hold("7", "deal.stale", "Deal 1", daysAgo(1));
  const { rules } = deps();
  const russian = { find: async (id: string) => ({ ...(await rules.find(id)), language: "ru" as const }) };
  expect(await tellDue({ ...deps(), rules: russian }, NINE)).toBe(1);
  expect(textsOf(await world.effects())).toEqual(["[b]Сделка без движения[/b]\n• Deal 1"]);
});

test("what is due goes by what its person wishes by now: muted rules are left out, and new quiet hours hold it longer", async () => {
  await hold("7", "task.overdue", "Overdue");
  await hold("7", "task.comment", "A comment");
  await wish("7", { muted: { "task.comment": null } });
  await hold("8", "task.overdue", "Overdue");
  await wish("8", { quietHours: { from: "08:00", until: "11:00" } });

  expect(await tellDue(deps(), NINE)).toBe(1);
  expect(textsOf(await world.effects())).toEqual(["[b]A task is overdue[/b]\n• Overdue"]);
  expect(await tellDue(deps(), new Date("2026-11-20T07:59:59Z"))).toBe(0);
  expect(await tellDue(deps(), new Date("2026-11-20T08:00:00Z"))).toBe(1);
});

test("nothing is told by a bot that is not there any more; it is told when the bot is back", async () => {
  await hold("7", "task.overdue", "Overdue");
  await world.db.update(bot).set({ state: "removed" }).where(eq(bot.id, world.bot.id));
  expect(await tellDue(deps(), NINE)).toBe(0);
  await world.db.update(bot).set({ state: "active" }).where(eq(bot.id, world.bot.id));
  expect(await tellDue(deps(), NINE)).toBe(1);
});
