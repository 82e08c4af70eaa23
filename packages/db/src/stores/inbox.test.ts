import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { connect, type Transaction } from "../client.ts";
import { inboxEvent } from "../schema/inbox-event.ts";
import { messageEvent } from "../testing/events.ts";
import { createWorld, type World } from "../testing/world.ts";
import { claimEvent, failEvent, finishEvent, keepEvents, nextEventInMs } from "./inbox.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
beforeEach(() => world.db.delete(inboxEvent));
afterAll(() => world.close());

const keep = (...events: ReturnType<typeof messageEvent>[]) => keepEvents(world.db, events);
const claimKey = async (tx: Transaction) => (await claimEvent(tx))?.dedupeKey ?? null;
/** The key of what a worker would get now; it lets go at once. */
const peek = () => world.db.transaction(claimKey);
/** Takes the next event to its end. */
const run = () =>
  world.db.transaction(async (tx) => {
    const event = await claimEvent(tx);
    if (event) await finishEvent(tx, event.id);
    return event?.dedupeKey ?? null;
  });
const idOf = async (key: string) =>
  (await world.db.select().from(inboxEvent).where(eq(inboxEvent.dedupeKey, key)))[0]?.id ?? "";

describe("an event delivered twice is kept once", () => {
  test("in two calls", async () => {
    expect(await keep(messageEvent("a"))).toBe(1);
    expect(await keep(messageEvent("a"))).toBe(0);
  });

  test("in one call", async () => {
    expect(await keep(messageEvent("a"), messageEvent("a"), messageEvent("b"))).toBe(2);
  });

  test("by many connections at once", async () => {
    const counts = await Promise.all(Array.from({ length: 30 }, () => keep(messageEvent("a"), messageEvent("b"))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await world.db.$count(inboxEvent)).toBe(2);
  });

  test("after it was handled", async () => {
    await keep(messageEvent("a"));
    await run();
    expect(await keep(messageEvent("a"))).toBe(0);
    expect(await run()).toBeNull();
  });
});

describe("a lane", () => {
  test("is held by the worker on its head, while other lanes go on", async () => {
    await keep(messageEvent("a1", "A"), messageEvent("a2", "A"), messageEvent("b1", "B"), messageEvent("b2", "B"));
    await world.db.transaction(async (first) => {
      expect(await claimKey(first)).toBe("a1");
      await world.db.transaction(async (second) => {
        expect(await claimKey(second)).toBe("b1");
        expect(await peek()).toBeNull();
      });
    });
  });

  test("runs one event at a time even when an earlier one appears under way", async () => {
    const commit = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const slow = world.db.transaction(async (tx) => {
      await keepEvents(tx, [messageEvent("first", "A")]);
      written.resolve();
      await commit.promise;
    });
    await written.promise;
    await keep(messageEvent("second", "A"), messageEvent("other", "B"));
    await world.db.transaction(async (worker) => {
      expect(await claimKey(worker)).toBe("second");
      commit.resolve();
      await slow;
      expect(await peek()).toBe("other");
    });
  });

  test("gives its event back when the worker's transaction is rolled back", async () => {
    await keep(messageEvent("a1"));
    const crash = world.db.transaction(async (tx) => {
      await finishEvent(tx, (await claimEvent(tx))?.id ?? "");
      throw new Error("crash");
    });
    await expect(crash).rejects.toThrow("crash");
    expect(await peek()).toBe("a1");
  });

  test("gives its event back when the worker's connection dies", async () => {
    await keep(messageEvent("a1"));
    const worker = connect(world.url, { applicationName: "dying-worker" });
    const dying = worker.db.transaction(async (tx) => {
      await claimEvent(tx);
      await world.cut("dying-worker");
      await new Promise(() => {});
    });
    await expect(dying).rejects.toThrow();
    await expect.poll(peek).toBe("a1");
    await worker.close();
  });

  test("waits behind a failed head until that runs again", async () => {
    await keep(messageEvent("a1", "A"), messageEvent("a2", "A"), messageEvent("b1", "B"));
    await failEvent(world.db, await idOf("a1"), { error: "no", retryInMs: 60_000 });
    expect([await run(), await run()]).toEqual(["b1", null]);
    await world.db.update(inboxEvent).set({ runAt: sql`now()` });
    expect([await run(), await run()]).toEqual(["a1", "a2"]);
  });

  test("goes on after a dead letter", async () => {
    await keep(messageEvent("a1"), messageEvent("a2"));
    await failEvent(world.db, await idOf("a1"), { error: "never", retryInMs: null });
    expect(await run()).toBe("a2");
    const [dead] = await world.db.select().from(inboxEvent).where(eq(inboxEvent.status, "dead"));
    expect(dead).toMatchObject({ dedupeKey: "a1", attempts: 1, lastError: "never", settledAt: expect.any(Date) });
  });

  test("takes a failure noted too late for nothing", async () => {
    await keep(messageEvent("a1"));
    const id = await idOf("a1");
    await run();
    await failEvent(world.db, id, { error: "late", retryInMs: 0 });
    expect(await peek()).toBeNull();
  });
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
      await world.db.transaction(async (tx) => {
        const event = await claimEvent(tx);
        if (!event) return;
        await finishEvent(tx, event.id);
        // Within the claim, so that the order seen is the order of the work.
        done.push(event.dedupeKey);
      });
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));

  expect(done).toHaveLength(60);
  for (const lane of lanes) {
    const inLane = done.filter((key) => key.startsWith(lane));
    expect(inLane).toEqual(inLane.toSorted());
  }
});

describe("the time until the next event", () => {
  test("is unknown when none waits, and nothing when one may run", async () => {
    expect(await nextEventInMs(world.db)).toBeNull();
    await keep(messageEvent("a1"));
    expect(await nextEventInMs(world.db)).toBe(0);
  });

  test("is that of the failed head, whatever stands behind it", async () => {
    await keep(messageEvent("a1"), messageEvent("a2"));
    await failEvent(world.db, await idOf("a1"), { error: "no", retryInMs: 60_000 });
    const ms = await nextEventInMs(world.db);
    expect(ms).toBeGreaterThan(50_000);
    expect(ms).toBeLessThanOrEqual(60_000);
  });
});
