import { hrBot, hrTexts } from "@botdeck/bots";
import type { B24Client } from "@botdeck/b24-client";
import type { FlowOrigin } from "@botdeck/contracts";
import type { Directory } from "@botdeck/crm";
import {
  absence,
  addToComment,
  conversation,
  message,
  moveAbsence,
  openAbsence,
  parkedWork,
  readAbsence,
  releaseParked,
} from "@botdeck/db";
import { GrantNeeded } from "@botdeck/portal-clients";
import { afterEach, beforeEach, expect, test } from "vitest";

import { askForFlow } from "../../portals/ask-for-flow.ts";
import { createHrTeam } from "../../services/hr-team.ts";
import { createFlowBots } from "../../temporal/flow-bots.ts";
import { createFlowWorld, type FlowWorld } from "../../testing/flow-world.ts";
import { createVacationActivities, type VacationActivities } from "./activities.ts";
import type { AbsencePortal } from "../../services/absence-portal.ts";

const OFFICE = ["09:00-18:00"];
const calendar = {
  timeZone: "Europe/Moscow",
  hours: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  holidays: [],
  workDays: [],
};
const CARD = { calendar, mostAway: 0.5, balance: null };
const CHOICE = { calendar, substitutes: { "2": "3" }, fallbackApproverId: null };
const NAMES: Record<string, string> = { "1": "Emma", "2": "Boris", "3": "Clara", "4": "David" };
const AT = Date.parse("2027-03-01T07:00:00Z");

let world: FlowWorld;
let to: { origin: FlowOrigin; language: "en" };
let activities: VacationActivities;
let absenceId: string;
let calls: string[];
let hasGrant: boolean;

beforeEach(async () => {
  world = await createFlowWorld();
  to = { origin: world.origin, language: "en" };
  calls = [];
  hasGrant = true;
  const { db } = world;
  const find = async () => ({ definition: hrBot, settings: {}, texts: hrTexts });
  const people = Object.entries(NAMES).map(([id, name]) => ({ id, name }));
  const directoryOf = async () =>
    ({
      person: async (id: string) => people.find((each) => each.id === id) ?? null,
      headsAbove: async () => ["2", "4"],
      departmentOf: async () => ({ id: "7", name: "Support", parentId: null, headId: "2" }),
      membersOf: async () => people,
    }) as unknown as Directory; // safe: nothing else of it is asked
  const clientOf = async () => ({ call: async () => ({}) }) as unknown as B24Client; // safe: it is asked who is busy
  const absences: AbsencePortal = {
    async mark({ absenceId: id, version }) {
      if (!hasGrant) throw new GrantNeeded(world.portal.id, "1");
      calls.push(`mark ${id === absenceId} ${version}`);
      return "501";
    },
    async unmark(_whose, eventId) {
      calls.push(`unmark ${eventId}`);
    },
    async record() {
      calls.push("record");
      return "list:9:77";
    },
    async withdraw(_setting, _whose, ref) {
      calls.push(`withdraw ${ref}`);
    },
  };
  const permissionLink = async () => "https://portal.example/oauth/authorize/?state=s";
  activities = createVacationActivities({
    db,
    voice: world.voice,
    bots: createFlowBots({ db, find, servicesFor: () => ({}) }),
    directoryOf,
    team: createHrTeam({ db, directoryOf, clientOf }),
    absences,
    currentWorkflowId: () => world.workflowId,
    askForGrant: (lacking) => askForFlow(lacking, { db, permissionLink }),
  });
  absenceId = (await request("1", "Emma")).id;
});
afterEach(() => world.close());

async function request(personId: string, personName: string, days = { fromDay: "2027-07-15", toDay: "2027-07-28" }) {
  const { portalId, botId } = world.origin;
  const about = { kind: "paid" as const, fromNoon: false, untilNoon: false, comment: "[b]by the sea[/b]" };
  const workflowId = personId === "1" ? world.workflowId : `vacation:${personId}`;
  const opened = await openAbsence(world.db, { portalId, botId, personId, personName, ...days, ...about, workflowId });
  return opened.absence;
}

