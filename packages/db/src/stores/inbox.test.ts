import { eq, lt, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { inboxEvent } from "../schema/inbox-event.ts";
import { endRun, messageEvent } from "../testing/events.ts";
import { createWorld, type World } from "../testing/world.ts";
import { claimEvents, type ClaimedEvent, type EventClaim } from "./claim-events.ts";
import { keepEvents } from "./inbox.ts";
import type { LaneRound } from "./lane-round.ts";
import { failEvent, holdEvent, reapEvents, releaseEvents } from "./settle-event.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
beforeEach(() => world.db.delete(inboxEvent));
afterAll(() => world.close());

const keep = (...events: ReturnType<typeof messageEvent>[]) => keepEvents(world.db, events, { source: "webhook" });
const claim = async (limit = 10) => (await claimEvents(world.db, { limit })).events;
const textOf = ({ body }: ClaimedEvent) => ("message" in body ? body.message.text : "");
const texts = async (limit = 10) => (await claim(limit)).map(textOf);
const one = async (): Promise<ClaimedEvent> => {
  const [event] = await claim(1);
  if (event === undefined) throw new Error("nothing could be claimed");
  return event;
};
/** Takes the next event to its end. */
const run = async () => {
  const [event] = await claim(1);
  if (event) await endRun(world.db, event);
  return event ? textOf(event) : null;
};
const row = async (key: string) => (await world.db.select().from(inboxEvent).where(eq(inboxEvent.dedupeKey, key)))[0];

describe("an event delivered twice is kept once", () => {
  test("in two calls", async () => {
    expect(await keep(messageEvent("a"))).toEqual(["a"]);
    expect(await keep(messageEvent("a"))).toEqual([]);
  });

  test("in one call", async () => {
    expect(await keep(messageEvent("a"), messageEvent("a"), messageEvent("b"))).toEqual(["a", "b"]);
  });

  test("by many connections at once", async () => {
    const kept = await Promise.all(Array.from({ length: 30 }, () => keep(messageEvent("a"), messageEvent("b"))));
    expect(kept.flat().toSorted()).toEqual(["a", "b"]);
    expect(await world.db.$count(inboxEvent)).toBe(2);
  });

  test("after it was handled", async () => {
    await keep(messageEvent("a"));
    await run();
    expect(await keep(messageEvent("a"))).toEqual([]);
    expect(await run()).toBeNull();
  });
});

test("what nobody wants is ended by the claim that meets it, and holds no place and no other lane", async () => {
  const unwanted = (key: string, dialogId: string) => {
    const keyed = messageEvent(key, dialogId);
    const { message: _message, ...event } = keyed.event as Extract<typeof keyed.event, { kind: "message.added" }>;
    return { ...keyed, event: { ...event, kind: "message.deleted" as const, messageId: "1" } };
  };
  await keep(messageEvent("a", "A"), ...["x", "y"].map((key) => unwanted(key, "B")), messageEvent("b", "B"));
  const ask = () => claimEvents(world.db, { limit: 1, unwanted: ["message.deleted", "reaction.changed"] });
  const first = await ask();
  expect([first.events.map(textOf), first.ended]).toEqual([["a"], { count: 1, hasNext: true }]);
  const second = await ask();
  expect([second.events, second.ended]).toEqual([[], { count: 1, hasNext: true }]);
  const third = await ask();
  expect([third.events.map(textOf), third.ended]).toEqual([["b"], { count: 0, hasNext: false }]);
  expect(await row("x")).toMatchObject({ status: "ignored", attempts: 1, leaseUntil: null });
  expect((await row("x"))?.settledAt).not.toBeNull();
});

test("what is kept comes back as it was, whatever letters are in it", async () => {
  const text = `"quoted" \\back\\slash {braces},commas 'single' NULL \u2028 🙂 עברית`;
  await keep(messageEvent(text));
  expect(await texts()).toEqual([text]);
});

describe("a lane", () => {
  test("gives only its head, while other lanes go on", async () => {
    await keep(messageEvent("a1", "A"), messageEvent("a2", "A"), messageEvent("b1", "B"), messageEvent("b2", "B"));
    expect(await texts()).toEqual(["a1", "b1"]);
    expect(await texts()).toEqual([]);
  });

  test("runs one event at a time even when an earlier one appears under way", async () => {
    const commit = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const slow = world.db.transaction(async (tx) => {
      await keepEvents(tx, [messageEvent("first", "A")], { source: "webhook" });
      written.resolve();
      await commit.promise;
    });
    await written.promise;
    await keep(messageEvent("second", "A"), messageEvent("other", "B"));
    expect(await texts()).toEqual(["second", "other"]);
    commit.resolve();
    await slow;
    expect(await texts()).toEqual([]);
  });

  test("waits behind a failed head until that runs again", async () => {
    await keep(messageEvent("a1", "A"), messageEvent("a2", "A"), messageEvent("b1", "B"));
    await failEvent(world.db, await one(), { error: "no", retryInMs: 60_000 });
    expect([await run(), await run()]).toEqual(["b1", null]);
    await world.db.update(inboxEvent).set({ runAt: sql`now()` });
    expect([await run(), await run()]).toEqual(["a1", "a2"]);
  });

  test("goes on after a dead letter", async () => {
    await keep(messageEvent("a1"), messageEvent("a2"));
    await failEvent(world.db, await one(), { error: "never", retryInMs: null });
    expect(await run()).toBe("a2");
    expect(await row("a1")).toMatchObject({ status: "dead", attempts: 1, lastError: "never" });
  });
});

describe("a run whose lease ran out", () => {
  const expire = () => world.db.update(inboxEvent).set({ leaseUntil: sql`now() - interval '1 second'` });
  const reap = () => reapEvents(world.db, { deaths: 2, spreadMs: 0 });

  test("is given to another, and the late word of the first is void", async () => {
    await keep(messageEvent("a"));
    const first = await one();
    await expire();
    expect(await reap()).toEqual({ returned: 1, dead: 0 });
    const second = await one();
    expect(await endRun(world.db, first)).toBe(false);
    expect(await failEvent(world.db, first, { error: "late", retryInMs: null })).toBe(false);
    await releaseEvents(world.db, [first]);
    await expect(world.db.transaction((tx) => holdEvent(tx, first))).rejects.toMatchObject({ code: "conflict" });
    expect(await endRun(world.db, second)).toBe(true);
  });

  test("becomes a dead letter when as many processes died of it as may", async () => {
    await keep(messageEvent("a"));
    for (const expected of [
      { returned: 1, dead: 0 },
      { returned: 0, dead: 1 },
    ]) {
      await one();
      await expire();
      expect(await reap()).toEqual(expected);
    }
    expect(await row("a")).toMatchObject({ status: "dead", attempts: 2 });
  });

  test("is not touched while it lasts", async () => {
    await keep(messageEvent("a"));
    await one();
    expect(await reap()).toEqual({ returned: 0, dead: 0 });
  });
});

test("an event given back may run at once, and the run does not count", async () => {
  await keep(messageEvent("a"));
  await releaseEvents(world.db, [await one()]);
  expect(await one()).toMatchObject({ attempts: 2, failures: 0 });
});

test("an event given back twice by the same run is not taken from the next one", async () => {
  await keep(messageEvent("a"));
  const first = await one();
  await releaseEvents(world.db, [first]);
  const second = await one();
  await releaseEvents(world.db, [first]);
  expect(await endRun(world.db, second)).toBe(true);
});

test("a portal with many lanes leaves the others their share of each claim", async () => {
  const noisy = Array.from({ length: 400 }, (_, index) => messageEvent(`n${index}`, `noisy${index}`));
  const quiet = messageEvent("quiet");
  quiet.event.portalId = "01900000-0000-7000-8000-00000000ffff";
  await keep(...noisy, quiet);
  expect(await texts(2)).toEqual(["n0", "quiet"]);
});

test("claims that go round reach every lane of every portal", async () => {
  const events = Array.from({ length: 900 }, (_, index) => {
    const event = messageEvent(`e${index}`, `d${index}`);
    event.event.portalId = `01900000-0000-7000-8000-${String(index % 30).padStart(12, "0")}`;
    return event;
  });
  await keep(...events);
  const seen = new Set<string>();
  let after: LaneRound | null = null;
  for (let claims = 0; claims < 60 && seen.size < events.length; claims++) {
    const claimed = await claimEvents(world.db, { limit: 50, after });
    for (const event of claimed.events) seen.add(textOf(event));
    for (const event of claimed.events) await endRun(world.db, event);
    after = claimed.next;
  }
  expect(seen.size).toBe(events.length);
});

test("lanes that have to wait do not hide the others of their portal, however many they are", async () => {
  const name = (index: number) => `d${String(index).padStart(3, "0")}`;
  await keep(...Array.from({ length: 700 }, (_, index) => messageEvent(name(index), name(index))));
  await world.db
    .update(inboxEvent)
    .set({ runAt: sql`now() + interval '1 hour'` })
    .where(lt(inboxEvent.dedupeKey, name(600)));
  const seen: string[] = [];
  let after: LaneRound | null = null;
  do {
    const claimed: EventClaim = await claimEvents(world.db, { limit: 50, after });
    seen.push(...claimed.events.map(textOf));
    after = claimed.next;
  } while (after !== null || seen.length < 100);
  expect(seen.toSorted()).toEqual(Array.from({ length: 100 }, (_, index) => name(600 + index)));
});

test("six workers side by side run every event once and each lane in order", async () => {
  const lanes = ["A", "B", "C", "D"];
  const events = Array.from({ length: 60 }, (_, index) => {
    const lane = lanes[index % lanes.length] ?? "A";
    return messageEvent(`${lane}${String(index).padStart(2, "0")}`, lane);
  });
  await keep(...events);
  const done: string[] = [];
  const work = async () => {
    while (done.length < events.length) {
      for (const event of await claim(3)) {
        // Before it is finished, so that the order seen is the order of the work.
        done.push(textOf(event));
        await endRun(world.db, event);
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));

  expect(done).toHaveLength(60);
  for (const lane of lanes) {
    const inLane = done.filter((key) => key.startsWith(lane));
    expect(inLane).toEqual(inLane.toSorted());
  }
});
