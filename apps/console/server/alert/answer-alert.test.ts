import { newId } from "@botdeck/core/ids";
import {
  addAlertEvents,
  alertEvent,
  alertGroup,
  auditLog,
  authUser,
  forgottenKeyOf,
  openAlerts,
  outboxEffect,
  portalLogin,
} from "@botdeck/db";
import { asc, eq, notLike } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";
import { addAlertGroup, addSource } from "../test-notifications.ts";

test("an acknowledgement is in the row, the timeline, the card and the audit log, and the escalation hears of it, once", async () => {
  const { press, db, groupId, group, userId, ids } = await setup();
  const given = { groupId, pressId: newId() };
  for (const _ of [1, 2]) expect((await press("acknowledge", given)).data).toMatchObject({ outcome: "done" });
  expect(await group()).toMatchObject({
    state: "acknowledged",
    acknowledgedById: `desk:${userId}`,
    acknowledgedByName: "Test operator",
    isCardStale: true,
  });
  const by = { by: `desk:${userId}`, byName: "Test operator" };
  const workflowId = `escalation:${ids.portalId}:${groupId}:1`;
  const payload = { id: `desk:${given.pressId}`, kind: "acknowledged", ...by };
  const body = { kind: "workflow.signal", workflowId, signal: "escalationNews", payload };
  expect(await db.select().from(outboxEffect)).toMatchObject([{ lane: `${workflowId}:workflow`, body }]);
  const detail = { portalId: ids.portalId, before: "firing", after: "acknowledged" };
  expect(await acts(db)).toEqual([["alert.acknowledge", groupId, detail]]);
  const other = await press("acknowledge", { groupId, pressId: newId() }, "lead");
  expect(other.data).toEqual({ outcome: "taken", byName: "Test operator" });
});

test("whoever is known on the portal answers by who they are there", async () => {
  const { press, db, groupId, group, userId, ids } = await setup();
  await db.insert(portalLogin).values({ userId, portalId: ids.portalId, personId: "12", personName: "Nina Sales" });
  await press("acknowledge", { groupId, pressId: newId() });
  expect(await group()).toMatchObject({ acknowledgedById: "12", acknowledgedByName: "Nina Sales" });
});

test("a silence has the end that was asked for, and ended by hand it is over at once for the escalation as for the row", async () => {
  const { press, groupId, group, db, held } = await setup();
  await press("silence", { groupId, pressId: newId(), span: { hours: 2 } });
  const inHours = ((await group())?.silencedUntil?.getTime() ?? 0) - Date.now();
  expect(Math.round(inHours / 60_000)).toBe(120);
  expect(await held()).toMatchObject([{ id: groupId, state: "silenced", by: "Test operator" }]);
  await press("silence", { groupId, pressId: newId(), span: "morning" });
  const until = (await group())?.silencedUntil;
  expect(until?.toLocaleTimeString("ru-RU", { timeZone: "Europe/Moscow" })).toBe("09:00:00");
  await press("silence", { groupId, pressId: newId(), span: "recovery" });
  expect(await group()).toMatchObject({ silencedUntil: null, isSilencedUntilRecovery: true });
  expect(await held()).toMatchObject([{ until: null }]);

  await press("endSilence", { groupId, pressId: newId() });
  const ended = (await group())?.silencedUntil?.getTime() ?? Number.POSITIVE_INFINITY;
  expect(ended).toBeLessThanOrEqual(Date.now());
  const effects = await db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq));
  expect(effects.at(-1)?.body).toMatchObject({
    payload: { kind: "silenced", until: new Date(ended).toISOString() },
  });
  const actions = (await acts(db)).map(([action]) => action);
  expect(actions).toEqual(["alert.silence", "alert.silence", "alert.silence", "alert.endSilence"]);
});

test("only what is silenced can be ended, and nothing is answered that is over or gone", async () => {
  const { press, groupId, db } = await setup();
  const conflict = await press("endSilence", { groupId, pressId: newId() });
  expect(conflict.error?.data.code).toBe("CONFLICT");
  await db.update(alertGroup).set({ state: "resolved" });
  const over = await press("escalate", { groupId, pressId: newId() });
  expect(over.data).toMatchObject({ outcome: "over" });
  const gone = await press("acknowledge", { groupId: newId(), pressId: newId() });
  expect(gone.error?.data.code).toBe("NOT_FOUND");
  expect(await db.select().from(outboxEffect)).toEqual([]);
  const wrong = await press("silence", { groupId, pressId: newId(), span: { hours: 0 } });
  expect(wrong.error?.data.code).toBe("BAD_REQUEST");
});

