import { notifyBot } from "@botdeck/bots";
import type { Directory } from "@botdeck/crm";
import { newId } from "@botdeck/core/ids";
import { absence, addHook, addOverride, alertGroup, listRotas, outboxEffect, portal, putRota, rota } from "@botdeck/db";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createOnCall } from "../services/on-call.ts";
import { createWorld, textsOf, type World } from "../testing/world.ts";
import { tellHandOvers } from "./rota-hand-overs.ts";
import { tellCoversAway } from "./tell-covers-away.ts";

const NAMES: Record<string, string> = { "1": "Emma", "2": "Boris", "3": "Clara" };
/** Of a day in March at which turns change at nine in Moscow. */
const at = (day: number, clock: string) => new Date(`2027-03-${String(day).padStart(2, "0")}T${clock}:00+03:00`);

let world: World;
beforeAll(async () => {
  world = await createWorld(notifyBot);
  await world.db.update(portal).set({ state: "active" });
});
beforeEach(async () => {
  await world.db.delete(rota);
  await world.db.delete(absence);
  await world.db.delete(outboxEffect);
  await world.db.delete(alertGroup);
});
afterAll(() => world.close());

/** Emma, Boris and Clara take turns by the day. */
const make = (people = ["1", "2", "3"]) => {
  const layers = [{ people, turn: { every: "day", count: 1 }, startsOn: "2027-03-01" }];
  return putRota(world.db, {
    portalId: world.portal.id,
    name: "Shop",
    timeZone: "Europe/Moscow",
    dialogId: "chat5",
    layers,
  });
};

const tell = (now: Date) => tellHandOvers(deps(), now);

function deps() {
  const { db, logger, deps: worldDeps } = world;
  const directory = { person: async (id: string) => ({ id, name: NAMES[id] ?? "" }) } as unknown as Directory; // safe: nothing else of it is asked
  const onCall = createOnCall({ db, timeZoneOf: async () => "Europe/Moscow" });
  return { db, onCall, directoryOf: async () => directory, rules: worldDeps.notifying.rules, logger };
}

async function told(): Promise<string[]> {
  const effects = await world.effects();
  await world.db.delete(outboxEffect);
  return effects.map(({ body }) => (body.kind === "chat.send" ? `${body.dialogId}: ${textsOf([{ body }])[0]}` : ""));
}

test("at each change of turn whoever comes, whoever goes and the rota's chat are told, once however many look", async () => {
  await make();
  await Promise.all([1, 2, 3].map(() => tell(at(1, "12:00"))));
  expect(await told()).toEqual([
    expect.stringMatching(/^1: 📟 You are on call for Shop until Tue,? 2 Mar,? 09:00 GMT\+3\.$/),
    expect.stringMatching(/^chat5: Shop: Emma is on call until /),
  ]);
  await tell(at(2, "08:59"));
  await tell(at(2, "08:59"));
  expect(await told()).toEqual([]);
  await Promise.all([1, 2, 3].map(() => tell(at(2, "09:00"))));
  expect((await told()).map((text) => text.slice(0, 32))).toEqual([
    "2: 📟 You are on call for Shop u",
    "1: Your turn of Shop is over. Bo",
    "chat5: Shop: Boris is on call un",
  ]);
});

test("after an outage people hear once who has it now, and what is open", async () => {
  await make();
  await tell(at(1, "12:00"));
  await told();
  const { id: portalId } = world.portal;
  const { id: hookId } = await addHook(world.db, { botId: world.bot.id, name: "Shop", kind: "alertmanager" });
  const about = { key: "k", title: "Site down", severity: "critical", state: "acknowledged", alerts: [] } as const;
  const counts = { firing: 1, total: 1, firstAt: at(2, "10:00"), lastAt: at(2, "10:00") };
  await world.db.insert(alertGroup).values({ id: newId(), portalId, botId: world.bot.id, hookId, ...about, ...counts });
  await tell(at(5, "12:00"));
  expect(await told()).toEqual([
    expect.stringMatching(/^2: 📟 You are on call for Shop until .*\nOne alert is open: Site down$/),
    expect.stringMatching(/^1: Your turn of Shop is over\. Boris is on call now\.$/),
    expect.stringMatching(/^chat5: Shop: Boris/),
  ]);
});

test("a turn that was taken over is handed over at its own time, and back at its end", async () => {
  const { id: rotaId } = await make();
  await tell(at(1, "12:00"));
  await told();
  const asked = { askedById: "1", askedByName: "Emma", state: "agreed" as const };
  const times = { fromAt: at(1, "12:05"), untilAt: at(1, "18:00") };
  await addOverride(world.db, { rotaId, userId: "3", userName: "Clara", ...times, ...asked });
  await tell(at(1, "12:04"));
  expect(await told()).toEqual([]);
  await tell(at(1, "12:05"));
  expect((await told()).map((text) => text.slice(0, 12))).toEqual(["3: 📟 You ar", "1: Your turn", "chat5: Shop:"]);
  // Looked at now and then until it changes.
  await tell(at(1, "17:59"));
  await tell(at(1, "18:00"));
  expect((await told()).map((text) => text.slice(0, 2))).toEqual(["1:", "3:", "ch"]);
  expect((await listRotas(world.db, world.portal.id))[0]?.toldUntil).toEqual(at(1, "18:10"));
});

