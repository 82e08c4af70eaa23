import { notifyBot } from "@botdeck/bots";
import type { Directory } from "@botdeck/crm";
import { newId } from "@botdeck/core/ids";
import { addHook, alertGroup, keptFile, putRota } from "@botdeck/db";
import type { ActAs } from "@botdeck/portal-clients";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { createOnCall } from "./on-call.ts";
import { createOnCallServices } from "./on-call-services.ts";

/** A Monday, noon in Moscow. */
const NOW = new Date("2027-03-01T09:00:00Z");
const NAMES: Record<string, string> = { "1": "Emma", "2": "Boris" };
const STEP = "event-1:0";

let world: World;
let rotaId: string;
let groupId: string;
beforeAll(async () => {
  world = await createWorld(notifyBot);
  const { db, bot, portal } = world;
  const layers = [{ people: ["1", "2"], turn: { every: "day", count: 1 }, startsOn: "2027-03-01" }];
  const about = { portalId: portal.id, name: "Shop", timeZone: "Europe/Moscow", dialogId: null };
  rotaId = (await putRota(db, { ...about, layers })).id;
  const { id: hookId } = await addHook(db, { botId: bot.id, name: "Shop", kind: "alertmanager" });
  groupId = newId();
  const facts = { key: "k", title: "Site down", severity: "critical", state: "firing", alerts: [] } as const;
  const counts = { firing: 1, total: 1, firstAt: NOW, lastAt: NOW };
  await db.insert(alertGroup).values({ id: groupId, portalId: portal.id, botId: bot.id, hookId, ...facts, ...counts });
});
afterAll(() => world.close());

/** What the bot may ask for somebody in their own dialog with it. */
function as(id: string, portalId = world.portal.id) {
  const { db, bot } = world;
  // safe: nothing else of them is asked
  const directory = { person: async (asked: string) => ({ name: NAMES[asked] }) } as unknown as Directory;
  const actAs = (async () => Promise.reject(new Error("nobody is asked"))) as unknown as ActAs;
  const services = createOnCallServices({
    db,
    onCall: createOnCall({ db, timeZoneOf: async () => "Europe/Moscow" }),
    directoryOf: async () => directory,
    portalById: async () => null,
    actAs,
    now: () => NOW,
  });
  const dialog = { id, chatId: null, type: "private" as const, title: "", entityId: null };
  const person = { id, name: NAMES[id] ?? "", kind: "employee" as const };
  return services.of({ portalId, botId: bot.id, conversationId: newId(), dialog, person });
}

test("a turn that was offered is the other's once they agree, for who asks as for pages", async () => {
  const [rota] = await as("1").rotas();
  expect(rota).toMatchObject({
    people: ["1", "2"],
    now: { userId: "1", userName: "Emma", until: "2027-03-02T06:00:00.000Z" },
    next: { userId: "2", userName: "Boris" },
  });
  const times = { from: "2027-03-01T12:00:00.000Z", until: "2027-03-01T15:00:00.000Z" };
  const ids = await as("1").change([{ rotaId, userId: "2", userName: "Boris", ...times }], "offered");
  expect(await as("1").answerOffer(ids, "agreed")).toBeNull();
  expect(await as("2").answerOffer(ids, "agreed")).toEqual({
    isNew: true,
    rota: "Shop",
    timeZone: "Europe/Moscow",
    askedById: "1",
    userId: "2",
    times: [times],
  });
  const turns = await as("1").turns(rotaId, { from: NOW.toISOString(), until: "2027-03-01T20:00:00.000Z" });
  expect(turns.map(({ userId, from }) => [userId, from.slice(11, 16)])).toEqual([
    ["1", "09:00"],
    ["2", "12:00"],
    ["1", "15:00"],
  ]);
  expect(await as("1", newId()).turns(rotaId, times)).toEqual([]);
});

test("an alert is answered once for the same step, its escalation is known by its id, and another portal sees none of it", async () => {
  const first = await as("1").answer(groupId, { kind: "acknowledged" }, STEP);
  const workflowId = `escalation:${world.portal.id}:${groupId}:1`;
  expect(first).toMatchObject({ outcome: "done", acknowledgedByName: "Emma", workflowId });
  expect(await as("1").answer(groupId, { kind: "acknowledged" }, STEP)).toMatchObject({ outcome: "done" });
  expect(await as("2").answer(groupId, { kind: "acknowledged" }, "event-2:0")).toMatchObject({
    outcome: "taken",
    acknowledgedByName: "Emma",
  });
  expect(await as("1").noteTicket(groupId, STEP)).toMatchObject({ isNew: true });
  expect(await as("2").noteTicket(groupId, "event-2:0")).toMatchObject({ isNew: false });
  // The turn that wrote no task the first time writes it the second time.
  expect(await as("1").noteTicket(groupId, STEP)).toMatchObject({ isNew: true });
  const story = await as("2").timeline(groupId);
  expect(story?.moments.map(({ kind, personName }) => `${kind} ${personName}`)).toEqual([
    "acknowledged Emma",
    "ticket_made Emma",
  ]);
  const stranger = as("1", newId());
  expect([
    await stranger.timeline(groupId),
    await stranger.noteTicket(groupId, STEP),
    await stranger.latest(5),
  ]).toEqual([null, null, []]);
  expect(await as("1").timeline("nonsense")).toBeNull();
});

test("a file is kept once in the dialog of who asked, where retention and erasure find it", async () => {
  const file = { key: STEP, name: "p.md", contentType: "text/markdown", content: new Uint8Array([1]), language: "en" };
  const [one, again] = [await as("1").keepFile(file), await as("1").keepFile(file)];
  expect(again).toBe(one);
  expect(await world.db.select().from(keptFile)).toMatchObject([{ id: one, sourceFileId: `report:1:${STEP}` }]);
});
