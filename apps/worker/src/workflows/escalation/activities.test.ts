import { NotifySettings } from "@botdeck/bots";
import { newId } from "@botdeck/core/ids";
import {
  addHook,
  addOverride,
  alertEvent,
  type AlertGroup,
  alertGroup,
  answerAlert,
  changePreference,
  moveAbsence,
  notification,
  openAbsence,
  putPolicy,
  putRota,
  timelineOf,
} from "@botdeck/db";
import type { Directory } from "@botdeck/crm";
import { explainPath } from "@botdeck/notifications";
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createOnCall } from "../../services/on-call.ts";
import { createFlowWorld, type FlowWorld } from "../../testing/flow-world.ts";
import { createEscalationActivities, type EscalationActivities } from "./activities.ts";

/** A Monday, noon in Moscow. */
const NOW = new Date("2027-03-01T09:00:00Z");
const NIGHT = new Date("2027-03-01T22:00:00Z");
const PEOPLE: Record<string, string> = { "1": "Emma", "2": "Boris", "3": "Clara", "4": "David" };

let world: FlowWorld;
let activities: EscalationActivities;
let about: { portalId: string; botId: string; groupId: string; episode: number };
let now: Date;
let settings: NotifySettings;
/** What the portal is slow with. */
let nameInTheWay: () => Promise<void>;

beforeEach(async () => {
  world = await createFlowWorld();
  now = NOW;
  nameInTheWay = async () => {};
  settings = NotifySettings.parse({ onCall: ["1"] });
  const { db, box } = world;
  const directory = {
    person: async (id: string) => {
      await nameInTheWay();
      return { id, name: PEOPLE[id] ?? "" };
    },
    headsAbove: async (id: string) => (id === "2" ? ["3"] : []),
  } as unknown as Directory; // safe: nothing else of it is asked
  const timeZoneOf = async () => "Europe/Moscow";
  activities = createEscalationActivities({
    db,
    box,
    onCall: createOnCall({ db, timeZoneOf }),
    directoryOf: async () => directory,
    rules: {
      find: async () => ({
        bot: null,
        settings,
        rules: [],
        broken: [],
        owners: new Map(),
        failing: new Set(),
        language: "en",
      }),
    },
    ownerOf: async () => "4",
    currentWorkflowId: () => "escalation:1",
    currentActivity: () => ({ attempt: 1 }),
    now: () => now,
  });
  about = { portalId: world.portal.id, botId: world.origin.botId, groupId: await makeGroup(), episode: 1 };
});
afterEach(() => world.close());

async function makeGroup(given: Partial<AlertGroup> = {}): Promise<string> {
  const { portalId, botId } = world.origin;
  const { id: hookId } = await addHook(world.db, {
    botId,
    name: "Shop",
    kind: "alertmanager",
    options: { dialogId: "chat9" },
  });
  const id = newId();
  await world.db.insert(alertGroup).values({
    id,
    portalId,
    botId,
    hookId,
    key: "shop",
    title: "SiteDown · shop",
    severity: "critical",
    state: "firing",
    alerts: [],
    firing: 2,
    total: 2,
    firstAt: NOW,
    lastAt: NOW,
    ...given,
  });
  return id;
}

const change = (values: Partial<AlertGroup>) =>
  world.db.update(alertGroup).set(values).where(eq(alertGroup.id, about.groupId));
const group = async () => (await world.db.select().from(alertGroup).where(eq(alertGroup.id, about.groupId)))[0];

async function follow(policy: object): Promise<void> {
  const { id } = await putPolicy(world.db, { portalId: about.portalId, name: newId(), policy });
  await change({ policyId: id });
}

const person = (id: string) => ({ kind: "person", id });
const sends = async () =>
  (await world.effects()).flatMap(({ body }) => (body.kind === "chat.send" ? [`${body.dialogId}: ${body.text}`] : []));
const timeline = async () =>
  (await timelineOf(world.db, about)).map(({ kind, personName }) => (personName ? `${kind} ${personName}` : kind));

