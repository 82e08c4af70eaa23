import { newId } from "@botdeck/core/ids";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { gatewayBeat, outage } from "../schema/outage.ts";
import { messageEvent } from "../testing/events.ts";
import { createWorld, type World } from "../testing/world.ts";
import { beat, stopBeat } from "./gateway-beats.ts";
import { noticeGatewayOutages } from "./gateway-outages.ts";
import { keepEvents } from "./inbox.ts";
import {
  askForRecovery,
  closeOutage,
  keepFindings,
  listOutages,
  outagesToRecover,
  noteDatabaseOutage,
} from "./outages.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  await world.db.delete(gatewayBeat);
  await world.db.delete(outage);
});
afterAll(() => world.close());

const RECENT = { withinHours: 24, limit: 10 };
const NOTHING = { kept: 0, spooled: 0, refused: 0, spoolRecords: 0 };

/** Lets so many seconds pass for all that is written down so far. */
async function pass(seconds: number): Promise<void> {
  const step = sql`${seconds}::int * interval '1 second'`;
  await world.db.update(gatewayBeat).set({
    startedAt: sql`started_at - ${step}`,
    beatAt: sql`beat_at - ${step}`,
    stoppedAt: sql`stopped_at - ${step}`,
  });
  await world.db.update(outage).set({ beganAt: sql`began_at - ${step}`, endedAt: sql`ended_at - ${step}` });
}

/** Says that a gateway lives, and has done nothing since it last told. */
async function sayAlive(id: string): Promise<void> {
  const [told] = await world.db.select().from(gatewayBeat).where(eq(gatewayBeat.id, id));
  await beat(world.db, id, told ?? NOTHING);
}

/** Beats every 2 s for so many seconds. */
async function live(gatewayIds: readonly string[], seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 2) {
    for (const id of gatewayIds) await sayAlive(id);
    await pass(2);
  }
}

/** Looks as the worker does, which is twice. */
async function look(): Promise<{ kind: string; state: string; seconds: number | null }[]> {
  await noticeGatewayOutages(world.db, await noticeGatewayOutages(world.db, null));
  const rows = await listOutages(world.db, RECENT);
  return rows.map(({ kind, state, beganAt, endedAt }) => {
    const seconds = endedAt === null ? null : Math.round((endedAt.getTime() - beganAt.getTime()) / 1000);
    return { kind, state, seconds };
  });
}

describe("of gateways", () => {
  test("none is seen while one of them lives, nor before the first one came", async () => {
    expect(await look()).toEqual([]);
    const [one, other] = [newId(), newId()];
    await live([one, other], 20);
    await live([other], 60);
    expect(await look()).toEqual([]);
  });

  test("a rolling restart with overlap is none", async () => {
    const [old, next] = [newId(), newId()];
    await live([old], 10);
    await live([old, next], 4);
    await stopBeat(world.db, old);
    await live([next], 30);
    expect(await look()).toEqual([]);
  });

  test.each(["killed", "stopped in order"])("one that is %s and comes back a minute later is one", async (how) => {
    const [first, second] = [newId(), newId()];
    await live([first], 6);
    if (how === "stopped in order") await stopBeat(world.db, first);
    await pass(60);
    expect(await look()).toEqual([{ kind: "gateway", state: "open", seconds: null }]);
    await live([second], 2);
    const seconds = how === "killed" ? 62 : 60;
    expect(await look()).toEqual([{ kind: "gateway", state: "recovering", seconds }]);
  });

  test("two that come back together, seen by two processes at once, make one", async () => {
    await live([newId(), newId()], 6);
    await pass(60);
    await live([newId(), newId()], 4);
    await Promise.all(Array.from({ length: 8 }, () => noticeGatewayOutages(world.db, null)));
    expect(await look()).toEqual([{ kind: "gateway", state: "recovering", seconds: 62 }]);
  });

  test("one without its database for a minute is none, although another one started meanwhile", async () => {
    const [one, other] = [newId(), newId()];
    await live([one], 6);
    await pass(60);
    await beat(world.db, other, NOTHING);
    expect(await look()).toMatchObject([{ state: "recovering" }]);
    expect(await outagesToRecover(world.db)).toEqual([]);
    await beat(world.db, one, NOTHING);
    expect(await look()).toEqual([]);
  });

  test("one that started without its database counts from its start, and not from its first word", async () => {
    await live([newId()], 6);
    await pass(60);
    await beat(world.db, newId(), NOTHING, 40_000);
    expect(await look()).toEqual([{ kind: "gateway", state: "recovering", seconds: 22 }]);
  });

  test("one that was looked into stays as it is", async () => {
    await live([newId()], 6);
    await pass(60);
    await live([newId()], 20);
    await look();
    const [next] = await outagesToRecover(world.db);
    await closeOutage(world.db, next?.id ?? "");
    expect(await look()).toMatchObject([{ state: "closed" }]);
    expect(await outagesToRecover(world.db)).toEqual([]);
  });
});

