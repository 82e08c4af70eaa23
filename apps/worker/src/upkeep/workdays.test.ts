import { notifyBot } from "@botdeck/bots";
import { type B24Client, createB24Client, createLocalBudget, createUndiciTransport } from "@botdeck/b24-client";
import { newId } from "@botdeck/core/ids";
import { changePreference, notification, preferencesOf } from "@botdeck/db";
import { Preference, preferenceOf } from "@botdeck/notifications";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { createKnownRows } from "../known-rows.ts";
import { startEmulator } from "../testing/start-emulator.ts";
import { createWorld, textsOf, type World } from "../testing/world.ts";
import { tellDue } from "./due-notifications.ts";
import { askWorkdays } from "./workdays.ts";

const ANNA = "3";
const MINUTE_MS = 60_000;

const transport = createUndiciTransport();
let emulator: Awaited<ReturnType<typeof startEmulator>>;
async function clientWith(userId: string, scopes: string[]): Promise<B24Client> {
  const { url } = await emulator.control<{ url: string }>("/webhooks", { userId, scopes });
  const budget = createLocalBudget({ limits: { burst: 10_000, perSecond: 10_000 } });
  return createB24Client({ portal: { kind: "webhook", url }, transport, budget });
}
beforeAll(async () => void (emulator = await startEmulator()));
afterAll(async () => {
  await emulator.stop();
  await transport.close();
});

let world: World;
beforeEach(async () => {
  world = await createWorld(notifyBot);
  const wishes = Preference.parse({ followsWorkday: true });
  await changePreference(world.db, { portalId: world.portal.id, userId: ANNA }, () => wishes);
});
afterEach(() => world.close());

const ask = (client: B24Client, at: Date) =>
  askWorkdays({ db: world.db, logger: world.logger, clientOf: async () => client }, at);
async function isClosed(): Promise<boolean> {
  const kept = await preferencesOf(world.db, world.portal.id, [ANNA]);
  return preferenceOf(kept.get(ANNA)).isWorkdayClosed;
}

test("a working day is asked about every five minutes, and what is held waits while it is closed and comes when it is open", async () => {
  const own = await clientWith(ANNA, ["timeman"]);
  const asking = await clientWith("1", ["timeman"]);
  await own.call("timeman.open", {});
  const at = new Date();
  const later = (minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS);
  expect(await ask(asking, at)).toBe(1);
  expect(await isClosed()).toBe(false);
  expect(await ask(asking, later(4))).toBe(0);

  await own.call("timeman.pause", {});
  expect(await ask(asking, later(6))).toBe(1);
  expect(await isClosed()).toBe(true);

  const ids = { portalId: world.portal.id, botId: world.bot.id, eventId: newId(), dialogId: ANNA };
  const held = { ruleCode: "task.overdue", subject: "task:1", path: [], outcome: "held" as const, line: "Overdue" };
  await world.db.insert(notification).values({ ...ids, ...held, dueAt: at });
  const { rules } = world.deps.notifying;
  const deps = { db: world.db, known: createKnownRows(world.portals), rules, logger: world.logger };
  expect(await tellDue(deps, later(7))).toBe(0);

  await own.call("timeman.open", {});
  await ask(asking, later(12));
  expect(await tellDue(deps, later(18))).toBe(1);
  expect(textsOf(await world.effects())).toEqual(["[b]A task is overdue[/b]\n• Overdue"]);
});

test("where a portal does not let us ask, nobody is held up", async () => {
  const own = await clientWith(ANNA, ["timeman"]);
  const asking = await clientWith("1", ["timeman"]);
  await own.call("timeman.open", {});
  await own.call("timeman.pause", {});
  const at = new Date();
  await ask(asking, at);
  expect(await isClosed()).toBe(true);
  const without = await clientWith("1", ["user"]);
  await ask(without, new Date(at.getTime() + 6 * MINUTE_MS));
  expect(await isClosed()).toBe(false);
});
