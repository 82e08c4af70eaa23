import { randomBytes } from "node:crypto";

import type { BotEvent } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import {
  addSchedule,
  connect,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  inboxEvent,
  outboxEffect,
  putEffects,
  type Recurrence,
  schedule,
  schedulesOf,
  stopSchedule,
  stopSchedulesOfChat,
} from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { asc, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { keepDue } from "./due-schedules.ts";
import { nextTime } from "./next-time.ts";

let database: TestDatabase;
let handle: DatabaseHandle;
let ids: { portalId: string; botId: string };
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 8 });
  const portals = createPortals(handle.db, createSecretBox(randomBytes(32).toString("base64")));
  const portal = await portals.keepWebhook({ domain: "portal.example", url: "https://portal.example/rest/1/code/" });
  const fields = { portalId: portal.id, code: "report", name: "Reports", eventMode: "webhook" as const };
  const bot = await portals.ensureBot({ ...fields, newBotToken: null });
  await portals.markRegistered(bot.id, "9");
  ids = { portalId: portal.id, botId: bot.id };
});
beforeEach(async () => {
  await handle.db.delete(schedule);
  await handle.db.delete(inboxEvent);
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

const MONDAYS: Recurrence = { every: "week", day: 1, at: "09:00" };
const owner = () => ({ ...ids, dialogId: "chat7", ownerId: "12" });

const order = (
  fields: { id?: string; ownerId?: string; dialogId?: string; nextAt?: string; recurrence?: Recurrence } = {},
) =>
  addSchedule(handle.db, {
    ...owner(),
    id: newId(),
    dialogType: "group",
    ownerName: "Anna",
    language: "ru",
    name: "report",
    input: { every: "week" },
    recurrence: MONDAYS,
    timeZone: "Europe/Berlin",
    ...fields,
    nextAt: new Date(fields.nextAt ?? "2026-10-19T07:00:00Z"),
  });

const kept = async () => {
  const rows = await handle.db.select().from(inboxEvent).orderBy(asc(inboxEvent.id));
  return rows.map(({ body, source }) => ({ ...(body as BotEvent & { kind: "schedule.due" }), source }));
};

test("what is due becomes an event with the rights of who ordered it, and its next time is the same by the clock", async () => {
  await order();
  await keepDue(handle.db, new Date("2026-10-19T07:00:20Z"));
  await keepDue(handle.db, new Date("2026-10-19T07:01:00Z"));
  expect(await kept()).toMatchObject([
    {
      kind: "schedule.due",
      source: "schedule",
      dialog: { id: "chat7", chatId: "7", type: "group" },
      person: { id: "12", name: "Anna", kind: "employee" },
      language: "ru",
      dueAt: "2026-10-19T07:00:00.000Z",
    },
  ]);
  // Clocks were set back on the 25th.
  const [row] = await schedulesOf(handle.db, owner());
  expect(row?.nextAt.toISOString()).toBe("2026-10-26T08:00:00.000Z");
});

test("after an outage of six weeks there is one event, about the latest time", async () => {
  await order({ nextAt: "2026-10-05T07:00:00Z" });
  await keepDue(handle.db, new Date("2026-11-17T12:00:00Z"));
  await keepDue(handle.db, new Date("2026-11-17T12:00:00Z"));
  expect((await kept()).map(({ dueAt }) => dueAt)).toEqual(["2026-11-16T08:00:00.000Z"]);
});

test("processes that look at the same instant keep each event once", async () => {
  for (let count = 0; count < 120; count++) await order({ ownerId: String(count + 100) });
  const at = new Date("2026-10-19T08:00:00Z");
  for (let round = 0; round < 4; round++) {
    await Promise.all(Array.from({ length: 6 }, () => keepDue(handle.db, at)));
  }
  const owners = (await kept()).map(({ person }) => person.id);
  expect([owners.length, new Set(owners).size]).toEqual([120, 120]);
});

test("the same order of the same person in the same chat is one, also when its step runs again", async () => {
  const id = newId();
  expect([await order({ id }), await order({ id }), await order(), await order({ ownerId: "13" })]).toEqual([
    "added",
    "added",
    "same",
    "added",
  ]);
  expect(await handle.db.$count(schedule)).toBe(2);
});

test("a person has ten in one chat at most", async () => {
  const times = Array.from({ length: 11 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
  const added = [];
  for (const at of times) added.push(await order({ recurrence: { ...MONDAYS, at } }));
  expect(added).toEqual([...Array.from({ length: 10 }, () => "added"), "many"]);
  expect(await order({ ownerId: "13" })).toBe("added");
});

test("one that came to nothing three times in a row is stopped, and its owner hears of it once", async () => {
  const { db } = handle;
  await order();
  const mondays = ["2026-10-19T08:00:00Z", "2026-10-26T09:00:00Z", "2026-11-02T09:00:00Z"];
  for (const [index, at] of mondays.entries()) {
    await keepDue(db, new Date(at));
    const [last] = await db.select().from(inboxEvent).orderBy(desc(inboxEvent.seq)).limit(1);
    const id = last?.id ?? "";
    if (index === 0) await db.update(inboxEvent).set({ status: "dead" }).where(eq(inboxEvent.id, id));
    else {
      // As the runtime parks it; nobody gives the permission.
      const effect = { kind: "chat.send" as const, dialogId: "12", text: "May I?" };
      await putEffects(db, [{ key: `permission:${id}`, ...ids, conversationId: null, lane: "a lane", effect }]);
    }
  }
  expect(await schedulesOf(db, owner())).toHaveLength(1);
  await keepDue(db, new Date("2026-11-09T09:00:00Z"));
  await keepDue(db, new Date("2026-11-16T09:00:00Z"));
  expect(await schedulesOf(db, owner())).toEqual([]);
  expect(await kept()).toHaveLength(3);
  const told = (await db.select().from(outboxEffect)).filter(({ key }) => key.startsWith("schedule stopped:"));
  expect(told.map(({ body }) => body)).toMatchObject([{ dialogId: "12", text: expect.stringMatching(/^Я остановил/) }]);
});

test("one whose chat is gone is stopped as well, also when somebody has set its dead letters aside", async () => {
  const { db } = handle;
  await order();
  const fates = { "2026-10-19T08:00:00Z": "dead", "2026-10-26T09:00:00Z": "discarded", "2026-11-02T09:00:00Z": "dead" };
  for (const [at, status] of Object.entries(fates)) {
    await keepDue(db, new Date(at));
    const [last] = await db.select().from(inboxEvent).orderBy(desc(inboxEvent.seq)).limit(1);
    const effect = { kind: "chat.send" as const, dialogId: "chat7", text: "The report" };
    const key = `event:${last?.id}:0`;
    await putEffects(db, [{ key, ...ids, conversationId: null, lane: "a lane", effect }]);
    await db
      .update(outboxEffect)
      .set({ status: status as "dead" | "discarded" })
      .where(eq(outboxEffect.key, key));
  }
  expect(await schedulesOf(db, owner())).toHaveLength(1);
  await keepDue(db, new Date("2026-11-09T09:00:00Z"));
  expect(await schedulesOf(db, owner())).toEqual([]);
});

test("one that came to something since goes on", async () => {
  await order();
  for (const at of ["2026-10-19T08:00:00Z", "2026-10-26T09:00:00Z", "2026-11-02T09:00:00Z", "2026-11-09T09:00:00Z"]) {
    await keepDue(handle.db, new Date(at));
    if (!at.startsWith("2026-10-26"))
      await handle.db.update(inboxEvent).set({ status: "dead" }).where(eq(inboxEvent.status, "waiting"));
    else await handle.db.update(inboxEvent).set({ status: "done" }).where(eq(inboxEvent.status, "waiting"));
  }
  expect(await kept()).toHaveLength(4);
});

test("one that was stopped by its owner, or with its chat, is not due any more, and nobody else stops it", async () => {
  const [id, other] = [newId(), newId()];
  await order({ id });
  await order({ id: other, dialogId: "chat8" });
  expect(await stopSchedule(handle.db, { ...owner(), ownerId: "13" }, id)).toBe(false);
  expect(await stopSchedule(handle.db, owner(), "no uuid")).toBe(false);
  expect(await stopSchedule(handle.db, owner(), id)).toBe(true);
  expect(await stopSchedulesOfChat(handle.db, { botId: ids.botId, dialogId: "chat8" })).toBe(1);
  await keepDue(handle.db, new Date("2027-01-01T00:00:00Z"));
  expect(await kept()).toEqual([]);
});

describe("the next time", () => {
  const BERLIN = "Europe/Berlin";
  const at = "09:00";
  test.each<[string, Recurrence, string, string, string]>([
    ["of the same day", { every: "day", at, workDaysOnly: false }, BERLIN, "2026-11-16T07:59:59Z", "2026-11-16T08:00Z"],
    ["is never now", { every: "day", at, workDaysOnly: false }, BERLIN, "2026-11-16T08:00:00Z", "2026-11-17T08:00Z"],
    [
      "leaves out the weekend",
      { every: "day", at, workDaysOnly: true },
      BERLIN,
      "2026-11-20T09:00:00Z",
      "2026-11-23T08:00Z",
    ],
    [
      "of a month that is too short",
      { every: "month", day: 31, at },
      "UTC",
      "2026-02-01T00:00:00Z",
      "2026-02-28T09:00Z",
    ],
    ["of the next month", { every: "month", day: 1, at }, "UTC", "2026-01-01T09:00:00Z", "2026-02-01T09:00Z"],
    [
      "a day ahead of UTC",
      { every: "week", day: 1, at: "01:00" },
      "Asia/Tokyo",
      "2026-11-15T15:30:00Z",
      "2026-11-15T16:00Z",
    ],
  ])("%s", (_about, recurrence, timeZone, after, next) => {
    expect(nextTime(recurrence, timeZone, new Date(after)).toISOString()).toBe(new Date(next).toISOString());
  });
});
