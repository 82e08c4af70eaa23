import { newId } from "@botdeck/core/ids";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { notification, outboxEffect } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { peopleWithHeld, tellHeld } from "./tell-held.ts";

const NOW = new Date("2026-11-21T09:00:00Z");
const LATER = new Date("2026-11-21T18:00:00Z");

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
});
beforeEach(async () => {
  for (const table of [notification, outboxEffect]) await world.db.delete(table);
});
afterAll(() => world.close());

async function hold(dialogId: string, line: string, dueAt = NOW): Promise<string> {
  const id = newId();
  const { portalId, botId } = desk;
  const about = { portalId, botId, ruleCode: "task.overdue", eventId: newId(), subject: `task:${line}`, path: [] };
  await world.db.insert(notification).values({ id, ...about, dialogId, outcome: "held", line, dueAt });
  return id;
}

const personOf = (dialogId: string) => ({ portalId: desk.portalId, botId: desk.botId, dialogId });
const inOneMessage = async (_tx: unknown, held: readonly { line: string | null }[]) => ({
  message: { text: held.map(({ line }) => line).join(", ") },
  dropped: [],
});
const rows = () => world.db.select().from(notification).orderBy(asc(notification.createdAt), asc(notification.id));

test("what was due for days is one message, however many processes look at once", async () => {
  await hold("7", "a", new Date("2026-11-19T09:00:00Z"));
  await hold("7", "b", new Date("2026-11-20T09:00:00Z"));
  await hold("7", "c");
  await hold("7", "later", LATER);
  expect(await peopleWithHeld(world.db, NOW, 10)).toEqual([personOf("7")]);

  const looks = Array.from({ length: 6 }, () => tellHeld(world.db, personOf("7"), NOW, inOneMessage));
  expect((await Promise.all(looks)).filter((told) => told > 0)).toEqual([3]);

  const effects = await world.db.select().from(outboxEffect);
  expect(effects.map(({ body }) => body)).toEqual([{ kind: "chat.notify", dialogId: "7", text: "a, b, c" }]);
  expect((await rows()).map(({ outcome, effectKey }) => [outcome, effectKey])).toEqual([
    ...Array.from({ length: 3 }, () => ["digested", effects[0]?.key]),
    ["held", null],
  ]);
});

test("what could not be told stays held", async () => {
  await hold("7", "a");
  const failing = tellHeld(world.db, personOf("7"), NOW, () => Promise.reject(new Error("no words")));
  await expect(failing).rejects.toThrow("no words");
  expect((await rows()).map(({ outcome }) => outcome)).toEqual(["held"]);
  expect(await tellHeld(world.db, personOf("7"), NOW, inOneMessage)).toBe(1);
});

test("what a person has muted by now is not told, and its path says so", async () => {
  const [kept, muted] = [await hold("7", "kept"), await hold("7", "muted")];
  const step = { step: "preference" as const, passed: false, facts: { reason: "muted" } };
  const telling = async () => ({ message: { text: "kept" }, dropped: [{ id: muted, step }] });
  expect(await tellHeld(world.db, personOf("7"), NOW, telling)).toBe(1);
  const byId = new Map((await rows()).map((row) => [row.id, row]));
  expect(byId.get(kept)).toMatchObject({ outcome: "digested", path: [] });
  expect(byId.get(muted)).toMatchObject({ outcome: "skipped", path: [step], effectKey: null });
});

test("for whoever is left in peace by now it waits until they are not", async () => {
  await hold("7", "a");
  expect(await tellHeld(world.db, personOf("7"), NOW, async () => LATER)).toBe(0);
  expect(await peopleWithHeld(world.db, NOW, 10)).toEqual([]);
  expect(await tellHeld(world.db, personOf("7"), LATER, inOneMessage)).toBe(1);
});