const grant = (id: string) => moveAbsence(world.db, { id, to: "approved", by: "2" });
const sends = async () =>
  (await world.effects()).flatMap(({ body }) => (body.kind === "chat.send" || body.kind === "chat.edit" ? [body] : []));

test("who is asked is the head who is there, else their substitute, by what was granted and what calendars show", async () => {
  const choose = (passed: string[] = []) => activities.chooseApprover(to, { absenceId, passed, at: AT, rules: CHOICE });
  expect(await choose()).toEqual({ approverId: "2", because: null });
  await grant((await request("2", "Boris", { fromDay: "2027-02-27", toDay: "2027-03-03" })).id);
  expect(await choose()).toEqual({ approverId: "3", because: { kind: "head_away", headId: "2" } });
  expect(await choose(["3"])).toEqual({ approverId: "4", because: { kind: "escalated" } });
  expect(await activities.isApproverAway(to, { approverId: "2", at: AT, calendar })).toBe(true);
});

test("the card names who is away then, is harmless, stands in the approver's own dialog, and goes out once however often it is asked for", async () => {
  await grant((await request("3", "Clara", { fromDay: "2027-07-20", toDay: "2027-07-22" })).id);
  await grant((await request("4", "David", { fromDay: "2027-07-10", toDay: "2027-07-15" })).id);
  const asked = { key: "0", absenceId, approverId: "2", because: null, isFirst: true, rules: CARD };
  await Promise.all([1, 2, 3].map(() => activities.askApprover(to, asked)));
  const bodies = (await sends()).slice(-2);
  expect(await sends()).toHaveLength(2);
  expect(bodies.map(({ dialogId }) => dialogId).toSorted()).toEqual(["1", "2"]);
  const card = bodies.find(({ dialogId }) => dialogId === "2");
  expect(card).toMatchObject({
    text: expect.stringMatching(
      /Emma asks for paid vacation: 15 July – 28 July 2027\.\nDepartment: 2 of 4 are away then, at most 2 may be: David .*Clara/s,
    ),
    card: { tone: "alert" },
    buttons: [
      [{ params: `${absenceId} approve 1` }, { params: `${absenceId} decline 1` }, { params: `${absenceId} ask 1` }],
    ],
  });
  expect(JSON.stringify(bodies)).not.toContain("[b]");
  const theirs = (await world.db.select().from(conversation)).find(({ dialogId }) => dialogId === "2");
  const said = (await world.db.select().from(message)).filter(({ conversationId }) => conversationId === theirs?.id);
  expect(said).toHaveLength(1);
});

test("the answer to a question is shown itself, however much was said before, and in Russian the card is grammatical", async () => {
  const asker = { id: absenceId, portalId: world.portal.id, personId: "1" };
  await world.db.update(absence).set({ kind: "remote", comment: "long ".repeat(100) });
  await addToComment(world.db, asker, "By phone,\nyes");
  await activities.passAnswer(to, { key: "0", absenceId, approverId: "2", rules: CARD });
  await activities.passAnswer({ ...to, language: "ru" }, { key: "1", absenceId, approverId: "4", rules: CARD });
  const texts = (await sends()).map(({ text }) => text);
  expect(texts[0]).toMatch(
    /^Emma answers: By phone, yes\nEmma asks for work from elsewhere: .*\nComment: (long )+.*…$/s,
  );
  expect(texts[1]).toMatch(/^Emma отвечает: By phone, yes\nEmma просит удалённую работу: /);
});