describe("of the database", () => {
  const period = { beganAgoMs: 60_000, endedAgoMs: 5_000, takenIn: 400, refused: 0 };

  test("one is told by two gateways, and nothing of it has to be looked for", async () => {
    await Promise.all([
      noteDatabaseOutage(world.db, period),
      noteDatabaseOutage(world.db, { ...period, beganAgoMs: 62_000, takenIn: 12 }),
    ]);
    expect(await look()).toEqual([{ kind: "database", state: "closed", seconds: 57 }]);
    expect(await listOutages(world.db, RECENT)).toMatchObject([{ takenIn: 412, refused: 0 }]);
  });

  test("one in which posts were refused is looked into, also when that is told late", async () => {
    await noteDatabaseOutage(world.db, period);
    await noteDatabaseOutage(world.db, { ...period, refused: 3 });
    await pass(10);
    expect(await outagesToRecover(world.db)).toMatchObject([{ kind: "database", takenIn: 800, refused: 3 }]);
  });

  test("posts that are refused while it is looked into already make another one, which is looked into as well", async () => {
    await noteDatabaseOutage(world.db, { ...period, refused: 1 });
    await pass(10);
    const [begun] = await outagesToRecover(world.db);
    await noteDatabaseOutage(world.db, { beganAgoMs: 2_000, endedAgoMs: 0, takenIn: 0, refused: 1 });
    await closeOutage(world.db, begun?.id ?? "");
    await pass(10);
    expect(await outagesToRecover(world.db)).toMatchObject([{ kind: "database", refused: 1 }]);
  });

  test("one is seen by what a gateway says that was silent, and a busy moment is none", async () => {
    const id = newId();
    await live([id], 6);
    await beat(world.db, id, { ...NOTHING, spooled: 5 });
    await live([id], 4);
    expect(await look()).toEqual([]);
    await pass(60);
    await beat(world.db, id, { ...NOTHING, spooled: 5 + 812 });
    expect(await look()).toEqual([{ kind: "database", state: "closed", seconds: 62 }]);
    expect(await listOutages(world.db, RECENT)).toMatchObject([{ takenIn: 812, refused: 0 }]);
  });

  test("posts that were refused are looked for, however short it was", async () => {
    const id = newId();
    await live([id], 6);
    await beat(world.db, id, { ...NOTHING, refused: 2 });
    expect(await look()).toMatchObject([{ kind: "database", state: "recovering" }]);
  });

  test("two that lie apart are two", async () => {
    await noteDatabaseOutage(world.db, { ...period, beganAgoMs: 300_000, endedAgoMs: 200_000 });
    await noteDatabaseOutage(world.db, period);
    expect(await look()).toHaveLength(2);
  });
});

test("a time that a person asked for is looked into, and no gateway's life takes it back", async () => {
  await live([newId()], 30);
  const asked = await askForRecovery(world.db, new Date(Date.now() - 60_000));
  await look();
  expect(await outagesToRecover(world.db)).toMatchObject([{ id: asked.id, kind: "asked" }]);
});

test("what was found is added up, and what the portal kept meanwhile counts as taken in from the beginning", async () => {
  const { id, beganAt } = await askForRecovery(world.db, new Date(Date.now() - 60_000));
  await keepFindings(world.db, id, [
    { where: "portal.example chat1", recovered: 2, problem: null },
    { where: "portal.example chat2", recovered: 1, problem: "May not be read" },
  ]);
  const occurredAt = new Date(beganAt.getTime() + 1_000).toISOString();
  const { dedupeKey, event } = messageEvent("fetched");
  await keepEvents(world.db, [{ dedupeKey, event: { ...event, occurredAt } }], { source: "fetch" });
  await keepEvents(world.db, [messageEvent("of another time")], { source: "fetch" });
  expect(await listOutages(world.db, RECENT)).toMatchObject([{ state: "recovering", takenIn: 1 }]);
  await closeOutage(world.db, id);
  expect(await listOutages(world.db, RECENT)).toMatchObject([{ state: "closed", takenIn: 1 }]);
  const [row] = await world.db.select().from(outage).where(eq(outage.id, id));
  expect(row).toMatchObject({ state: "closed", recovered: 3, takenIn: 1, settledAt: expect.any(Date) });
});
