import type { Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { deliveryAttempt, outboxEffect, type OutboxEffect } from "../schema/outbox-effect.ts";
import { newEffect, REPLIES, reply, WORKFLOWS, workflowStart } from "../testing/effects.ts";
import { createWorld, type World } from "../testing/world.ts";
import {
  attributedMessageIds,
  cancelReplies,
  claimEffects,
  markAbandoned,
  putEffects,
  settleEffect,
  rateBudget,
  reserveRequests,
} from "../index.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
beforeEach(() => world.db.delete(outboxEffect));
afterAll(() => world.close());

const SENT = { kind: "sent", externalId: "77", via: "answer" } as const;
const DOUBT = { kind: "uncertain", error: "no answer", lookInMs: 0, hasLooked: false } as const;
const RETRY = { kind: "retry", error: "busy", inMs: 0 } as const;

const put = async (...effects: Parameters<typeof putEffects>[1]) =>
  (await putEffects(world.db, effects)).map(({ key }) => key);
const claimOf = async (kinds: readonly Effect["kind"][]) =>
  (await claimEffects(world.db, { kinds, limit: 1 })).effects[0] ?? null;
const claim = () => claimOf(REPLIES);
const rowOf = async (key: string) =>
  (await world.db.select().from(outboxEffect).where(eq(outboxEffect.key, key)))[0] as OutboxEffect;
const expireLeases = () => world.db.update(outboxEffect).set({ leaseUntil: sql`now() - interval '1 second'` });
const attemptsOf = (effect: OutboxEffect) =>
  world.db
    .select()
    .from(deliveryAttempt)
    .where(eq(deliveryAttempt.effectId, effect.id))
    .orderBy(asc(deliveryAttempt.id));

async function claimed(): Promise<OutboxEffect> {
  const effect = await claim();
  if (!effect) throw new Error("nothing could be claimed");
  return effect;
}

test("the same key twice leaves one effect, also in one call and from many connections", async () => {
  expect(await put(reply("a"), reply("a"), reply("b"))).toEqual(["a", "b"]);
  const added = await Promise.all(Array.from({ length: 20 }, () => put(reply("a"), reply("c"))));
  expect(added.flat()).toEqual(["c"]);
  expect(await world.db.$count(outboxEffect)).toBe(3);
});

test("an effect leaves only after the one before it in its lane is settled; other lanes go on", async () => {
  await put(reply("a1", "A"), reply("a2", "A"), reply("b1", "B"));
  const first = await claimed();
  expect([first.key, (await claim())?.key, await claim()]).toEqual(["a1", "b1", null]);
  await settleEffect(world.db, first, SENT);
  expect((await claim())?.key).toBe("a2");
});

test.each([
  ["waits for its retry", { ...RETRY, inMs: 60_000 }],
  ["waits for a look", { ...DOUBT, lookInMs: 60_000 }],
])("a head that %s holds its lane", async (_, outcome) => {
  await put(reply("a1"), reply("a2"));
  await settleEffect(world.db, await claimed(), outcome);
  expect(await claim()).toBeNull();
});

test("a dead letter and a cancelled reply let their lane go on", async () => {
  await put(reply("a1"), reply("a2"));
  await settleEffect(world.db, await claimed(), { kind: "dead", error: "refused" });
  expect((await claim())?.key).toBe("a2");
});

test("an effect that is committed late does not overtake the one that is leaving", async () => {
  await world.db.transaction(async (slow) => {
    await putEffects(slow, [reply("first")]);
    await put(reply("second"));
    expect((await claim())?.key).toBe("second");
  });
  expect(await claim()).toBeNull();
  await settleEffect(world.db, await rowOf("second"), SENT);
  expect((await claim())?.key).toBe("first");
});

test("workflow effects and replies of one dialog do not hold each other", async () => {
  await put(workflowStart("w1"), reply("a1"), workflowStart("w2"));
  expect((await claim())?.key).toBe("a1");
  expect(await claim()).toBeNull();
  expect((await claimOf(WORKFLOWS))?.key).toBe("w1");
  expect((await claimOf(WORKFLOWS))?.key).toBe("w2");
  expect(await claimOf(WORKFLOWS)).toBeNull();
  expect(await claimOf([])).toBeNull();
});

test("what a workflow is told from another dialog does not overtake its start", async () => {
  const signal = { kind: "workflow.signal" as const, workflowId: "w1", signal: "news", payload: {} };
  await put(workflowStart("w1"), newEffect("s1", signal, "another dialog", null));
  expect((await claimOf(WORKFLOWS))?.key).toBe("w1");
  expect(await claimOf(WORKFLOWS)).toBeNull();
  await settleEffect(world.db, await rowOf("w1"), SENT);
  expect((await claimOf(WORKFLOWS))?.key).toBe("s1");
});

test("a claimed effect is `sending` for everybody before its claimer goes on", async () => {
  await put(reply("a1"));
  const effect = await claimed();
  expect(effect).toMatchObject({ status: "sending", attempt: 1, startedAt: expect.any(Date) });
  const { id, status, attempt, leaseUntil, startedAt } = effect;
  expect(await rowOf("a1")).toMatchObject({ id, status, attempt, leaseUntil, startedAt });
});

test("eight claimers side by side get every effect once, and each lane in order", async () => {
  const effects = Array.from({ length: 50 }, (_, index) => reply(`${index % 5}-${index + 100}`, String(index % 5)));
  await put(...effects);
  const order: string[] = [];
  const work = async () => {
    while (order.length < 50) {
      const effect = await claim();
      if (!effect) continue;
      order.push(effect.key);
      await settleEffect(world.db, effect, SENT);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));

  expect(order).toHaveLength(50);
  expect(new Set(order).size).toBe(50);
  for (const lane of ["0", "1", "2", "3", "4"]) {
    const inLane = order.filter((key) => key.startsWith(lane));
    expect(inLane).toEqual(inLane.toSorted());
  }
});

describe("fencing", () => {
  test("an attempt that somebody else took over cannot write its outcome any more", async () => {
    await put(reply("a1"));
    const stale = await claimed();
    await expireLeases();
    await markAbandoned(world.db);
    const looker = await claimed();
    expect(await settleEffect(world.db, stale, RETRY)).toBe(false);
    expect(await settleEffect(world.db, looker, { ...SENT, via: "look" })).toBe(true);
    expect(await settleEffect(world.db, stale, SENT)).toBe(false);
    expect(await rowOf("a1")).toMatchObject({ status: "sent", attempt: 2 });
  });

  test("an outcome is written once", async () => {
    await put(reply("a1"));
    const effect = await claimed();
    const written = await Promise.all(Array.from({ length: 5 }, () => settleEffect(world.db, effect, RETRY)));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await attemptsOf(effect)).toHaveLength(1);
  });
});

