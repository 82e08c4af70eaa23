import { type B24Client, B24Error } from "@botdeck/b24-client";
import { helpdeskBot } from "@botdeck/bots";
import type { TicketInput } from "@botdeck/contracts";
import type { Dialog, Effect, Person } from "@botdeck/core";
import {
  absence,
  claimEvents,
  ensureConversation,
  inboxEvent,
  isTicketForgotten,
  keepEvents,
  keepTicketComment,
  outboxEffect,
  portalCounter,
  readTicket,
  rotation,
  takesTickets,
  ticket as ticketTable,
  ticketComment,
} from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Carriers } from "../../deliverer/carrier.ts";
import { runEvent } from "../../runtime/run-event.ts";
import { UNWANTED_KINDS } from "../../runtime/unwanted-kinds.ts";
import { createHelpdeskServices } from "../../services/helpdesk-services.ts";
import { createHrTeam } from "../../services/hr-team.ts";
import { createFlowBots } from "../../temporal/flow-bots.ts";
import { createFlowVoice } from "../../temporal/flow-voice.ts";
import { createWorld, textsOf, type World } from "../../testing/world.ts";
import { createTicketActivities } from "./activities.ts";
import type { TaskAsSeen } from "./ticket-portal.ts";

const NAMES: Record<string, string> = { "4": "Anna Berg", "5": "Boris Klein" };
const AT = "2026-11-23T07:00:00.000Z";
const TIME_ZONE = "Europe/Moscow";

let world: World;
let task: TaskAsSeen | null = null;
/** What the portal tells of people's calendars. */
let calendars: () => Promise<unknown>;
const clientOf = async () => ({ call: () => calendars() }) as unknown as B24Client; // safe: it is asked who is busy
beforeAll(async () => {
  world = await createWorld(helpdeskBot);
  const services = createHelpdeskServices({ db: world.db, directoryOf: () => Promise.reject(new Error("away")) });
  world.deps.outside.servicesFor = (_code, { portalId, botId, dialog, person }, conversationId) =>
    services.of({ portalId, botId, conversationId, dialog, person });
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const table of [outboxEffect, inboxEvent, ticketTable, portalCounter, rotation, absence])
    await world.db.delete(table);
  task = null;
  calendars = async () => ({});
});

const privateOf = ({ id, name }: Person): Dialog => ({
  id,
  chatId: null,
  type: "private",
  title: name,
  entityId: null,
});

/** Somebody describes a problem, and its workflow is about to begin. */
async function openTicket(personId: string, text = "the printer does not print") {
  const person: Person = { id: personId, name: `Person ${personId}`, kind: "employee" };
  await world.write(text, { by: person, in: privateOf(person) });
  await world.runAll();
  const start = (await world.effects()).findLast(({ body }) => body.kind === "workflow.start");
  if (start?.body.kind !== "workflow.start") throw new Error("no workflow was started");
  const { workflowId, input } = start.body;
  const { origin, language, ticketId, calendar } = input as TicketInput; // safe: the bot's own
  const activities = createTicketActivities({
    db: world.db,
    voice: createFlowVoice(world.db, () => workflowId),
    bots: createFlowBots({ db: world.db, find: world.deps.bots.find, servicesFor: () => ({}) }),
    currentWorkflowId: () => workflowId,
    team: createHrTeam({ db: world.db, directoryOf: () => Promise.reject(new Error("away")), clientOf }),
    portal: {
      findTeam: async () => ({ projectId: "7", members: ["4", "5"] }),
      hasEvents: async () => true,
      nameOf: async (_portal, id) => NAMES[id] ?? "",
      headsAbove: async () => ["6"],
      readTask: async () => task,
    },
  });
  const turn = { pool: "all", mostOpen: 10, at: AT, timeZone: TIME_ZONE, insteadOf: null };
  return {
    person,
    workflowId,
    ticketId,
    calendar,
    activities,
    to: { origin, language },
    row: async () => (await readTicket(world.db, { id: ticketId })) ?? expect.fail("the ticket is gone"),
    assign: (members = ["4", "5"]) => activities.assignTicket({ origin, language }, { ticketId, members, ...turn }),
  };
}

/** The texts that were put for a dialog since, in order. */
const saidTo = async (dialogId: string) =>
  textsOf((await world.effects()).filter(({ body }) => "dialogId" in body && body.dialogId === dialogId));
