import type { BotEvent } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import {
  absence,
  auditLog,
  authorizationRequest,
  conversation,
  deliveryAttempt,
  eventToken,
  inboxEvent,
  letterEdit,
  message,
  outage,
  outboxEffect,
  outcome,
  rotation,
  ticketFollower,
  workflowRef,
} from "../../schema/index.ts";
import { createDesk, type Desk, LEAD } from "../../testing/desk.ts";
import { createVisits } from "../../testing/visits.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { claimEvents } from "../claim-events.ts";
import { openHandoff } from "../handoff/handoffs.ts";
import { keepEvents } from "../inbox.ts";
import { keepFile } from "../kept-files.ts";
import { createOAuthTokens } from "../oauth-tokens.ts";
import { rateVisit } from "../outcome/rate-visit.ts";
import { parkEvent } from "../parked-work.ts";
import { recordOutcome } from "../outcome/record-outcomes.ts";
import { addSchedule } from "../schedules.ts";
import { keepTicketComment } from "../ticket-comments.ts";
import { changeTicket, openTicket } from "../tickets.ts";
import { effectsToPut } from "../effects-to-put.ts";
import { beginConversation, readConversation, writeTurn } from "../write-turn.ts";
import { erasePerson } from "./erase-person.ts";

let world: World;
let desk: Desk;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  for (const table of [outboxEffect, inboxEvent, conversation, outcome, auditLog, outage]) await world.db.delete(table);
  desk = await createDesk(world);
});
afterAll(() => world.close());

/** The person; `canary` stands in whatever is theirs. */
const ID = "777000111";
const NAME = "Canary Person";
const erase = (isDryRun = false) =>
  erasePerson(world.db, { portalId: desk.portalId, portalUserId: ID }, { actor: LEAD, isDryRun });

