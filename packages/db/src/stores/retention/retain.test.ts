import { newId } from "@botdeck/core/ids";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import {
  absence,
  auditLog,
  conversation,
  deliveryAttempt,
  eventToken,
  gatewayBeat,
  INBOX_STATUS,
  inboxEvent,
  OUTBOX_STATUS,
  outage,
  outboxEffect,
  parkedWork,
  ticket,
  ticketComment,
} from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { messageEvent } from "../../testing/events.ts";
import { daysAgo, idOf, runRetention } from "../../testing/retention.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { keepEvents } from "../inbox.ts";
import { keepTicketComment } from "../ticket-comments.ts";
import { checkRetention, RETENTION_DAYS } from "./retention-days.ts";

let world: World;
let desk: Desk;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  await world.db.delete(outboxEffect);
  await world.db.delete(inboxEvent);
  await world.db.delete(conversation);
  desk = await createDesk(world);
});
afterAll(() => world.close());

const run = async (options = {}) => (await runRetention(world, options)).total;

type Row = { id: string; status: string; age: number; settledAge: number };

async function addEvents(rows: readonly (Row & { status: (typeof INBOX_STATUS)[number] })[]): Promise<void> {
  const { event } = messageEvent("old");
  await world.db.insert(inboxEvent).values(
    rows.map(({ id, status, settledAge }) => ({
      id,
      status,
      dedupeKey: id,
      portalId: desk.portalId,
      botId: desk.botId,
      lane: id,
      kind: event.kind,
      body: { ...event, portalId: desk.portalId, botId: desk.botId },
      settledAt: daysAgo(settledAge),
    })),
  );
}

async function addEffects(rows: readonly (Row & { status: (typeof OUTBOX_STATUS)[number] })[]): Promise<void> {
  const body = { kind: "chat.send", dialogId: "chat1", text: "hello" } as const;
  await world.db.insert(outboxEffect).values(
    rows.map(({ id, status, settledAge }) => ({
      id,
      status,
      key: id,
      portalId: desk.portalId,
      botId: desk.botId,
      lane: id,
      kind: body.kind,
      body,
      policy: "ask" as const,
      settledAt: daysAgo(settledAge),
    })),
  );
}

const aged = <Status extends string>(statuses: readonly Status[]) =>
  fc
    .record({
      status: fc.constantFrom(...statuses),
      age: fc.double({ min: 0.01, max: 400, noNaN: true }),
      settledAfter: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ status, age, settledAfter }) => ({
      id: idOf(daysAgo(age)),
      status,
      age,
      settledAge: age * settledAfter,
    }));

test("of any rows of any age, what is settled for long enough goes, and nothing that is not settled", async () => {
  const events = fc.array(aged(INBOX_STATUS), { maxLength: 60, minLength: 1 });
  const effects = fc.array(aged(OUTBOX_STATUS), { maxLength: 60, minLength: 1 });
  await fc.assert(
    fc.asyncProperty(events, effects, async (inbox, outbox) => {
      await world.db.delete(inboxEvent);
      await world.db.delete(outboxEffect);
      await addEvents(inbox);
      await addEffects(outbox);
      const told = await run({ isDryRun: true });
      const done = await run();
      // What loses its payload and then its key is counted once beforehand, as a payload and as a key.
      expect(told).toEqual(done);

      const left = new Map((await world.db.select().from(inboxEvent)).map((row) => [row.id, row.body !== null]));
      for (const { id, status, settledAge } of inbox) {
        const isSettled = status === "done" || status === "ignored";
        const isGone = (isSettled && settledAge > 120) || (status === "discarded" && settledAge > 180);
        const isPurged = (isSettled && settledAge > 30) || (status === "discarded" && settledAge > 180);
        expect([id, status, left.get(id)]).toEqual([id, status, isGone ? undefined : !isPurged]);
      }
      const sent = new Set((await world.db.select({ id: outboxEffect.id }).from(outboxEffect)).map(({ id }) => id));
      for (const { id, status, settledAge } of outbox) {
        const isGone = ["sent", "cancelled", "discarded"].includes(status) && settledAge > 180;
        expect([id, status, sent.has(id)]).toEqual([id, status, !isGone]);
      }
    }),
    { numRuns: 25 },
  );
});

test("an event whose payload is gone is still recognised when it is delivered again, 90 days longer", async () => {
  await keepEvents(world.db, [messageEvent("a")], { source: "webhook" });
  await world.db.update(inboxEvent).set({ status: "done", settledAt: sql`now()` });
  const after = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);

  expect(await run({ now: after(29) })).toEqual({});
  expect(await run({ now: after(31) })).toEqual({ "event payloads": 1 });
  expect(await keepEvents(world.db, [messageEvent("a")], { source: "webhook" })).toEqual([]);
  expect(await run({ now: after(119) })).toEqual({});
  expect(await keepEvents(world.db, [messageEvent("a")], { source: "webhook" })).toEqual([]);
  expect(await run({ now: after(121) })).toEqual({ "event keys": 1 });
});

test("keys that would go too early are refused at the start", () => {
  expect(() => checkRetention({ ...RETENTION_DAYS, payload: 60 })).toThrow("at least 150 days");
  expect(checkRetention(RETENTION_DAYS)).toBe(RETENTION_DAYS);
});

