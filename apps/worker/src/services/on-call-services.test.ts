import { notifyBot } from "@botdeck/bots";
import type { Directory } from "@botdeck/crm";
import { newId } from "@botdeck/core/ids";
import { addHook, alertEvent, alertGroup, keptFile, putRota } from "@botdeck/db";
import type { ActAs } from "@botdeck/portal-clients";
import { eq } from "drizzle-orm";
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
  const ids = await as("1").change([{ rotaId, userId: "2", userName: "Boris", ...times }], "offered", STEP);
  expect(await as("1").answerOffer(ids, "agreed")).toBeNull();
  expect(await as("2").answerOffer(ids, "agreed")).toEqual({
    outcome: "done",
    rota: "Shop",
    timeZone: "Europe/Moscow",
    askedById: "1",
    askedByName: "Emma",
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

test("who agrees to a turn that its owner does not have any more hears so, and nothing changes", async () => {
  const span = { from: "2027-03-03T06:00:00.000Z", until: "2027-03-04T06:00:00.000Z" };
  const change = (userId: string, state: "offered" | "agreed", by: string) =>
    as(by).change([{ rotaId, userId, userName: NAMES[userId] ?? userId, ...span }], state, `${by}:${state}:${userId}`);
  const ids = await change("2", "offered", "1");
  await change("7", "agreed", "9");
  expect(await as("2").answerOffer(ids, "agreed")).toMatchObject({ outcome: "not_theirs", askedByName: "Emma" });
  expect((await as("1").turns(rotaId, span)).map(({ userId }) => userId)).toEqual(["7"]);
});

test("a turn that goes on longer than anybody looks has no end, and a long one has its own", async () => {
  const about = { portalId: world.portal.id, timeZone: "Europe/Moscow", dialogId: null };
  const rota = (name: string, people: string[]) =>
    putRota(world.db, {
      ...about,
      name,
      layers: [{ people, turn: { every: "week", count: 8 }, startsOn: "2027-02-22" }],
    });
  await rota("Alone", ["1"]);
  await rota("Long", ["1", "2"]);
  const [alone, long] = (await as("1").rotas()).filter(({ rota: name }) => name !== "Shop");
  expect([alone?.now.until, alone?.next]).toEqual([null, null]);
  expect([long?.now.until, long?.next]).toEqual(["2027-04-19T06:00:00.000Z", null]);
});

test("an alert that waits for its cause is seen through from its first answer on", async () => {
  const { db, bot, portal } = world;
  const { id: hookId } = await addHook(db, { botId: bot.id, name: "Nodes", kind: "alertmanager" });
  const id = newId();
  const facts = { key: "w", title: "Node down", severity: "warning", state: "pending", alerts: [] } as const;
  const counts = { firing: 1, total: 1, firstAt: NOW, lastAt: NOW };
  await db.insert(alertGroup).values({ id, portalId: portal.id, botId: bot.id, hookId, ...facts, ...counts });
  const starts = async () =>
    (await world.effects()).flatMap(({ body }) => (body.kind === "workflow.start" ? [body] : []));
  for (const step of ["w-1:0", "w-1:0", "w-2:0"]) await as("1").answer(id, { kind: "escalated" }, step);
  const workflowId = `escalation:${portal.id}:${id}:1`;
  expect(await starts()).toMatchObject([{ workflow: "escalation", workflowId, input: { groupId: id, delayMs: 0 } }]);
  const [row] = await db.select().from(alertGroup).where(eq(alertGroup.id, id));
  expect(row).toMatchObject({ workflowId, state: "firing" });
});

test("what happened is told of each time that an alert fired, as far as it is kept", async () => {
  const { db, bot, portal } = world;
  const { id: hookId } = await addHook(db, { botId: bot.id, name: "Disks", kind: "alertmanager" });
  const id = newId();
  const facts = { key: "d", title: "Disk full", severity: "warning", state: "firing", alerts: [], episode: 3 } as const;
  const counts = { firing: 1, total: 1, firstAt: NOW, lastAt: NOW };
  await db.insert(alertGroup).values({ id, portalId: portal.id, botId: bot.id, hookId, ...facts, ...counts });
  const at = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
  for (const [episode, kind, when] of [
    [1, "fired", 60],
    [1, "resolved", 50],
    [3, "fired", 0],
  ] as const) {
    const event = { groupId: id, episode, kind, sourceKey: newId(), facts: { firing: 2, total: 2 }, at: at(when) };
    await db.insert(alertEvent).values({ id: newId(), ...event });
  }
  expect(await as("1").timeline(id)).toMatchObject({
    episode: 3,
    moments: [{ kind: "fired" }],
    earlier: [{ episode: 1, at: at(60).toISOString() }],
  });
  expect(await as("1").timeline(id, 1)).toMatchObject({
    episode: 1,
    state: "resolved",
    firstAt: at(60).toISOString(),
    resolvedAt: at(50).toISOString(),
    total: 2,
    moments: [{ kind: "fired" }, { kind: "resolved" }],
  });
  expect(await as("1").timeline(id, 2)).toBeNull();
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