/** The tables in which a text stands, in any column; with every column's rows counted. */
async function tablesWith(text: string): Promise<Record<string, number>> {
  const tables = await world.db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await world.db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(name)} as row where row::text ilike ${`%${text}%`}`,
    );
    if (row !== undefined && row.count > 0) found[name] = row.count;
  }
  return found;
}

const person = { id: ID, name: NAME, kind: "client" as const };
const bystander = { id: "42", name: "Bystander", kind: "employee" as const };
const dialogOf = (id: string, type: "private" | "open_line" | "group") => ({
  id,
  type,
  chatId: null,
  entityId: null,
  title: type === "group" ? "A group" : NAME,
});

/** A person with a private dialog, an open line and a share in a group, beside somebody else in the same places. */
async function fill(): Promise<void> {
  const { db } = world;
  const said = (text: string) => ({ id: newId(), text, files: [{ id: text, name: `${text}.jpg`, sizeBytes: 1 }] });
  const talks = {
    alone: await desk.addConversation({
      dialogId: ID,
      dialogType: "private",
      title: NAME,
      personId: ID,
      personName: NAME,
    }),
    line: await desk.addConversation({
      dialogId: "chat1",
      title: NAME,
      personId: ID,
      personName: NAME,
      topic: "canary",
    }),
    group: await desk.addConversation({
      dialogId: "chat2",
      dialogType: "group",
      title: "A group",
      personId: ID,
      personName: NAME,
      lastMessageText: "canary",
      state: { answer: "canary", people: { [ID]: { known: "canary" }, 42: { known: "bystander" } } },
    }),
    shared: await desk.addConversation({
      dialogId: "chat3",
      dialogType: "group",
      title: "Another group",
      personId: "42",
      personName: "Bystander",
      state: { people: { [ID]: { known: "canary" }, 42: { known: "bystander" } } },
    }),
    others: await desk.addConversation({
      dialogId: "42",
      dialogType: "private",
      personId: "42",
      personName: "Bystander",
    }),
  };
  const places = [
    { talk: talks.alone, dialog: dialogOf(ID, "private"), who: person },
    { talk: talks.line, dialog: dialogOf("chat1", "open_line"), who: person },
    { talk: talks.line, dialog: dialogOf("chat1", "open_line"), who: { ...bystander, name: "canary's operator" } },
    { talk: talks.group, dialog: dialogOf("chat2", "group"), who: bystander },
    { talk: talks.group, dialog: dialogOf("chat2", "group"), who: person },
    { talk: talks.others, dialog: dialogOf("42", "private"), who: bystander },
  ];
  for (const { talk, dialog, who } of places) {
    const isTheirs = who === person || talk === talks.line;
    const words = isTheirs ? "canary" : "bystander";
    const title = isTheirs || dialog.type === "group" ? dialog.title : "Bystander";
    for (const status of ["waiting", "done", "dead"] as const) {
      const { id } = await desk.addEvent({ dialog: { ...dialog, title }, person: who, message: said(words) });
      await db.update(inboxEvent).set({ status, lastError: words }).where(eq(inboxEvent.id, id));
      const by = { author: "client" as const, authorId: who.id, authorName: who.name, files: said(words).files };
      const understood = { entities: { names: [{ name: words }] } };
      const ids = { portalId: desk.portalId, botId: desk.botId, conversationId: talk.id };
      await db
        .insert(message)
        .values({ ...by, understood, conversationId: talk.id, text: words, sourceKey: `event:${id}` });
      const file = { sourceFileId: words, name: `${words}.jpg`, contentType: "image/jpeg" };
      await keepFile(db, { ...ids, ...file, content: Buffer.from(words) });
      const key = `event:${id}:0`;
      const effect = await desk.addEffect(
        key,
        { kind: "chat.send", dialogId: dialog.id, text: `dear ${words}` },
        talk.id,
      );
      const settled = status === "waiting" ? "ready" : status === "done" ? "sent" : "dead";
      await db.update(outboxEffect).set({ status: settled, lastError: words }).where(eq(outboxEffect.id, effect.id));
      const tried = { effectId: effect.id, attempt: 1, outcome: "sent" as const, detail: words, startedAt: new Date() };
      await db.insert(deliveryAttempt).values(tried);
      const edit = { attempt: 1, actorId: "user-1", actorName: "An admin", reason: words };
      const was = { kind: "chat.send", dialogId: dialog.id, text: `dearest ${words}` } as const;
      await db.insert(letterEdit).values([id, effect.id].map((letterId) => ({ ...edit, letterId, before: was })));
      const reply = { author: "bot" as const, authorName: "The bot", text: `dear ${words}`, sourceKey: key };
      await db.insert(message).values({ ...reply, conversationId: talk.id });
    }
  }
  for (const { talk, words } of [
    { talk: talks.line, words: "canary" },
    { talk: talks.group, words: "canary" },
    { talk: talks.others, words: "bystander" },
  ]) {
    const facts = { conversationId: talk.id, topic: null, cause: "misses" };
    await db.transaction(async (tx) => {
      const ids = { portalId: desk.portalId, botId: desk.botId, workflowId: null, visitId: null };
      await openHandoff(tx, { ...ids, ...facts, note: { name: words }, requestedAt: new Date(), to: "queue:1" });
    });
    const visits = createVisits(world, desk);
    const visitId = await visits.decide({ ...facts, kind: "handed_over" });
    const rating = { rating: 1, comment: words, ratedAt: new Date() };
    await db.transaction((tx) => rateVisit(tx, visitId, rating));
  }
  const flow = { portalId: desk.portalId, conversationId: talks.line.id, kind: "productReturn" };
  await db.insert(workflowRef).values({ ...flow, id: `flow:${newId()}`, state: "running", step: "canary" });
  const findings = [`portal.example store ${ID}`, "portal.example store 42"].map((where) => ({
    where,
    recovered: 1,
    problem: null,
  }));
  await db.insert(outage).values({ kind: "gateway", state: "closed", beganAt: new Date(), findings });
  for (const id of [ID, Number(ID)]) await addUnreadable({ MESSAGE: "canary", FROM_USER_ID: id });
  await addUnreadable({ MESSAGE: "bystander", FROM_USER_ID: "42", ORDER: ID.slice(0, 6) });
  for (const { id, words } of [
    { id: ID, words: "canary" },
    { id: "42", words: "bystander" },
  ]) {
    const ids = { portalId: desk.portalId, botId: desk.botId, personId: id, workflowId: `vacation:${newId()}` };
    const days = { fromDay: "2027-07-15", toDay: "2027-07-28" };
    const about = { kind: "paid" as const, comment: words, reason: words, approverId: id === ID ? "42" : null };
    await db.insert(absence).values({ ...ids, ...days, ...about, personName: id === ID ? NAME : words });
  }
  for (const { id, words } of [
    { id: ID, words: "canary" },
    { id: "42", words: "bystander" },
  ]) {
    const ids = {
      portalId: desk.portalId,
      botId: desk.botId,
      conversationId: newId(),
      workflowId: `ticket:${newId()}`,
    };
    const about = { category: "other", priority: "normal" as const, title: words, description: words };
    const { id: ticketId } = await openTicket(db, { ...ids, ...about, reporterId: id, reporterName: words });
    const [own, other] = [id, id === ID ? "42" : ID];
    await changeTicket(db, ticketId, { assigneeId: other });
    const comment = { portalId: desk.portalId, ticketId, source: "chat" as const, authorName: words, text: words };
    await keepTicketComment(db, { ...comment, authorId: own, sourceKey: newId() });
    const theirs = { ...comment, authorId: ID, authorName: "canary", text: "canary", sourceKey: newId() };
    await keepTicketComment(db, theirs);
    await db.insert(ticketFollower).values({ ticketId, personId: ID, personName: NAME, conversationId: newId() });
    await db.insert(rotation).values({ portalId: desk.portalId, pool: newId(), userId: ID });
  }
  for (const { ownerId, about } of [
    { ownerId: ID, about: "42" },
    { ownerId: "42", about: ID },
    { ownerId: "42", about: "43" },
  ]) {
    const name = ownerId === "42" && about === "43" ? "bystander" : "canary";
    await addSchedule(db, {
      id: newId(),
      portalId: desk.portalId,
      botId: desk.botId,
      dialogId: "chat2",
      dialogType: "group",
      ownerId,
      ownerName: name,
      language: "en",
      name: "report",
      timeZone: "UTC",
      nextAt: new Date(),
      input: { every: "week", whose: { kind: "person", id: about, name } },
      recurrence: { every: "week", day: 1, at: "09:00" },
    });
  }
  const decided = { approverId: ID, reason: "canary", kind: "sick" as const, personId: "43", personName: "Somebody" };
  const free = { portalId: desk.portalId, botId: desk.botId, fromDay: "2027-01-01", toDay: "2027-01-02" };
  await db.insert(absence).values({ ...decided, ...free, workflowId: `vacation:${newId()}` });
  const tokens = createOAuthTokens(db, world.box);
  const token = { accessToken: "a", refreshToken: "r", expiresAt: new Date() };
  for (const userId of [ID, "42"]) {
    await db.transaction((tx) => parkEvent(tx, { userId, event: { id: newId(), body: parkedBy(userId) } }));
    await tokens.put(desk.portalId, userId, token);
    const link = { stateDigest: newId(), portalId: desk.portalId, userId, expiresAt: new Date() };
    await db.insert(authorizationRequest).values(link);
    const own = { portalId: desk.portalId, userId, expiresAt: new Date(), accessTokenSealed: "sealed" };
    await db.insert(eventToken).values(own);
  }
}

/** A command that waits for its person's permission. */
function parkedBy(userId: string): BotEvent {
  const words = userId === ID ? "canary" : "bystander";
  return {
    kind: "message.added",
    portalId: desk.portalId,
    botId: desk.botId,
    dialog: dialogOf("chat2", "group"),
    person: { id: userId, name: words, kind: "employee" },
    language: "en",
    occurredAt: "2026-11-21T09:00:00Z",
    message: { id: "1", text: words, files: [] },
  };
}

async function addUnreadable(data: Record<string, unknown>): Promise<void> {
  const event = { kind: "event.unreadable", portalId: desk.portalId, botId: null, event: "X", problem: "x" } as const;
  const body = { ...event, data, occurredAt: "2026-11-21T09:00:00Z" };
  await keepEvents(world.db, [{ dedupeKey: newId(), event: body }], { source: "webhook" });
}

test("after it no column of any table holds anything of the person, but for the id in the act; others' data is as it was", async () => {
  await fill();
  const before = await tablesWith("bystander");
  const keys = { events: await world.db.$count(inboxEvent), effects: await world.db.$count(outboxEffect) };
  expect(Object.keys(await tablesWith("canary"))).toEqual(
    expect.arrayContaining([
      "conversation",
      "message",
      "inbox_event",
      "outbox_effect",
      "delivery_attempt",
      "letter_edit",
      "workflow_ref",
      "kept_file",
      "absence",
      "ticket",
      "ticket_comment",
      "ticket_follower",
      "parked_work",
      "schedule",
      "handoff",
      "outcome",
    ]),
  );

  await erase();

  expect(await tablesWith("canary")).toEqual({});
  expect(await tablesWith(ID)).toEqual({ audit_log: 2 });
  expect(await tablesWith("bystander")).toEqual(before);
  // One more effect than before: the word to their flow to end.
  expect(await world.db.$count(inboxEvent)).toBe(keys.events);
  expect(await world.db.$count(outboxEffect)).toBe(keys.effects + 1);
  // What came of their visits is still counted.
  const figures = await world.db.select().from(outcome).where(isNull(outcome.personId));
  expect(figures).toMatchObject([1, 2].map(() => ({ kind: "handed_over", rating: 1, ratingComment: null })));
});

test("a dry run tells what would go and changes nothing; the act says the same and names nobody", async () => {
  await fill();
  const dump = () => tablesWith("");
  const before = await dump();

  const told = await erase(true);

  expect(await dump()).toEqual(before);
  expect(await tablesWith("canary")).toHaveProperty("message");
  const done = await erase();
  expect(done).toEqual(told);
  expect(done).toMatchObject({
    conversations: 2,
    messages: 18,
    words: 3,
    workflows: 1,
    heads: 1,
    tokens: 3,
    absences: 1,
    tickets: 1,
    events: 15,
  });
  const acts = await world.db.select().from(auditLog).orderBy(auditLog.id);
  const act = { subjectId: `person:${desk.portalId}:${ID}`, actorId: LEAD.id };
  expect(acts).toMatchObject([
    { ...act, action: "person.eraseBegun", detail: {} },
    { ...act, action: "person.erase", detail: done },
  ]);
  expect(await erase()).toMatchObject({ events: 0, conversations: 0, words: 0, cancelled: 0, tokens: 0 });
});

test("what had still to be sent to them is cancelled, their flow is told to end, and others' words still leave", async () => {
  await fill();
  await erase();
  const isReady = eq(outboxEffect.status, "ready");
  const open = await world.db.select().from(outboxEffect).where(isReady).orderBy(asc(outboxEffect.seq));
  const texts = open.map(({ body }) => ("text" in body ? body.text : body.kind));
  expect(texts).toEqual(["dear bystander", "dear bystander", "workflow.signal"]);
  const [dead] = await world.db.select().from(outboxEffect).where(eq(outboxEffect.status, "dead"));
  expect(dead?.body).toMatchObject({ text: "dear bystander" });
});

test("an event of theirs is recognised when it is delivered again", async () => {
  await fill();
  const [one] = await world.db.select().from(inboxEvent);
  if (one === undefined || one.body === null) throw new Error("nothing there");
  await erase();
  expect(await keepEvents(world.db, [{ dedupeKey: one.dedupeKey, event: one.body }], { source: "webhook" })).toEqual(
    [],
  );
});

test("a run that was claimed before finds itself void", async () => {
  await desk.addEvent({ person, dialog: dialogOf("chat9", "open_line") });
  const [event] = (await claimEvents(world.db, { limit: 1 })).events;
  if (event === undefined) throw new Error("nothing could be claimed");
  await erase();
  const seen = await readConversation(world.db, event.body as BotEvent, "en");
  const next = { ...seen.row, lastMessage: null };
  const written = world.db.transaction(async (tx) => {
    const begun = await beginConversation(tx, seen);
    if (begun !== null) await writeTurn(tx, { event, seen: begun, next, messages: [], effects: [] });
  });
  await expect(written).rejects.toMatchObject({ code: "conflict" });
});

test("a dialog that begins while it runs, by an event that was there before, goes as well", async () => {
  await desk.addEvent({ person, dialog: dialogOf("chat9", "open_line") });
  const [event] = (await claimEvents(world.db, { limit: 1 })).events;
  if (event === undefined) throw new Error("nothing could be claimed");
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const seen = await readConversation(world.db, event.body as BotEvent, "en");
  const { id: conversationId } = seen.row;
  const said = { author: "client" as const, authorId: ID, authorName: NAME, text: "canary" };
  const effect = { kind: "chat.send" as const, dialogId: "chat9", text: "dear canary" };
  const ids = { portalId: desk.portalId, botId: desk.botId, conversationId };
  const handled = world.db.transaction(async (tx) => {
    const begun = await beginConversation(tx, seen);
    if (begun === null) throw new Error("no conversation");
    await writeTurn(tx, {
      event,
      seen: begun,
      next: { ...seen.row, lastMessage: { text: "canary", by: "client" } },
      messages: [{ ...said, sourceKey: `event:${event.id}` }],
      effects: effectsToPut([{ ...ids, key: `event:${event.id}:0`, lane: event.lane, effect }]),
    });
    held();
    await mayEnd;
  });
  await isHeld;
  const erased = erase();
  await expect.poll(() => world.waitingForLocks()).toBe(1);
  end();
  await Promise.all([handled, erased]);
  expect(await tablesWith("canary")).toEqual({});
});

test("what came of a visit, written while its dialog is erased, names nobody either", async () => {
  const { id: conversationId } = await desk.addConversation({ dialogId: "chat9", personId: ID, personName: NAME });
  const facts = { intent: null, topic: null, dialog: null, dialogVersion: null, answers: 1, cause: "said_so" };
  const now = new Date();
  const at = { beganAt: now, endedAt: now, decidedAt: now };
  const visit = { conversationId, visitId: newId(), kind: "solved_confirmed" as const, ...at };
  const { promise: erased, resolve } = Promise.withResolvers<unknown>();
  await world.db.transaction(async (tx) => {
    await recordOutcome(tx, { ...visit, ...facts });
    resolve(erase());
    await expect.poll(() => world.waitingForLocks()).toBe(1);
  });
  await erased;
  expect(await world.db.select().from(outcome)).toMatchObject([{ personId: null }]);
  expect(await tablesWith(ID)).toEqual({ audit_log: 2 });
});

test("an erasure that breaks off is written down too", async () => {
  await fill();
  const broken = new Error("the process ends here");
  const db = new Proxy(world.db, {
    get: (target, name) =>
      name === "transaction" ? () => Promise.reject(broken) : (Reflect.get(target, name) as unknown),
  });
  const whom = { portalId: desk.portalId, portalUserId: ID };
  await expect(erasePerson(db, whom, { actor: LEAD, isDryRun: false })).rejects.toBe(broken);
  const acts = await world.db.select().from(auditLog);
  expect(acts).toMatchObject([{ action: "person.eraseBegun", subjectId: `person:${desk.portalId}:${ID}` }]);
});