const kinds = async (kind: Effect["kind"]) => (await world.effects()).filter((effect) => effect.kind === kind);

test("what a group is told of a ticket goes to its reporter alone when the bot is not in the group any more", async () => {
  const { activities, to, ticketId, row, person } = await openTicket("1");
  const { portal, bot, db } = world;
  const dialog = { id: "chat77", chatId: "77", type: "group" as const, title: "Sales", entityId: null };
  const group = await db.transaction((tx) =>
    ensureConversation(tx, { portalId: portal.id, botId: bot.id, dialog, person, language: "en" }),
  );
  await db
    .update(ticketTable)
    .set({ conversationId: group.id })
    .where(eq(ticketTable.id, (await row()).id));
  await db.delete(outboxEffect);
  await activities.tellTicket(to, { key: "w", ticketId, word: "solved", timeZone: TIME_ZONE });
  const told: string[] = [];
  const carriers: Carriers = {
    "chat.send": {
      carry: async ({ dialogId, buttons = [] }) => {
        told.push(
          `${dialogId}: ${buttons
            .flat()
            .map(({ text }) => text)
            .join()}`,
        );
        if (dialogId === "chat77") throw new B24Error("forbidden", "Denied", { method: "m", outcome: "not_applied" });
        return "1";
      },
      look: async () => ({ kind: "absent" }),
    },
  };
  await world.deliverAll(carriers);
  expect(told).toEqual(["chat77: Yes, it works,Not yet", "1: Yes, it works,Not yet"]);
  expect((await world.effects()).map(({ status }) => status)).toEqual(["cancelled", "sent"]);
});

test("each step that runs again leaves one card, one word to each and one task", async () => {
  const { to, ticketId, activities, assign, calendar, row, workflowId } = await openTicket("1");
  for (const _again of [1, 2]) {
    await assign();
    const clock = { limitMs: 3_600_000, spentMs: 0, since: null, isWarned: false, level: 0, warnAt: null, dueAt: null };
    await activities.moveTicket(to, { ticketId, step: "open", at: AT, calendar, respond: clock, resolve: clock });
    const card = { key: "c", of: null, ticketId, personId: "4", isPassedOn: false, timeZone: TIME_ZONE };
    await activities.showTicketCard(to, card);
    await activities.tellTicket(to, { key: "w", ticketId, word: "assigned", timeZone: TIME_ZONE });
    await activities.createTicketTask(to, { ticketId, projectId: "7", diskFileIds: [], missing: 0 });
  }
  expect(await saidTo("4")).toEqual([
    "Ticket #1 · Equipment\nthe printer does not print\nPerson 1 · waits for its assignee",
  ]);
  expect((await saidTo("1")).slice(1)).toEqual([
    "Ticket #1 is with Anna Berg now. The first answer comes by 23 Nov, 11:00.",
  ]);
  const [made, ...more] = await kinds("task.create");
  expect(more).toEqual([]);
  expect(made?.body).toMatchObject({
    originId: workflowId,
    title: "#1 the printer does not print",
    responsibleId: "4",
    groupId: "7",
    tags: ["helpdesk", "hardware"],
    deadlineAt: "2026-11-23T08:00:00.000Z",
  });
  expect(await row()).toMatchObject({
    number: 1,
    assigneeId: "4",
    state: "open",
    respondBy: new Date("2026-11-23T08:00:00Z"),
  });
});

test("who is granted a day off gets no ticket on it, and nobody is asked to help themselves", async () => {
  const { assign, to, activities, calendar } = await openTicket("5");
  const days = { fromDay: "2026-11-23", toDay: "2026-11-24" };
  const about = { personName: "Anna", kind: "paid" as const, state: "approved" as const, workflowId: newId() };
  await world.db
    .insert(absence)
    .values({ portalId: world.portal.id, botId: world.bot.id, personId: "4", ...days, ...about });
  expect(await assign(["4", "5"])).toBeNull();
  expect(await activities.isAssigneeAway(to, { userId: "4", at: AT, calendar })).toBe(true);
  expect(await activities.isAssigneeAway(to, { userId: "4", at: "2026-11-24T07:00:00Z", calendar })).toBe(false);
  expect(await assign(["4", "5", "6"])).toBe("6");
});

