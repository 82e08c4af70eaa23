import { newId } from "@botdeck/core/ids";
import {
  absence,
  alertGroup,
  auditLog,
  authUser,
  conversation,
  handoff,
  outboxEffect,
  portalLogin,
  workflowRef,
} from "@botdeck/db";
import { DialogState, INITIAL_STATE } from "@botdeck/dialog";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";
import { addAlertGroup, addSource } from "../test-notifications.ts";
import { addTicket, addVacation, addWorkflow } from "../test-workflows.ts";

type Row = { id: string; kind: string; state: string; step: string | null };
type Page = { rows: Row[]; nextCursor: { at: string; id: string } | null };

test("pages follow one another without a gap or a repeat, over workflows of conversations and of alerts", async () => {
  const { db, ids, query, cookie } = await setup();
  const { hookId } = await addSource(db, ids);
  const minutes = (count: number) => new Date(Date.UTC(2026, 10, 21, 9, count));
  for (let count = 0; count < 60; count++) await addWorkflow(db, ids, "handOver", { createdAt: minutes(count) });
  const { groupId } = await addAlertGroup(db, ids, hookId, "firing");
  await db.update(alertGroup).set({ workflowId: `escalation:${ids.portalId}:${groupId}:1` });
  const first = (await query("workflow.list", {}, cookie)).data as Page;
  const second = (await query("workflow.list", { cursor: first.nextCursor }, cookie)).data as Page;
  expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([50, 11, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(61);
  expect(first.rows[0]).toMatchObject({ kind: "escalation", step: "firing", id: expect.stringContaining(groupId) });
  const counts = (await query("workflow.counts", { portalId: null }, cookie)).data;
  expect(counts).toEqual(
    expect.arrayContaining([
      { kind: "handOver", count: 60 },
      { kind: "escalation", count: 1 },
    ]),
  );
});

test("what has ended stands apart, kinds and portals narrow the list, and each row says where it stands", async () => {
  const { db, ids, query, cookie } = await setup();
  const other = await addBot(db, "other.example");
  const ticket = await addTicket(db, ids);
  const vacation = await addVacation(db, ids);
  const ended = await addWorkflow(db, ids, "stockWatch", { state: "ended", outcome: "told", endedAt: new Date() });
  const away = await addWorkflow(db, other, "stockWatch", { step: null, state: "requested" });
  const list = async (input: object) => ((await query("workflow.list", input, cookie)).data as Page).rows;
  const idsOf = async (input: object) => (await list(input)).map(({ id }) => id);
  expect((await idsOf({})).toSorted()).toEqual([ticket, vacation, away].map(({ workflowId }) => workflowId).toSorted());
  expect(await idsOf({ isEnded: true })).toEqual([ended.workflowId]);
  expect(await idsOf({ kind: "stockWatch", portalId: other.portalId })).toEqual([away.workflowId]);
  expect(await list({ kind: "ticket" })).toMatchObject([
    { step: "in_progress", personName: "Anna Field", subject: "#7 No sound, call +7 900 123-45-67" },
  ]);
  expect(await list({ kind: "vacation" })).toMatchObject([{ step: "asking", subject: "2026-12-01 – 2026-12-05" }]);
});

test("where a hand-over stands is told by the hand-over, for its workflow only watches", async () => {
  const { db, ids, query, cookie } = await setup();
  const { workflowId, conversationId } = await addWorkflow(db, ids, "handOver", { state: "requested" });
  const requestedAt = new Date();
  const trail = [{ at: requestedAt.toISOString(), to: "queue:1" as const }];
  await db.insert(handoff).values({ ...ids, conversationId, workflowId, cause: "operator_asked", trail, requestedAt });
  const stepOf = async () => (await query("workflow.get", { id: workflowId }, cookie)).data;
  expect(await stepOf()).toMatchObject({ step: "queued" });
  await db.update(handoff).set({ state: "human" });
  expect(await stepOf()).toMatchObject({ step: "human" });
});

test("a viewer sees people by their initials and no numbers of theirs", async () => {
  const { db, ids, query, cookieOf } = await setup();
  const { workflowId } = await addTicket(db, ids);
  const viewer = await cookieOf("viewer");
  const { data } = await query("workflow.get", { id: workflowId }, viewer);
  expect(data).toMatchObject({ personName: "A. F.", subject: "#7 No sound, call •••••••" });
});

test("without Temporal a workflow is shown by what our own tables know, and what needs it says so", async () => {
  const { db, ids, query, mutate, cookie, cookieOf } = await setup();
  const { workflowId } = await addTicket(db, ids, { taskId: "77" });
  expect((await query("workflow.get", { id: workflowId }, cookie)).data).toMatchObject({
    told: { is: "not_connected" },
    temporalUrl: null,
    taskUrl: "https://demo.example/company/personal/user/0/tasks/task/view/77/",
    canBeNudged: true,
  });
  expect((await query("workflow.get", { id: "ticket:nobody" }, cookie)).error?.data.code).toBe("NOT_FOUND");
  const admin = await cookieOf("admin");
  const cut = await mutate("workflow.terminate", { id: workflowId, reason: "stuck" }, admin);
  expect(cut.error?.message).toMatch(/not connected to Temporal/);
});

test("a return that talks falls silent, its conversation is the bot's again, and the act stands in the log", async () => {
  const { db, ids, query, cookie, stop, effects } = await setup();
  const { workflowId, conversationId } = await addWorkflow(db, ids, "productReturn", { step: "dialog" });
  expect((await stop(workflowId)).error).toBeUndefined();

  const body = { kind: "workflow.signal", workflowId, signal: "stopped", payload: { reason: "by phone" } };
  expect(await effects()).toMatchObject([{ lane: `${workflowId}:workflow`, status: "ready", body }]);
  const [row] = await db.select().from(conversation).where(eq(conversation.id, conversationId));
  expect(DialogState.parse(row?.state).workflow).toBeNull();
  expect(await db.select().from(auditLog).where(eq(auditLog.subjectId, workflowId))).toMatchObject([
    { action: "workflow.stop", actorName: "Test lead", detail: { before: "dialog", reason: "by phone" } },
  ]);
  expect((await query("workflow.get", { id: workflowId }, cookie)).data).toMatchObject({
    isStopping: true,
    acts: [{ action: "workflow.stop", actorName: "Test lead", reason: "by phone" }],
  });
});

test("a return that waits for the manager is declined in their place, with the reason", async () => {
  const { db, ids, stop, effects } = await setup();
  const { workflowId, conversationId } = await addWorkflow(db, ids, "productReturn", { step: "decision" });
  await db.update(conversation).set({ state: INITIAL_STATE }).where(eq(conversation.id, conversationId));
  await stop(workflowId);
  expect((await effects())[0]?.body).toMatchObject({
    signal: "decided",
    payload: { verdict: "declined", reason: "by phone", by: expect.stringMatching(/^desk:/) },
  });
});

test("a request for days off is declined with the reason; granted days are taken back in the person's name", async () => {
  const { db, ids, stop, effects } = await setup();
  const asked = await addVacation(db, ids);
  const granted = await addVacation(db, ids, { state: "approved" });
  await stop(asked.workflowId);
  await stop(granted.workflowId);
  expect((await effects()).map(({ body }) => "payload" in body && body.payload)).toMatchObject([
    { kind: "declined", version: 2, isAdmin: true, by: expect.stringMatching(/^desk:/) },
    { kind: "withdrawn", version: 2, by: "7" },
  ]);
  expect(await db.select().from(absence)).toMatchObject([{ reason: "by phone" }, { reason: "by phone" }]);
});

test("whoever asked for days off themselves declines them as the desk: nobody decides about their own", async () => {
  const { db, ids, stop, effects } = await setup();
  const [lead] = await db.select().from(authUser).where(eq(authUser.email, "lead@console.test"));
  await db
    .insert(portalLogin)
    .values({ userId: lead?.id ?? "", portalId: ids.portalId, personId: "7", personName: "Anna" });
  await stop((await addVacation(db, ids)).workflowId);
  expect((await effects())[0]?.body).toMatchObject({ payload: { by: "desk", isAdmin: true } });
});

test.each([
  ["stockWatch", "stopped"],
  ["handOver", "stopped"],
  ["salesReport", "reportCancelled"],
])("%s is stopped by the signal %s", async (kind, signal) => {
  const { db, ids, stop, effects } = await setup();
  const { workflowId } = await addWorkflow(db, ids, kind);
  await stop(workflowId);
  expect((await effects())[0]?.body).toMatchObject({ signal, workflowId });
});

test("a ticket is closed with the reason, but not twice", async () => {
  const { db, ids, stop, effects } = await setup();
  await stop((await addTicket(db, ids)).workflowId);
  expect((await effects())[0]?.body).toMatchObject({
    signal: "ticketNews",
    payload: { kind: "cancelled", reason: "by phone", byName: "Test lead" },
  });
  const closed = await addTicket(db, ids, { state: "closed", number: 8 });
  expect((await stop(closed.workflowId)).error).toMatchObject({ data: { code: "CONFLICT" } });
});

test("a stop that came to nothing leaves the workflow to be stopped anew; one that waits for Temporal does not", async () => {
  const { db, ids, query, cookie, stop } = await setup();
  const { workflowId } = await addTicket(db, ids);
  const isStopping = async () =>
    ((await query("workflow.get", { id: workflowId }, cookie)).data as { isStopping: boolean }).isStopping;
  await stop(workflowId);
  await db.update(auditLog).set({ at: new Date(Date.now() - 60_000) });
  expect(await isStopping()).toBe(true);
  await db.update(outboxEffect).set({ status: "sent" });
  expect(await isStopping()).toBe(false);
});

test("what has ended, nobody knows or goes with an alert is left alone, with a clear word", async () => {
  const { db, ids, stop, effects } = await setup();
  const ended = await addWorkflow(db, ids, "stockWatch", { state: "ended", endedAt: new Date() });
  const { hookId } = await addSource(db, ids);
  const { groupId } = await addAlertGroup(db, ids, hookId, "firing");
  const alert = `escalation:${ids.portalId}:${groupId}:1`;
  await db.update(alertGroup).set({ workflowId: alert });
  expect((await stop(ended.workflowId)).error).toMatchObject({ data: { code: "CONFLICT" } });
  expect((await stop(alert)).error).toMatchObject({
    data: { code: "BAD_REQUEST" },
    message: expect.stringMatching(/alert/),
  });
  expect((await stop(`ticket:${newId()}`)).error).toMatchObject({ data: { code: "NOT_FOUND" } });
  expect((await stop(ended.workflowId, " ")).error).toMatchObject({ data: { code: "BAD_REQUEST" } });
  expect(await effects()).toEqual([]);
});

test("an operator reminds whoever is waited for; where nobody is, they are told", async () => {
  const { db, ids, mutate, cookieOf, effects } = await setup();
  const operator = await cookieOf("operator");
  const nudge = (id: string) => mutate("workflow.nudge", { id }, operator);
  const waiting = [
    await addTicket(db, ids),
    await addVacation(db, ids),
    await addWorkflow(db, ids, "productReturn", { step: "decision" }),
  ];
  for (const { workflowId } of waiting) expect((await nudge(workflowId)).error).toBeUndefined();
  expect((await effects()).map(({ body }) => ("signal" in body ? body.signal : body.kind))).toEqual([
    "ticketNews",
    "vacationNews",
    "nudged",
  ]);
  const talking = await addWorkflow(db, ids, "productReturn", { step: "dialog" });
  expect((await nudge(talking.workflowId)).error?.message).toMatch(/waits for nobody/);
  const [row] = await db.select().from(workflowRef).where(eq(workflowRef.id, talking.workflowId));
  expect(row?.state).toBe("running");
});

async function setup() {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  const cookie = await cookieOf("lead");
  return {
    db,
    ids,
    query,
    mutate,
    cookieOf,
    cookie,
    stop: (id: string, reason = "by phone") => mutate("workflow.stop", { id, reason }, cookie),
    effects: () => db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq)),
  };
}