/** What became of each, with the last sentence of why. */
const explained = async () =>
  (await world.db.select().from(notification).orderBy(asc(notification.createdAt), asc(notification.id))).map(
    ({ dialogId, outcome, path }) => {
      const sentences = explainPath(path, { language: "en", timeZone: "Europe/Moscow" });
      return [dialogId, outcome, sentences.at(-1)];
    },
  );

const page = (level = 0, round = 0) => activities.pagePeople(about, { round, level });
const absent = async (personId: string) => {
  const { portalId, botId } = about;
  const days = { fromDay: "2027-03-01", toDay: "2027-03-01", fromNoon: false, untilNoon: false };
  const asked = { kind: "paid" as const, comment: "", personName: "", workflowId: newId(), ...days };
  const { absence } = await openAbsence(world.db, { portalId, botId, personId, ...asked });
  await moveAbsence(world.db, { id: absence.id, to: "approved", by: "9" });
};

describe("paging a level", () => {
  test("more groups at once than there are connections are all paged", async () => {
    const groupIds = await Promise.all(Array.from({ length: 30 }, (_, index) => makeGroup({ key: `shop ${index}` })));
    const paged = groupIds.map((groupId) => activities.pagePeople({ ...about, groupId }, { round: 0, level: 0 }));
    expect(new Set((await Promise.all(paged)).map(({ kind }) => kind))).toEqual(new Set(["paged"]));
  });

  test("pages each once with the card, however often the step runs and whoever is on call by then", async () => {
    await follow({ levels: [{ targets: [person("1"), person("2")], waitSeconds: 60 }] });
    const paged = await Promise.all([page(), page(), page()]);
    expect(paged).toEqual(Array.from({ length: 3 }, () => ({ kind: "paged", waitMs: 60_000 })));
    await follow({ levels: [{ targets: [person("3")] }] });
    expect(await page()).toEqual({ kind: "paged", waitMs: 60_000 });
    expect(await sends()).toEqual([
      expect.stringMatching(/^1: 📟 You are on call\.\n.*Critical: SiteDown · shop.*\n2 firing/),
      expect.stringMatching(/^2: 📟 You are on call/),
    ]);
    expect((await group())?.cards.map(({ dialogId }) => dialogId)).toEqual(["1", "2"]);
    expect(await timeline()).toEqual(["escalated", "paged Emma", "paged Boris"]);
    const rows = await world.db.select().from(notification);
    expect(rows.map(({ dialogId, outcome, ruleCode }) => [dialogId, outcome, ruleCode])).toEqual([
      ["1", "sent", "alert"],
      ["2", "sent", "alert"],
    ]);
  });

  test("the policy is read when a level begins; after the last level it says how often all are gone through", async () => {
    await follow({ levels: [{ targets: [person("1")] }], repeats: 3 });
    await page();
    await follow({ levels: [{ targets: [person("1")] }, { targets: [person("2")], waitSeconds: 90 }] });
    expect(await page(1)).toEqual({ kind: "paged", waitMs: 90_000 });
    expect(await page(2)).toEqual({ kind: "over", repeats: 1 });
    expect((await sends()).at(-1)).toMatch(/^2: 📟 Nobody has answered: it comes to level 2, to you/);
  });

  test("a rota's person is on call by its turns and what was swapped; who is away is left out", async () => {
    const { portalId } = about;
    const layers = [{ people: ["1", "2"], turn: { every: "day", count: 1 }, startsOn: "2027-03-01" }];
    const rota = { portalId, name: "Shop", timeZone: "Europe/Moscow", dialogId: null, layers };
    const { id: rotaId } = await putRota(world.db, rota);
    await follow({ levels: [{ targets: [{ kind: "rota", rotaId }] }] });
    await page();
    await absent("1");
    await page(0, 1);
    const times = { fromAt: NOW, untilAt: new Date("2027-03-01T12:00:00Z") };
    const asked = { askedById: "2", askedByName: "Boris", state: "agreed" as const };
    await addOverride(world.db, { rotaId, userId: "3", userName: "Clara", ...times, ...asked });
    await page(0, 2);
    expect((await sends()).map((text) => text[0])).toEqual(["1", "2", "3"]);
  });

  test("heads are those of who was paged before; where nobody is there the timeline says so", async () => {
    await follow({
      levels: [{ targets: [person("2")] }, { targets: [{ kind: "heads" }] }, { targets: [person("4")] }],
    });
    await page();
    await page(1);
    await absent("4");
    expect(await page(2)).toEqual({ kind: "nobody" });
    expect((await sends()).map((text) => text[0])).toEqual(["2", "3"]);
    expect((await timeline()).at(-1)).toBe("nobody_to_page");
  });

  test("gone through once more, heads are those of this round's lower levels, and not of themselves", async () => {
    await follow({ levels: [{ targets: [person("2")] }, { targets: [{ kind: "heads" }] }] });
    for (const round of [0, 1]) {
      await page(0, round);
      expect((await page(1, round)).kind).toBe("paged");
    }
    expect((await sends()).map((text) => text[0])).toEqual(["2", "3", "2", "3"]);
  });

  test("whoever a rota names is there by the rota's days, not by those of the portal", async () => {
    const layers = [{ people: ["1", "2"], turn: { every: "day", count: 1 }, startsOn: "2027-02-28" }];
    const rota = { portalId: about.portalId, name: "West", timeZone: "America/Los_Angeles", dialogId: null, layers };
    const { id: rotaId } = await putRota(world.db, rota);
    await absent("1");
    // Still the last day of February over there, and person 1's; in Moscow the first of March.
    now = new Date("2027-03-01T07:00:00Z");
    await follow({ levels: [{ targets: [{ kind: "rota", rotaId }] }] });
    expect((await page()).kind).toBe("paged");
    expect((await sends()).map((text) => text[0])).toEqual(["1"]);
  });

  test("without a policy those are paged whom the portal names, else whoever set the app up", async () => {
    expect(await page()).toEqual({ kind: "paged", waitMs: 300_000 });
    settings = NotifySettings.parse({});
    await page(0, 1);
    expect((await sends()).map((text) => text[0])).toEqual(["1", "4"]);
  });

  test("what the policy does not let through waits for the end of somebody's quiet hours, unless it is urgent enough", async () => {
    const quiet = { quietHours: { from: "23:00", until: "08:00" } };
    await changePreference(world.db, { portalId: about.portalId, userId: "1" }, () => quiet);
    await follow({ levels: [{ targets: [person("1")] }], passesQuietHoursFrom: "never" });
    now = NIGHT;
    for (const _ of [1, 2]) expect(await page()).toEqual({ kind: "quiet", until: "2027-03-02T05:00:00.000Z" });
    expect(await sends()).toEqual([]);
    expect(await timeline()).toEqual(["note"]);
    await follow({ levels: [{ targets: [person("1")] }], passesQuietHoursFrom: "critical" });
    expect((await page()).kind).toBe("paged");
  });

  test("a page after quiet hours is explained as any other, and who is left in peace beside others is told so", async () => {
    await changePreference(world.db, { portalId: about.portalId, userId: "1" }, () => ({
      quietHours: { from: "23:00", until: "08:00" },
    }));
    await follow({ levels: [{ targets: [person("1")] }], passesQuietHoursFrom: "never" });
    now = NIGHT;
    await page();
    now = new Date("2027-03-02T06:00:00Z");
    expect((await page()).kind).toBe("paged");
    await follow({ levels: [{ targets: [person("1"), person("2")] }], passesQuietHoursFrom: "never" });
    now = NIGHT;
    await page(0, 1);
    // Whoever escalates wants them all.
    await activities.pagePeople(about, { round: 2, level: 0, isUrgent: true });
    expect(await explained()).toEqual([
      ["1", "skipped", "It waits until 2 March at 08:00: these are quiet hours of its reader."],
      ["1", "sent", "The message was handed over to be sent."],
      ["1", "skipped", "It was not told: these are quiet hours of its reader, and others were paged."],
      ["2", "sent", "The message was handed over to be sent."],
      ["1", "sent", "The message was handed over to be sent."],
      ["2", "sent", "The message was handed over to be sent."],
    ]);
  });

  test("who is away, and who hears of it when nobody has answered, are told why", async () => {
    await follow({ levels: [{ targets: [person("1"), person("2")] }], fallbackDialogId: "chat5" });
    await absent("1");
    await page();
    for (const _ of [1, 2]) await activities.tellUnanswered(about, { round: 0 });
    expect(await explained()).toEqual([
      ["2", "sent", "The message was handed over to be sent."],
      ["1", "skipped", "It tells a person whom the escalation names, but they are away."],
      ["chat5", "sent", "The message was handed over to be sent."],
    ]);
    const [row] = (await world.db.select().from(notification)).filter(({ dialogId }) => dialogId === "chat5");
    expect(explainPath(row?.path ?? [], { language: "en", timeZone: "UTC" }).slice(0, 2)).toEqual([
      "What happened: alert “SiteDown · shop” fires.",
      "It tells who hears of it when nobody has answered.",
    ]);
    const [escalated] = await timelineOf(world.db, about);
    expect(escalated?.facts).toMatchObject({ away: "Emma" });
  });

  test("a step that another run has done meanwhile pages nobody else, whoever is on call by then", async () => {
    await follow({ levels: [{ targets: [person("1")], waitSeconds: 60 }] });
    let [isOver, reached] = [() => {}, () => {}];
    const held = new Promise<void>((resolve) => (isOver = resolve));
    const waits = new Promise<void>((resolve) => (reached = resolve));
    nameInTheWay = async () => {
      reached();
      await held;
    };
    const late = page();
    await waits;
    nameInTheWay = async () => {};
    await follow({ levels: [{ targets: [person("2")], waitSeconds: 90 }] });
    await page();
    isOver();
    expect(await late).toEqual({ kind: "paged", waitMs: 90_000 });
    expect((await sends()).map((text) => text[0])).toEqual(["2"]);
  });

  test("nobody is paged for what is answered, over, or another episode", async () => {
    await change({ state: "acknowledged" });
    expect(await page()).toEqual({ kind: "answered" });
    await change({ state: "resolved" });
    expect(await page()).toEqual({ kind: "resolved" });
    await change({ state: "firing", episode: 2 });
    expect(await page()).toEqual({ kind: "gone" });
    expect(await sends()).toEqual([]);
  });
});