test.each(["acknowledge", "escalate", "silence"])(
  "what was given up after 30 days is told to be so on %s: nothing is written, and no escalation hears of it",
  async (verb) => {
    const { press, groupId, group, db } = await setup();
    const sourceKey = forgottenKeyOf({ id: groupId, episode: 1 });
    await addAlertEvents(db, [{ groupId, episode: 1, kind: "note", facts: { note: "forgotten" }, sourceKey }]);
    const before = { group: await group(), events: await db.$count(alertEvent) };
    const span = verb === "silence" ? { span: "recovery" } : {};
    const pressed = await press(verb, { groupId, pressId: newId(), ...span });
    expect(pressed.data).toMatchObject({ outcome: "forgotten" });
    expect({ group: await group(), events: await db.$count(alertEvent) }).toEqual(before);
    expect([await db.select().from(outboxEffect), await acts(db)]).toEqual([[], []]);
  },
);

test("of what was given up the console offers no answer, and nobody has to do with it any more", async () => {
  const { press, groupId, db, held, ids, opened } = await setup();
  await press("silence", { groupId, pressId: newId(), span: "recovery" });
  expect(await opened()).toMatchObject({ isForgotten: false });
  expect([(await held()).length, (await openAlerts(db, ids.portalId, { mostTitles: 3 })).count]).toEqual([1, 1]);
  const sourceKey = forgottenKeyOf({ id: groupId, episode: 1 });
  await addAlertEvents(db, [{ groupId, episode: 1, kind: "note", facts: { note: "forgotten" }, sourceKey }]);
  expect(await opened()).toMatchObject({ isForgotten: true });
  expect([(await held()).length, (await openAlerts(db, ids.portalId, { mostTitles: 3 })).count]).toEqual([0, 0]);
  await db.update(alertGroup).set({ episode: 2 });
  expect(await opened()).toMatchObject({ isForgotten: false });
});

test("Escalate takes it from whoever had it and tells the escalation so", async () => {
  const { press, groupId, group, db } = await setup();
  await press("acknowledge", { groupId, pressId: newId() });
  await press("escalate", { groupId, pressId: newId() }, "lead");
  expect(await group()).toMatchObject({ state: "firing", acknowledgedById: null });
  const kinds = await db.select({ kind: alertEvent.kind }).from(alertEvent).orderBy(asc(alertEvent.id));
  expect(kinds.map(({ kind }) => kind).slice(-2)).toEqual(["acknowledged", "escalated"]);
  const effects = await db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq));
  expect(effects.at(-1)?.body).toMatchObject({ payload: { kind: "escalate", byName: "Test lead" } });
});

async function setup() {
  const { database, query, mutate, cookieOf } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db, "demo.example", "notify");
  const { hookId } = await addSource(db, ids);
  const { groupId } = await addAlertGroup(db, ids, hookId, "firing");
  await db.update(alertGroup).set({ acknowledgedById: null, acknowledgedByName: null });
  const cookies = { operator: await cookieOf("operator"), lead: await cookieOf("lead") };
  const [me] = await db.select().from(authUser).where(eq(authUser.email, "operator@console.test"));
  if (me === undefined) throw new TypeError("nobody signed in");
  const press = (verb: string, input: object, role: keyof typeof cookies = "operator") =>
    mutate(`alert.${verb}`, input, cookies[role]);
  const group = async () => (await db.select().from(alertGroup).where(eq(alertGroup.id, groupId)))[0];
  const held = async () => {
    const { data } = await query("alert.held", { portalId: ids.portalId }, cookies.operator);
    return (data as { rows: unknown[] }).rows; // safe: as the procedure answers
  };
  const opened = async () => (await query("alert.get", { groupId }, cookies.operator)).data;
  return { db, ids, press, groupId, group, held, opened, userId: me.id };
}

async function acts(db: Awaited<ReturnType<typeof setup>>["db"]) {
  const rows = await db
    .select()
    .from(auditLog)
    .where(notLike(auditLog.action, "session.%"))
    .orderBy(asc(auditLog.at), asc(auditLog.id));
  return rows.map(({ action, subjectId, detail }) => [action, subjectId, detail]);
}