test("more rows than one step takes go in several, and a later run goes on where the last one stopped", async () => {
  const rows = Array.from({ length: 2_500 }, () => ({
    id: idOf(daysAgo(40)),
    status: "done" as const,
    age: 40,
    settledAge: 40,
  }));
  await addEvents(rows);
  const places = new Map<string, string>();
  const { steps } = await runRetention(world, { places });
  expect(steps).toEqual([1_000, 1_000, 500]);
  expect(places.get("event payloads")).toBe(
    rows
      .map(({ id }) => id)
      .toSorted((a, b) => (a < b ? -1 : 1))
      .at(-1),
  );
});

test("deliveries go with their effects; acts, outages and signs of life by their own age", async () => {
  const id = idOf(daysAgo(181));
  await addEffects([{ id, status: "sent", age: 181, settledAge: 181 }]);
  await world.db.insert(deliveryAttempt).values({ effectId: id, attempt: 1, outcome: "sent", startedAt: daysAgo(181) });
  for (const age of [729, 731]) {
    const act = { actorId: "command", actorName: "x", action: "deadLetter.replay" };
    await world.db.insert(auditLog).values({ ...act, id: idOf(daysAgo(age)), at: daysAgo(age) });
  }
  for (const age of [399, 401]) {
    const [at, oldId] = [daysAgo(age), idOf(daysAgo(age))];
    await world.db.insert(outage).values({ id: oldId, kind: "gateway", state: "closed", beganAt: at, endedAt: at });
    await world.db.insert(gatewayBeat).values({ id: oldId, startedAt: at, beatAt: at });
  }
  expect(await run()).toEqual({ effects: 1, acts: 1, outages: 1, "signs of life": 1 });
  expect(await world.db.$count(deliveryAttempt)).toBe(0);
});

test("tickets go a year after they were closed, with what was written about them; one that is open stays", async () => {
  const ids = () => ({ portalId: desk.portalId, botId: desk.botId, conversationId: newId(), workflowId: newId() });
  const about = { category: "other", title: "t", description: "d", reporterId: "1", reporterName: "A reporter" };
  const kept: string[] = [];
  for (const [index, state] of (["open", "solved", "closed", "merged"] as const).entries()) {
    for (const age of [364, 366]) {
      const id = idOf(daysAgo(400));
      await world.db
        .insert(ticket)
        .values({ ...ids(), ...about, id, number: index * 1_000 + age, state, updatedAt: daysAgo(age) });
      const comment = {
        portalId: desk.portalId,
        ticketId: id,
        source: "chat" as const,
        authorId: "1",
        authorName: "A",
      };
      await keepTicketComment(world.db, { ...comment, text: "words", sourceKey: id });
      if (state === "open" || state === "solved" || age === 364) kept.push(id);
    }
  }
  expect(await run()).toEqual({ tickets: 2 });
  expect((await world.db.select().from(ticket)).map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  expect((await world.db.select().from(ticketComment)).map(({ ticketId }) => ticketId).toSorted()).toEqual(
    kept.toSorted(),
  );
});

test("days off go a year after they ended, and never while they are waited for or granted", async () => {
  const about = {
    portalId: desk.portalId,
    botId: desk.botId,
    personId: "7",
    personName: "Emma",
    kind: "paid" as const,
  };
  const day = { fromDay: "2025-01-01", toDay: "2025-01-01" };
  for (const state of ["requested", "approved", "over", "declined"] as const) {
    for (const age of [364, 366]) {
      const at = daysAgo(age);
      const id = idOf(daysAgo(400));
      await world.db.insert(absence).values({ ...about, ...day, id, state, workflowId: id, updatedAt: at });
    }
  }
  expect(await run()).toEqual({ absences: 2 });
  expect(await world.db.$count(absence)).toBe(6);
});

test("tokens of events go when they have ended, and what was parked a month after it was let go; what still waits stays", async () => {
  const own = { portalId: desk.portalId, accessTokenSealed: "sealed" };
  await world.db.insert(eventToken).values([
    { ...own, userId: "1", expiresAt: daysAgo(1) },
    { ...own, userId: "2", expiresAt: daysAgo(-1) },
  ]);
  const parked = {
    portalId: desk.portalId,
    botId: desk.botId,
    userId: "1",
    kind: "event",
    expiresAt: daysAgo(40),
  } as const;
  for (const releasedAt of [daysAgo(29), daysAgo(31), null]) {
    const id = idOf(daysAgo(41));
    await world.db.insert(parkedWork).values({ ...parked, id, key: id, releasedAt });
  }
  expect(await run()).toEqual({ "event tokens": 1, "parked work": 1 });
  expect([await world.db.$count(eventToken), await world.db.$count(parkedWork)]).toEqual([1, 2]);
});

test("what somebody holds is left alone and not waited for", async () => {
  const [held, free] = [idOf(daysAgo(40)), idOf(daysAgo(40))];
  await addEvents([held, free].map((id) => ({ id, status: "done" as const, age: 40, settledAge: 40 })));
  await world.db.transaction(async (tx) => {
    await tx.select().from(inboxEvent).where(eq(inboxEvent.id, held)).for("update");
    expect(await run()).toEqual({ "event payloads": 1 });
  });
  expect(await run()).toEqual({ "event payloads": 1 });
});
