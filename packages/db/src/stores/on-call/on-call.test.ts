import { newId } from "@botdeck/core/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { alertGroup } from "../../schema/alert.ts";
import { bot, portal } from "../../schema/portal.ts";
import { rota, rotaOverride } from "../../schema/rota.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { addHook } from "../hooks/add-hook.ts";
import { type AlertAnswer, answerAlert } from "./answer-alert.ts";
import { forgottenKeyOf } from "./forgotten.ts";
import { addAlertEvents, latestGroups, readAlertGroup, timelineOf } from "./open-group.ts";
import { addOverride, answerOverride, type NewOverride, type OverrideAnswer } from "./overrides.ts";
import { dueRotas, listRotas, noteTold, overridesOf, putRota } from "./rotas.ts";

const NOW = new Date("2027-03-01T09:00:00Z");
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

let world: World;
let portalId: string;
let botId: string;
let groupId: string;
beforeAll(async () => {
  world = await createWorld();
  portalId = (await world.newPortal()).id;
  botId = newId();
  const states = { state: "active", eventMode: "fetch" } as const;
  await world.db.insert(bot).values({ id: botId, portalId, code: "notify", name: "N", ...states });
});
beforeEach(async () => {
  await world.db.delete(rota);
  const { id: hookId } = await addHook(world.db, { botId, name: "Shop", kind: "alertmanager" });
  groupId = newId();
  const about = {
    key: "shop",
    title: "Shop",
    severity: "critical",
    state: "firing",
    alerts: [],
    firing: 1,
    total: 1,
  } as const;
  const times = { firstAt: NOW, lastAt: NOW };
  await world.db.insert(alertGroup).values({ id: groupId, portalId, botId, hookId, ...about, ...times });
});
afterAll(() => world.close());

describe("answers to an alert", () => {
  const answer = (personId: string, given: AlertAnswer = { kind: "acknowledged" }, eventId = newId()) =>
    answerAlert(world.db, { portalId, groupId, personId, personName: `P${personId}`, eventId }, given);

  test("of twenty who acknowledge at once the first one has it, and the others hear who", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => answer(String(index))));
    const done = answers.filter(({ kind }) => kind === "done");
    expect(done).toHaveLength(1);
    const group = await readAlertGroup(world.db, { id: groupId, portalId });
    expect(group).toMatchObject({ state: "acknowledged", isCardStale: true });
    expect(done).toMatchObject([{ group: { acknowledgedByName: group?.acknowledgedByName } }]);
    expect((await timelineOf(world.db, { groupId })).map(({ kind }) => kind)).toEqual(["acknowledged"]);
  });

  test("the same press again is the same answer, also after somebody else's", async () => {
    const press = newId();
    await answer("1", { kind: "acknowledged" }, press);
    await answer("2", { kind: "escalated" });
    expect(await answer("1", { kind: "acknowledged" }, press)).toMatchObject({ kind: "done", isNew: false });
    expect(await readAlertGroup(world.db, { id: groupId })).toMatchObject({ state: "firing", acknowledgedById: null });
    expect(await answer("3", { kind: "silenced", until: at(4) })).toMatchObject({ kind: "done", isNew: true });
    expect(await readAlertGroup(world.db, { id: groupId })).toMatchObject({ state: "silenced", silencedUntil: at(4) });
  });

  test("what is over, another portal's, or no id at all is not answered", async () => {
    const other = { portalId: newId(), groupId, personId: "1", personName: "", eventId: newId() };
    expect(await answerAlert(world.db, other, { kind: "acknowledged" })).toEqual({ kind: "gone" });
    expect(await answerAlert(world.db, { ...other, portalId, groupId: "x" }, { kind: "acknowledged" })).toEqual({
      kind: "gone",
    });
    await world.db.update(alertGroup).set({ state: "resolved" });
    expect(await answer("1", { kind: "silenced", until: null })).toMatchObject({ kind: "over" });
  });

  test.each([{ kind: "acknowledged" }, { kind: "escalated" }, { kind: "silenced", until: null }] as const)(
    "what its escalation gave up is not $kind, until it fires as another episode",
    async (given) => {
      const note = { groupId, episode: 1, kind: "note" as const, facts: { note: "forgotten" } };
      await addAlertEvents(world.db, [{ ...note, sourceKey: forgottenKeyOf({ id: groupId, episode: 1 }) }]);
      const before = await readAlertGroup(world.db, { id: groupId });
      expect(await answer("1", given)).toMatchObject({ kind: "forgotten", group: { title: "Shop" } });
      expect(await readAlertGroup(world.db, { id: groupId })).toEqual(before);
      expect(await timelineOf(world.db, { groupId })).toHaveLength(1);
      await world.db.update(alertGroup).set({ episode: 2 });
      expect(await answer("1", given)).toMatchObject({ kind: "done", isNew: true });
    },
  );

  test("a step that runs again adds nothing to the timeline, and what fires stands first among the groups", async () => {
    const event = { groupId, episode: 1, kind: "note" as const, sourceKey: newId() };
    expect(await addAlertEvents(world.db, [event])).toHaveLength(1);
    expect(await addAlertEvents(world.db, [event])).toEqual([]);
    const groups = await latestGroups(world.db, portalId, 50);
    const firing = groups.map(({ state }) => state !== "resolved");
    expect(firing).toEqual(firing.toSorted((one, other) => Number(other) - Number(one)));
  });
});