test("nobody answered: the fallback chat hears of it, else whoever is there by default; who was told hears of the recovery", async () => {
  await follow({ levels: [{ targets: [person("2")] }], fallbackDialogId: "chat5" });
  await page();
  for (const _ of [1, 2]) await activities.tellUnanswered(about, { round: 0 });
  await follow({ levels: [{ targets: [person("2")] }] });
  await activities.tellUnanswered(about, { round: 1 });
  await change({ state: "resolved", resolvedAt: now });
  for (const _ of [1, 2]) await activities.tellRecovered(about);
  expect((await sends()).map((text) => text.split("\n")[0])).toEqual([
    "2: 📟 You are on call.",
    "chat5: 📟 Nobody has answered on any level.",
    "1: 📟 Nobody has answered on any level.",
    ...["2", "chat5", "1"].map((to) => `${to}: 🟢 Recovered after less than a minute: SiteDown · shop`),
  ]);
});

describe("what has not recovered for so long that nobody is paged any more", () => {
  const forget = async () => {
    for (const _ of [1, 2]) await activities.tellForgotten(about);
    return (await sends()).map((text) => text.split("\n")[0]);
  };
  const TOLD = "⚪ It has not recovered for 30 days, and I page nobody for it any more: SiteDown · shop";

  test("is told once to whoever was paged, and its card is due to say so", async () => {
    await page();
    await change({ isCardStale: false });
    expect(await forget()).toEqual([expect.stringMatching(/^1: 📟/), `1: ${TOLD}`]);
    const [group] = await world.db.select().from(alertGroup).where(eq(alertGroup.id, about.groupId));
    expect(group).toMatchObject({ isCardStale: true, state: "firing" });
    const notes = (await timelineOf(world.db, about)).filter(({ facts }) => facts["note"] === "forgotten");
    expect(notes).toHaveLength(1);
  });

  test("is told to whoever has it, and to nobody else", async () => {
    await page();
    await change({ state: "acknowledged", acknowledgedById: "3", acknowledgedByName: "Clara" });
    expect((await forget()).slice(1)).toEqual([`3: ${TOLD}`]);
  });

  test("is told to nobody when it has recovered meanwhile, or is another episode", async () => {
    await change({ state: "resolved", resolvedAt: now });
    expect(await forget()).toEqual([]);
    await change({ state: "firing", episode: 2 });
    expect(await forget()).toEqual([]);
  });
});