test("who is away by their calendar gets no ticket; a calendar that cannot be read keeps nobody from it", async () => {
  const { assign, activities, to, calendar } = await openTicket("1");
  const seconds = (day: string) => String(Date.parse(`${day}T00:00:00Z`) / 1000);
  const absent = { NAME: "Vacation", ACCESSIBILITY: "absent", DT_SKIP_TIME: true };
  const days = { DATE_FROM_TS_UTC: seconds("2026-11-23"), DATE_TO_TS_UTC: seconds("2026-11-24") };
  calendars = async () => ({ "4": [{ ...absent, ...days }] });
  expect(await assign(["4"])).toBeNull();
  expect(await activities.isAssigneeAway(to, { userId: "4", at: AT, calendar })).toBe(true);
  calendars = () => Promise.reject(new B24Error("unreachable", "Away", { method: "m", outcome: "unknown" }));
  expect(await assign(["4"])).toBe("4");
});

test("words pass both ways once, and our own in the task are known again, whatever the portal made of them", async () => {
  const { to, ticketId, activities, calendar } = await openTicket("1");
  const { portal } = world;
  const author = { portalId: portal.id, ticketId, authorId: "1", authorName: "Person [1]" };
  const said = { ...author, source: "chat" as const, text: "it is [b]red[/b]", sourceKey: "chat:1" };
  const mine = await keepTicketComment(world.db, said);
  const deed = { key: "d", kind: "comment" as const, commentId: mine?.id ?? "" };
  await activities.changeTicketTask(to, { ticketId, taskId: "501", deed });
  const [change] = await kinds("task.change");
  const text =
    change?.body.kind === "task.change" && change.body.change.kind === "comment" ? change.body.change.text : "";
  expect(text).toMatch(/^💬 #1 · Person/);
  await activities.tellComment(to, { ticketId, commentId: mine?.id ?? "", assigneeId: "4" });
  expect(await saidTo("4")).toEqual([expect.stringMatching(/^#1 · Person.*\nit is/)]);

  const status = { status: "in_progress" as const, responsibleId: "4" };
  const about = { id: "501", title: "", description: "", createdBy: "3", groupId: null, xmlId: null, deadlineAt: null };
  task = {
    task: { ...about, ...status, closedAt: null, closedBy: null, chatId: null },
    ownerId: "3",
    comments: [
      { id: "11", authorId: "3", authorName: "App", text: `${text.replaceAll("\n", " <br> ")} `, at: null },
      { id: "12", authorId: "4", authorName: "Anna Berg", text: "Is it the one on the left?", at: null },
      // Its rights are the app's, and yet a person wrote it.
      { id: "13", authorId: "3", authorName: "App", text: "I am on my way", at: null },
    ],
  };
  const look = () =>
    activities.lookAtTicketTask(to, { ticketId, taskId: "501", afterId: "0", at: AT, calendar, lookMs: 120_000 });
  const seen = await look();
  // Ours is still on its way: what the task says of its state may be old.
  expect(seen).toMatchObject({ status: null, lastMessageId: "13", comments: [{ by: "4" }, { by: "3" }] });
  expect(await look()).toEqual(seen);
  await world.db.update(outboxEffect).set({ status: "sent" }).where(eq(outboxEffect.kind, "task.change"));
  expect(await look()).toMatchObject({ status: "in_progress", responsibleId: "4", nextAt: "2026-11-23T07:02:00.000Z" });
  for (const { commentId } of [...seen.comments, ...seen.comments]) {
    await activities.tellComment(to, { ticketId, commentId, assigneeId: "4" });
  }
  expect((await saidTo("1")).slice(1)).toEqual([
    "#1 · Anna Berg:\nIs it the one on the left?",
    "#1 · App:\nI am on my way",
  ]);
  const rows = await world.db.select().from(ticketComment).where(eq(ticketComment.ticketId, ticketId));
  expect(rows.map(({ taskMessageId }) => Number(taskMessageId)).toSorted((one, other) => one - other)).toEqual([
    11, 12, 13,
  ]);
});

test("who left those that the portal names does not help any more, and an ended ticket is forgotten", async () => {
  const { assign, to, ticketId, activities, workflowId } = await openTicket("1");
  await assign(["9"]);
  const { portal, db } = world;
  const isHelper = () => takesTickets(db, { portalId: portal.id, pool: "all", userId: "9" });
  expect(await isHelper()).toBe(true);
  const desk = { ticketId, projectId: null };
  await activities.openTicketDesk(to, { ...desk, members: ["4"] });
  expect(await isHelper()).toBe(true);
  await activities.openTicketDesk(to, { ...desk, members: [] });
  expect(await isHelper()).toBe(false);

  await activities.tellTicket(to, { key: "w", ticketId, word: "assigned", timeZone: TIME_ZONE });
  expect((await saidTo("1")).at(-1)).toMatch(/ now\.$/);

  expect(await isTicketForgotten(db, workflowId)).toBe(false);
  await activities.endTicket(to, { outcome: "closed" });
  expect(await isTicketForgotten(db, workflowId)).toBe(true);
});

test("merged, a ticket's people hear what becomes of the other one; two into each other at once leave one", async () => {
  const one = await openTicket("1");
  const two = await openTicket("2", "printer does not print at all");
  const three = await openTicket("3", "the printer does not print again");
  await three.activities.mergeTicket(three.to, { fromId: three.ticketId, intoId: two.ticketId });
  const both = await Promise.all([
    one.activities.mergeTicket(one.to, { fromId: one.ticketId, intoId: two.ticketId }),
    two.activities.mergeTicket(two.to, { fromId: two.ticketId, intoId: one.ticketId }),
  ]);
  expect(both.filter((merged) => merged !== null)).toHaveLength(1);
  const [kept, gone] = both[0] === null ? [one, two] : [two, one];
  // The same again, as by a worker that died before it could tell.
  expect(await gone.activities.mergeTicket(gone.to, { fromId: gone.ticketId, intoId: kept.ticketId })).not.toBeNull();
  await kept.activities.tellTicket(kept.to, { key: "s", ticketId: kept.ticketId, word: "solved", timeZone: TIME_ZONE });
  for (const id of ["1", "2", "3"]) expect((await saidTo(id)).at(-1)).toMatch(/ is said to be solved/);
});

test("a card names an open ticket of the last hours that may be about the same, and offers to merge", async () => {
  const first = await openTicket("1", "no internet on the third floor");
  const second = await openTicket("2", "the internet on our third floor is gone");
  const show = ({ activities, to, ticketId }: typeof first) =>
    activities.showTicketCard(to, {
      key: "c",
      of: null,
      ticketId,
      personId: "4",
      isPassedOn: false,
      timeZone: TIME_ZONE,
    });
  await show(first);
  await show(second);
  const cards = (await kinds("chat.send")).filter(({ body }) => "dialogId" in body && body.dialogId === "4");
  const buttons = cards.map(({ body }) =>
    body.kind === "chat.send" ? body.buttons?.flat().map(({ text }) => text) : [],
  );
  expect(buttons).toEqual([
    ["Take it", "Write to the reporter"],
    ["Take it", "Write to the reporter", "The same as #1"],
  ]);
});

test("a change of a ticket's task reaches its workflow once; one that nobody wants to know of is ignored", async () => {
  const { ticketId, workflowId } = await openTicket("1");
  await world.db.update(ticketTable).set({ taskId: "501" }).where(eq(ticketTable.id, ticketId));
  const changed = (id: string) => ({
    dedupeKey: newId(),
    event: {
      kind: "portal.changed" as const,
      portalId: world.portal.id,
      botId: null,
      userId: "4",
      occurredAt: AT,
      subject: id,
      change: { kind: "task.changed", change: "updated", id },
    },
  });
  await keepEvents(world.db, ["task:501", "task:502", "deal:501"].map(changed), { source: "webhook" });
  const claimed = await claimEvents(world.db, { limit: 10, unwanted: UNWANTED_KINDS });
  for (const event of claimed.events) await runEvent({ event, claimedAt: performance.now() }, world.deps);
  const events = await world.events();
  expect(events.slice(-3).map(({ status }) => status)).toEqual(["done", "ignored", "ignored"]);
  const signals = await kinds("workflow.signal");
  const payload = { id: events.at(-3)?.id, kind: "task_changed" };
  expect(signals.map(({ body }) => body)).toEqual([
    { kind: "workflow.signal", workflowId, signal: "ticketNews", payload },
  ]);
});