describe("a turn that changes hands", () => {
  const offer = (rotaId: string, state: "offered" | "agreed" = "offered", more: Partial<NewOverride> = {}) =>
    addOverride(world.db, {
      rotaId,
      userId: "2",
      userName: "B",
      fromAt: at(1),
      untilAt: at(5),
      askedById: "1",
      askedByName: "A",
      state,
      ...more,
    });
  const answer = (id: string | undefined, personId: string, to: OverrideAnswer["to"] = "agreed", now = NOW) =>
    answerOverride(world.db, { id: id ?? "", portalId, personId, to, now }, async () => doTheyHold);
  let doTheyHold: boolean;
  beforeEach(() => {
    doTheyHold = true;
  });
  const make = () => putRota(world.db, { portalId, name: "Shop", timeZone: "UTC", dialogId: null, layers: [] });
  const overrides = async (rotaId: string) =>
    (await overridesOf(world.db, [rotaId], { from: NOW, until: at(9) })).map(({ userId }) => userId);

  test("holds once whoever it was offered to has agreed, who alone may; the same offer again is one", async () => {
    const { id } = await make();
    const [first, again] = await Promise.all([offer(id), offer(id)]);
    expect(again?.id).toBe(first?.id);
    expect(await overrides(id)).toEqual([]);
    expect(await answer("x", "2")).toBeNull();
    expect(await answer(first?.id, "1")).toBeNull();
    expect(await answer(first?.id, "2")).toMatchObject({ kind: "done", rotaName: "Shop" });
    expect(await answer(first?.id, "2", "declined")).toMatchObject({ kind: "answered", override: { state: "agreed" } });
    expect(await overrides(id)).toEqual(["2"]);
  });

  test("and back, and over once more: whoever took it last has it", async () => {
    const { id } = await make();
    const take = (userId: string) => offer(id, "agreed", { userId, askedById: userId });
    for (const userId of ["2", "1", "2"]) await take(userId);
    expect(await overrides(id)).toEqual(["2", "1", "2"]);
  });

  test("the same step again finds what it gave away, also when somebody else has it by then", async () => {
    const { id } = await make();
    const give = () => offer(id, "agreed", { sourceKey: "step:0" });
    const [first, again] = await Promise.all([give(), give()]);
    expect(again?.id).toBe(first?.id);
    await offer(id, "agreed", { userId: "1", askedById: "1" });
    await give();
    expect(await overrides(id)).toEqual(["2", "1"]);
  });

  test("of several who were offered the same turn the first who agrees has it, and the others hear that they do not", async () => {
    const { id } = await make();
    const toTwo = await offer(id);
    const toThree = await offer(id, "offered", { userId: "3", fromAt: at(4), untilAt: at(8) });
    const apart = await offer(id, "offered", { userId: "4", fromAt: at(5), untilAt: at(8) });
    expect(await answer(toThree.id, "3", "declined")).toMatchObject({ kind: "done" });
    const again = await offer(id, "offered", { userId: "3", fromAt: at(4), untilAt: at(8) });
    const answers = await Promise.all([answer(toTwo.id, "2"), answer(again.id, "3")]);
    expect(new Set(answers.map((each) => each?.kind))).toEqual(new Set(["answered", "done"]));
    expect(await overrides(id)).toHaveLength(1);
    const state = async (wanted: string) =>
      (await world.db.select().from(rotaOverride)).find((row) => row.id === wanted)?.state;
    const isThreeFirst = answers[1]?.kind === "done";
    expect(await state(apart.id)).toBe(isThreeFirst ? "withdrawn" : "offered");
  });

  test("stands by when it was agreed to, not by when it was offered", async () => {
    const { id } = await make();
    const early = await offer(id);
    await offer(id, "agreed", { userId: "4", askedById: "9" });
    await answer(early.id, "2");
    expect(await overrides(id)).toEqual(["4", "2"]);
  });

  test("is nobody's to agree to once it is over, or no longer whose it was", async () => {
    const { id } = await make();
    const { id: offered } = await offer(id);
    expect(await answer(offered, "2", "agreed", at(5))).toMatchObject({ kind: "over" });
    doTheyHold = false;
    expect(await answer(offered, "2")).toMatchObject({ kind: "not_theirs" });
    expect(await overrides(id)).toEqual([]);
    expect(await answer(offered, "2", "declined")).toMatchObject({ kind: "done" });
  });

  test("has hand-overs looked at when it begins; of several processes one tells them", async () => {
    const due = async (now: Date) => await dueRotas(world.db, { now, botCode: "notify", limit: 9 });
    const { id } = await make();
    await world.db.update(rota).set({ toldUntil: at(8) });
    await world.db.update(portal).set({ state: "active" });
    expect(await due(at(2))).toEqual([]);
    await offer(id, "agreed");
    const [found] = await due(at(2));
    expect(found).toMatchObject({ rota: { toldUntil: at(1) }, botId });
    const [row] = await listRotas(world.db, portalId);
    if (row === undefined) throw new Error("the rota is gone");
    const told = await Promise.all(
      [1, 2].map(() => world.db.transaction((tx) => noteTold(tx, row, { userIds: ["2"], until: at(6) }))),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
  });
});