describe("where a group stands", () => {
  const look = (isOver: Parameters<EscalationActivities["lookAtGroup"]>[1]["isOver"] = null) =>
    activities.lookAtGroup(about, { isOver, answer: null });
  const answer = (given: Parameters<typeof answerAlert>[2]) =>
    answerAlert(
      world.db,
      { portalId: about.portalId, groupId: about.groupId, personId: "2", personName: "Boris", eventId: newId() },
      given,
    );

  test("what lasts longer than its delay is shown in the hook's chat from then on", async () => {
    await change({ state: "pending" });
    for (const _ of [1, 2]) expect(await look("delay")).toEqual({ kind: "firing" });
    expect((await sends()).map((text) => text.slice(0, 6))).toEqual(["chat9:"]);
    expect(await group()).toMatchObject({ state: "firing", cards: [{ dialogId: "chat9" }] });
    const told = { subject: `alert:${about.groupId}`, outcome: "sent", effectKey: `alert:${about.groupId}:1:card` };
    expect(await world.db.select().from(notification)).toMatchObject([told]);
  });

  test("an acknowledgement holds as long as the policy says, and ends once", async () => {
    await follow({ levels: [{ targets: [person("2")] }], acknowledgedSeconds: 600 });
    await answer({ kind: "acknowledged" });
    expect(await look()).toMatchObject({ kind: "acknowledged", forMs: 600_000 });
    for (const _ of [1, 2]) expect(await look("acknowledgement")).toEqual({ kind: "firing" });
    expect(await timeline()).toEqual(["acknowledged Boris", "note"]);
  });

  test("the end of one acknowledgement does not end a later one", async () => {
    await follow({ levels: [{ targets: [person("2")] }], acknowledgedSeconds: 600 });
    await answer({ kind: "acknowledged" });
    const first = await look();
    await answer({ kind: "escalated" });
    await answer({ kind: "acknowledged" });
    const given = first.kind === "acknowledged" ? first.answer : null;
    const later = await activities.lookAtGroup(about, { isOver: "acknowledgement", answer: given });
    expect(later).toMatchObject({ kind: "acknowledged", forMs: 600_000 });
    const own = later.kind === "acknowledged" ? later.answer : null;
    expect(await activities.lookAtGroup(about, { isOver: "acknowledgement", answer: own })).toEqual({ kind: "firing" });
  });

  test("a silence ends at its time, and not when somebody made it longer", async () => {
    await answer({ kind: "silenced", until: new Date(NOW.getTime() + 1_000) });
    expect(await look("silence")).toEqual({ kind: "silenced", until: "2027-03-01T09:00:01.000Z" });
    now = new Date(NOW.getTime() + 2_000);
    expect(await look("silence")).toEqual({ kind: "firing" });
    await answer({ kind: "silenced", until: null });
    expect(await look("silence")).toEqual({ kind: "silenced", until: null });
    expect(await timeline()).toEqual(["silenced Boris", "silence_ended", "silenced Boris"]);
  });

  test("a group that is gone, or fires anew, is none of its any more", async () => {
    await change({ episode: 2 });
    expect(await look()).toEqual({ kind: "gone" });
    await world.db.delete(alertEvent);
    await world.db.delete(alertGroup);
    expect(await look()).toEqual({ kind: "gone" });
    await activities.tellRecovered(about);
    expect(await sends()).toEqual([]);
  });
});
