import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { inboxEvent, type InboxEvent } from "../schema/inbox-event.ts";
import { messageEvent } from "../testing/events.ts";
import { createWorld, type World } from "../testing/world.ts";
import { claimEvents, type ClaimedEvent } from "./claim-events.ts";
import { keepEvents } from "./inbox.ts";
import { failEvent, holdEvent, reapEvents, releaseEvents } from "./settle-event.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const DEATHS = 2;

/** What the inbox must know of an event, in order of arrival. */
type Entry = {
  key: string;
  lane: string;
  status: InboxEvent["status"];
  attempts: number;
  deaths: number;
  isLate: boolean;
};
type Model = { entries: Entry[] };
/** The runs that were given out; one of a dead or frozen process stays in its hand. `handled` are the runs that counted. */
type Real = { hands: ClaimedEvent[]; handled: string[] };
type Command = fc.AsyncCommand<Model, Real>;

const command = (name: string, run: Command["run"]): Command => ({ check: () => true, run, toString: () => name });

const keep = (name: string, lane: string) =>
  command(`keep ${lane}-${name}`, async (model) => {
    const key = `${lane}-${name}`;
    const isNew = !model.entries.some((entry) => entry.key === key);
    expect(await keepEvents(world.db, [messageEvent(key, lane)], { source: "webhook" })).toEqual(isNew ? [key] : []);
    if (isNew) model.entries.push({ key, lane, status: "waiting", attempts: 0, deaths: 0, isLate: false });
  });

const claim = (limit: number) =>
  command(`claim ${limit}`, async (model, real) => {
    const heads = model.entries.filter(
      (entry) =>
        entry.status === "waiting" &&
        !entry.isLate &&
        model.entries.find(({ lane, status }) => lane === entry.lane && status === "waiting") === entry &&
        !model.entries.some(({ lane, status }) => lane === entry.lane && status === "running"),
    );
    const [suspect] = heads.filter(({ deaths }) => deaths > 0);
    const expected = [...heads.filter(({ deaths }) => deaths === 0).slice(0, limit), ...(suspect ? [suspect] : [])];
    const { events } = await claimEvents(world.db, { limit });
    expect(events.map(textOf).toSorted()).toEqual(expected.map(({ key }) => key).toSorted());
    for (const entry of expected) {
      entry.status = "running";
      entry.attempts += 1;
    }
    real.hands.push(...events);
  });

type Word = "finish" | "retry" | "kill" | "release" | "handle and crash";

/** Anybody who was given a run speaks, also one who was frozen until long after the lease. */
const speak = (hand: number, word: Word) =>
  command(`hand ${hand}: ${word}`, async (model, real) => {
    const run = real.hands[hand % Math.max(real.hands.length, 1)];
    if (run === undefined) return;
    const entry = model.entries.find(({ key }) => key === textOf(run)) as Entry; // safe: hands hold only what was kept
    const isHis = entry.status === "running" && entry.attempts === run.attempts;
    expect(await say(run, word)).toBe(isHis);
    if (!isHis) return;
    if (word === "finish") {
      entry.status = "done";
      real.handled.push(entry.key);
    }
    if (word === "kill") entry.status = "dead";
    if (word === "retry") [entry.status, entry.isLate] = ["waiting", true];
    if (word === "release") entry.status = "waiting";
  });

async function say(run: ClaimedEvent, word: Word): Promise<boolean> {
  switch (word) {
    case "finish":
      return await world.db
        .transaction(async (tx) => {
          await holdEvent(tx, run);
          return true;
        })
        .catch(() => false);
    case "handle and crash":
      return await world.db
        .transaction(async (tx) => {
          await holdEvent(tx, run);
          throw new Error("crash");
        })
        .catch((error: Error) => error.message === "crash");
    case "retry":
      return await failEvent(world.db, run, { error: "no", retryInMs: 3_600_000 });
    case "kill":
      return await failEvent(world.db, run, { error: "never", retryInMs: null });
    case "release": {
      const before = await statusOf(run);
      await releaseEvents(world.db, [run]);
      return before === "running" && (await statusOf(run)) === "waiting";
    }
  }
}

const becomeDue = command("what was late is due", async (model) => {
  await world.db.update(inboxEvent).set({ runAt: sql`now()` });
  for (const entry of model.entries) entry.isLate = false;
});

const leasesEnd = command("leases end", async (model) => {
  await world.db
    .update(inboxEvent)
    .set({ leaseUntil: sql`now() - interval '1 second'` })
    .where(sql`lease_until is not null`);
  await reapEvents(world.db, { deaths: DEATHS, spreadMs: 0 });
  for (const entry of model.entries) {
    if (entry.status !== "running") continue;
    entry.deaths += 1;
    entry.status = entry.deaths >= DEATHS ? "dead" : "waiting";
  }
});

const textOf = ({ body }: ClaimedEvent) => ("message" in body ? body.message.text : "");

async function statusOf({ id }: ClaimedEvent): Promise<string | undefined> {
  const rows = await world.db.execute<{ status: string }>(sql`select status from inbox_event where id = ${id}`);
  return rows[0]?.status;
}

const WORDS: readonly Word[] = ["finish", "finish", "retry", "kill", "release", "handle and crash"];
const commands = fc.commands(
  [
    fc
      .tuple(fc.constantFrom("1", "2", "3", "4"), fc.constantFrom("A", "B", "C"))
      .map(([name, lane]) => keep(name, lane)),
    fc.integer({ min: 1, max: 3 }).map(claim),
    fc.constant(claim(2)),
    fc.tuple(fc.nat({ max: 9 }), fc.constantFrom(...WORDS)).map(([hand, word]) => speak(hand, word)),
    fc.constantFrom(becomeDue, leasesEnd),
  ],
  { maxCommands: 40, size: "max" },
);

test("whatever is kept twice, claimed, broken off, given back or said too late: one runs in a lane, in order, handled once", async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      await world.db.delete(inboxEvent);
      const real: Real = { hands: [], handled: [] };
      const model: Model = { entries: [] };
      await fc.asyncModelRun(() => ({ model, real }), sequence);

      const rows = await world.db.select().from(inboxEvent).orderBy(inboxEvent.seq);
      const of = ({ status, attempts, deaths }: InboxEvent | Entry) => ({ status, attempts, deaths });
      expect(rows.map(of)).toEqual(model.entries.map(of));
      expect(new Set(real.handled).size).toBe(real.handled.length);
      for (const lane of ["A", "B", "C"]) {
        const handled = real.handled.filter((key) => key.startsWith(lane));
        expect(handled).toEqual(model.entries.map(({ key }) => key).filter((key) => handled.includes(key)));
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