test("an old card loses its buttons, and so does the one that came with an answer", async () => {
  await activities.askApprover(to, { key: "0", absenceId, approverId: "2", because: null, isFirst: true, rules: CARD });
  await activities.passAnswer(to, { key: "1", absenceId, approverId: "2", rules: CARD });
  const end = { kind: "moved" as const, toId: "4" };
  const of = ["0", "1"];
  for (const _ of [1, 2]) await activities.closeCard(to, { key: "2", of, absenceId, approverId: "2", end });
  const edits = (await world.effects()).flatMap(({ body }) => (body.kind === "chat.edit" ? [body] : []));
  const text = "Emma: paid vacation, 15 July – 28 July 2027. David is asked now.";
  expect(edits).toEqual(
    of.map((key) => ({ kind: "chat.edit", key: `${world.workflowId}:${key}`, dialogId: "2", text })),
  );
  const kept = (await world.messages()).filter((said) => said.text === text);
  // As on the portal, where a frame cannot be taken away.
  expect(kept).toMatchObject(of.map(() => ({ buttons: null, card: { tone: "primary" } })));
});

test("marks are made with the version that was granted, noted, and taken out again", async () => {
  const asked = { key: "5", absenceId, version: 1, timeZone: "Europe/Moscow" };
  expect(await activities.markCalendar(to, asked)).toEqual({ kind: "changed" });
  await grant(absenceId);
  expect(await activities.markCalendar(to, asked)).toEqual({ kind: "done", id: "501" });
  expect(await activities.recordAbsence(to, { ...asked, record: { kind: "list" } })).toEqual({
    kind: "done",
    id: "list:9:77",
  });
  expect(await readAbsence(world.db, { id: absenceId })).toMatchObject({
    calendarEventId: "501",
    recordRef: "list:9:77",
  });
  expect(await activities.markCalendar(to, { ...asked, version: 2 })).toEqual({ kind: "changed" });
  const marks = { eventId: "501", recordRef: "list:9:77" };
  expect(await activities.unmarkAbsence(to, { key: "6", absenceId, marks, record: {} })).toEqual({
    kind: "done",
    id: null,
  });
  expect(await readAbsence(world.db, { id: absenceId })).toMatchObject({ calendarEventId: null, recordRef: null });
  expect(calls).toEqual(["mark true 1", "record", "unmark 501", "withdraw list:9:77"]);
});

test("without the person's permission nothing is written: they are asked once for each try, and the flow hears of it", async () => {
  hasGrant = false;
  await grant(absenceId);
  const asked = { key: "5", absenceId, version: 1, timeZone: "Europe/Moscow" };
  for (const _ of [1, 2]) expect(await activities.markCalendar(to, asked)).toEqual({ kind: "needs_grant" });
  expect(calls).toEqual([]);
  expect(await world.db.$count(parkedWork)).toBe(1);
  const words = await sends();
  expect(words).toMatchObject([
    { dialogId: "1", buttons: [[{ kind: "link" }]] },
    { dialogId: "1", text: expect.stringContaining("15 July – 28 July 2027 go into it") },
  ]);
  await world.db.transaction((tx) => releaseParked(tx, world.portal.id, "1"));
  expect((await world.effects()).at(-1)?.body).toMatchObject({ signal: "granted", workflowId: world.workflowId });
});

test("of what was erased nobody is told anything, and it is neither marked nor decided", async () => {
  await world.db.delete(absence);
  expect(await activities.readVacation(to, { absenceId })).toBeNull();
  expect(await activities.chooseApprover(to, { absenceId, passed: [], at: AT, rules: CHOICE })).toBeNull();
  await activities.askApprover(to, { key: "0", absenceId, approverId: "2", because: null, isFirst: true, rules: CARD });
  await activities.tellPerson(to, { key: "1", absenceId, what: "approved", by: "2" });
  expect(await activities.moveVacation(to, { absenceId, to: "approved" })).toBe(false);
  expect(await sends()).toEqual([]);
});

test("what the person is told has their reason, and buttons only while they can still do something", async () => {
  await world.db.update(absence).set({ reason: "[i]Too many[/i]" });
  await moveAbsence(world.db, { id: absenceId, to: "declined", version: 1, by: "2" });
  await activities.tellPerson(to, { key: "1", absenceId, what: "declined", by: "2" });
  expect(await sends()).toEqual([
    {
      kind: "chat.send",
      dialogId: "1",
      text: "Boris declined: paid vacation, 15 July – 28 July 2027. Reason: Too many",
    },
  ]);
});