describe("doubt", () => {
  test("an effect is in doubt once its process is past the lease, and not before", async () => {
    await put(reply("a1"));
    await claimed();
    expect(await markAbandoned(world.db)).toBe(0);
    await expireLeases();
    expect(await claim()).toBeNull();
    expect(await markAbandoned(world.db)).toBe(1);
    expect(await rowOf("a1")).toMatchObject({ status: "uncertain", lastError: expect.stringContaining("stopped") });
  });

  test("an effect in doubt is claimed for a look, with the time at which it was sent, by one at a time", async () => {
    await put(reply("a1"));
    const sending = await claimed();
    await settleEffect(world.db, sending, DOUBT);
    const look = await claimed();
    expect(look).toMatchObject({ status: "uncertain", attempt: 2, startedAt: sending.startedAt });
    expect(await claim()).toBeNull();
    await expireLeases();
    expect(await claimed()).toMatchObject({ status: "uncertain", attempt: 3, startedAt: sending.startedAt });
  });

  test("looks are counted, and a new try begins to count again", async () => {
    await put(reply("a1"));
    await settleEffect(world.db, await claimed(), DOUBT);
    await settleEffect(world.db, await claimed(), { ...DOUBT, hasLooked: true });
    expect((await rowOf("a1")).looks).toBe(1);
    await settleEffect(world.db, await claimed(), RETRY);
    expect(await rowOf("a1")).toMatchObject({ status: "ready", looks: 0 });
  });
});

test("a portal whose budget is used up does not hold the places of others, and keeps its turn", async () => {
  const busy = reply("busy", "busy");
  await put(busy);
  await put({ ...reply("other", "other"), portalId: newId() });
  await put({ ...workflowStart("flow", "flow"), portalId: busy.portalId });
  await reserveRequests(world.db, busy.portalId, { lane: "hand_over", count: 48 });

  const kinds = [...REPLIES, ...WORKFLOWS];
  expect((await claimOf(kinds))?.key).toBe("other");
  expect((await claimOf(kinds))?.key).toBe("flow");
  expect(await claimOf(kinds)).toBeNull();
  await world.db.delete(rateBudget);
  expect((await claimOf(kinds))?.key).toBe("busy");
});

test("every attempt and its outcome is recorded", async () => {
  const conversationId = newId();
  await put(reply("a1", "A", conversationId));
  await settleEffect(world.db, await claimed(), RETRY);
  await settleEffect(world.db, await claimed(), DOUBT);
  const last = await claimed();
  await settleEffect(world.db, last, { ...SENT, via: "look" });
  const recorded = await attemptsOf(last);
  expect(recorded.map(({ attempt, outcome, detail }) => [attempt, outcome, detail])).toEqual([
    [1, "retry", "busy"],
    [2, "uncertain", "no answer"],
    [3, "found", "77"],
  ]);
  const { botId } = last;
  expect(await attributedMessageIds(world.db, { botId, dialogId: "1", conversationId })).toEqual(new Set(["77"]));
});

test("only replies of the dialog that have not left are taken back", async () => {
  const [mine, other] = [newId(), newId()];
  await put(reply("sent", "1", mine), reply("sending", "2", mine), reply("doubt", "3", mine));
  await settleEffect(world.db, await claimed(), SENT);
  await claimed();
  await settleEffect(world.db, await claimed(), DOUBT);
  const handOver = { kind: "chat.hand_over", dialogId: "chat1", chatId: "1" } as const;
  await put(reply("ready", "4", mine), reply("other", "5", other), newEffect("hand-over", handOver, "6", mine));

  expect(await cancelReplies(world.db, mine)).toBe(1);
  const rows = await world.db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq));
  expect(rows.map(({ key, status }) => `${key}: ${status}`)).toEqual([
    "sent: sent",
    "sending: sending",
    "doubt: uncertain",
    "ready: cancelled",
    "other: ready",
    "hand-over: ready",
  ]);
});

test("a reply is either taken back or sent, however close the two come", async () => {
  const mine = newId();
  await put(...Array.from({ length: 20 }, (_, index) => reply(`r${index}`, String(index), mine)));
  const [cancelled, ...claims] = await Promise.all([
    cancelReplies(world.db, mine),
    ...Array.from({ length: 10 }, claim),
  ]);
  const sending = claims.filter((effect) => effect !== null);
  expect(new Set(sending.map((effect) => effect.id)).size).toBe(sending.length);
  expect(cancelled + (await world.db.$count(outboxEffect, eq(outboxEffect.status, "sending")))).toBe(20);
  expect(await world.db.$count(outboxEffect, eq(outboxEffect.status, "sending"))).toBe(sending.length);
});