test("a turn that ends early because its person is away is handed over, whenever that was granted", async () => {
  await make();
  await tell(at(1, "12:00"));
  await told();
  const { db, portal: where } = world;
  const days = { fromDay: "2027-03-01", toDay: "2027-03-01" };
  await db.insert(absence).values({
    id: newId(),
    portalId: where.id,
    botId: world.bot.id,
    personId: "1",
    personName: "Emma",
    kind: "sick",
    ...days,
    state: "approved",
    workflowId: newId(),
  });
  await tell(at(1, "12:10"));
  expect((await told()).map((text) => text.slice(0, 12))).toEqual(["2: 📟 You ar", "1: Your turn", "chat5: Shop:"]);
});

test("of many open alerts all are counted and the latest named; those that wait whether they last are none", async () => {
  await make();
  const { id: portalId } = world.portal;
  const { id: hookId } = await addHook(world.db, { botId: world.bot.id, name: "Shop", kind: "alertmanager" });
  const about = {
    portalId,
    botId: world.bot.id,
    hookId,
    severity: "critical",
    alerts: [],
    firing: 1,
    total: 1,
  } as const;
  const rows = Array.from({ length: 43 }, (_, index) => ({
    ...about,
    key: `k${index}`,
    title: `Site ${index}`,
    state: index < 40 ? ("firing" as const) : ("pending" as const),
    firstAt: at(1, "10:00"),
    lastAt: new Date(at(1, "10:00").getTime() + index),
  }));
  await world.db.insert(alertGroup).values(rows);
  await tell(at(1, "12:00"));
  expect((await told())[0]).toMatch(/\n40 alerts are open: Site 39; Site 38; Site 37; Site 36; Site 35; …$/);
});

test("who comes is told no end that nobody knows", async () => {
  await make(["1"]);
  await tell(at(1, "12:00"));
  expect(await told()).toEqual(["1: 📟 You are on call for Shop.", "chat5: Shop: Emma is on call."]);
});

test("whoever wanted a turn taken over hears that its taker is away then, with who has it instead, once", async () => {
  const { id: rotaId } = await make();
  const times = { fromAt: at(3, "09:00"), untilAt: at(4, "09:00") };
  const asked = { askedById: "9", askedByName: "Maria", state: "agreed" as const };
  await addOverride(world.db, { rotaId, userId: "2", userName: "Boris", ...times, ...asked });
  const look = () => tellCoversAway(deps(), at(1, "12:00"));
  expect(await look()).toBe(0);
  const { db, portal: where, bot } = world;
  const days = { fromDay: "2027-03-03", toDay: "2027-03-03" };
  const who = { personId: "2", personName: "Boris", kind: "sick" as const, state: "approved" as const };
  await db.insert(absence).values({ portalId: where.id, botId: bot.id, ...who, ...days, workflowId: newId() });
  await Promise.all([look(), look()]);
  expect(await look()).toBe(0);
  // After midnight Boris is there again.
  const words =
    /Boris took over Shop \(Wed,? 3 Mar,? 09:00 – Thu,? 4 Mar,? 09:00 GMT\+3\) and is away then\. On call instead: Clara\.$/;
  expect((await told()).toSorted()).toEqual([expect.stringMatching(/^3: /), expect.stringMatching(words)]);
});

test("an edited rota is told of only when somebody else is on call by it", async () => {
  await make();
  await tell(at(1, "12:00"));
  await told();
  await make(["1", "3"]);
  await tell(at(1, "12:01"));
  expect(await told()).toEqual([]);
  await make(["3", "1"]);
  await tell(at(1, "12:02"));
  expect((await told()).map((text) => text.slice(0, 2))).toEqual(["3:", "1:", "ch"]);
});

test("a swap that is agreed to after it has begun is told beside the hand-over of that moment", async () => {
  const { id: rotaId } = await make();
  await tell(at(2, "08:55"));
  await tell(at(2, "09:00"));
  const asked = { askedById: "2", askedByName: "Boris", state: "agreed" as const };
  const times = { fromAt: at(2, "09:00"), untilAt: at(2, "18:00") };
  await addOverride(world.db, { rotaId, userId: "1", userName: "Emma", ...times, ...asked });
  await tell(at(2, "09:05"));
  const texts = (await told()).map((text) => text.slice(0, 2));
  expect(texts).toEqual(["1:", "ch", "2:", "1:", "ch", "1:", "2:", "ch"]);
});
