import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { outboxEffect, type OutboxEffect } from "../schema/outbox-effect.ts";
import { REPLIES, reply } from "../testing/effects.ts";
import { createWorld, type World } from "../testing/world.ts";
import { claimEffects, type DeliveryOutcome, markAbandoned, putEffects, settleEffect } from "../index.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

/** What the outbox must know of an effect, in order of putting. */
type Entry = { key: string; lane: string; status: OutboxEffect["status"]; attempt: number; isLeased: boolean };
type Model = { entries: Entry[] };
/** The rows that claimers were given; a stale one stays in its hand. */
type Real = { hands: OutboxEffect[]; sent: string[] };

const OPEN = ["ready", "sending", "uncertain"];
const OUTCOMES: Record<"sent" | "retry" | "dead" | "uncertain", DeliveryOutcome> = {
  sent: { kind: "sent", externalId: null, via: "answer" },
  retry: { kind: "retry", error: "busy", inMs: 0 },
  dead: { kind: "dead", error: "refused" },
  uncertain: { kind: "uncertain", error: "no answer", lookInMs: 0, hasLooked: false },
};
const STATUS_AFTER = { sent: "sent", retry: "ready", dead: "dead", uncertain: "uncertain" } as const;

class Put implements fc.AsyncCommand<Model, Real> {
  readonly name: string;
  readonly lane: string;
  readonly mayLeave: boolean;
  constructor(name: string, lane: string, mayLeave: boolean) {
    this.name = name;
    this.lane = lane;
    this.mayLeave = mayLeave;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const key = `${this.lane}-${this.name}`;
    const isNew = !model.entries.some((entry) => entry.key === key);
    const isFree = !model.entries.some(({ lane, status }) => lane === this.lane && OPEN.includes(status));
    const leaves = isNew && isFree && this.mayLeave;
    const put = await putEffects(world.db, [reply(key, this.lane)], this.mayLeave ? REPLIES : []);
    const [status, attempt] = leaves ? (["sending", 1] as const) : (["ready", 0] as const);
    expect(put).toMatchObject(isNew ? [{ key, status, attempt }] : []);
    if (isNew) model.entries.push({ key, lane: this.lane, status, attempt, isLeased: leaves });
    if (leaves) real.hands.push(...put);
  }
  toString = () => `put ${this.lane}-${this.name}${this.mayLeave ? ", leaving" : ""}`;
}

class Claim implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const open = model.entries.filter((entry) => OPEN.includes(entry.status));
    const expected = open.find(
      (entry) =>
        entry.status !== "sending" && !entry.isLeased && open.find((other) => other.lane === entry.lane) === entry,
    );
    const [row] = (await claimEffects(world.db, { kinds: REPLIES, limit: 1 })).effects;
    expect(row?.key).toBe(expected?.key);
    if (!row || !expected) return;
    if (expected.status === "ready") expected.status = "sending";
    expected.attempt += 1;
    expected.isLeased = true;
    expect(row).toMatchObject({ status: expected.status, attempt: expected.attempt });
    real.hands.push(row);
  }
  toString = () => "claim";
}

/** Any claimer speaks, also one whose lease ran out long ago. */
class Settle implements fc.AsyncCommand<Model, Real> {
  readonly hand: number;
  readonly kind: keyof typeof OUTCOMES;
  constructor(hand: number, kind: keyof typeof OUTCOMES) {
    this.hand = hand;
    this.kind = kind;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const row = real.hands[this.hand % Math.max(real.hands.length, 1)];
    if (!row) return;
    const entry = model.entries.find(({ key }) => key === row.key) as Entry; // safe: hands hold only what was put
    const isHis = entry.attempt === row.attempt && ["sending", "uncertain"].includes(entry.status);
    expect(await settleEffect(world.db, row, OUTCOMES[this.kind])).toBe(isHis);
    if (!isHis) return;
    entry.status = STATUS_AFTER[this.kind];
    entry.isLeased = false;
    if (this.kind === "sent") real.sent.push(entry.key);
  }
  toString = () => `settle hand ${this.hand} as ${this.kind}`;
}

class ExpireLeases implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model): Promise<void> {
    await world.db
      .update(outboxEffect)
      .set({ leaseUntil: sql`now() - interval '1 second'` })
      .where(sql`lease_until is not null`);
    const abandoned = model.entries.filter((entry) => entry.status === "sending");
    expect(await markAbandoned(world.db)).toBe(abandoned.length);
    for (const entry of abandoned) entry.status = "uncertain";
    for (const entry of model.entries) entry.isLeased = false;
  }
  toString = () => "leases run out";
}

const commands = fc.commands(
  [
    fc
      .tuple(fc.constantFrom("1", "2", "3", "4"), fc.constantFrom("A", "B"), fc.boolean())
      .map(([name, lane, mayLeave]) => new Put(name, lane, mayLeave)),
    fc.constant(new Claim()),
    fc.constant(new Claim()),
    fc
      .tuple(fc.nat({ max: 9 }), fc.constantFrom(...(["sent", "retry", "dead", "uncertain"] as const)))
      .map(([hand, kind]) => new Settle(hand, kind)),
    fc.constant(new ExpireLeases()),
  ],
  { maxCommands: 40, size: "max" },
);

test("whatever is put, claimed, settled, left hanging or said too late: one is under way in a lane, in order, sent once", async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      await world.db.delete(outboxEffect);
      const real: Real = { hands: [], sent: [] };
      const model: Model = { entries: [] };
      await fc.asyncModelRun(() => ({ model, real }), sequence);

      const rows = await world.db.select().from(outboxEffect).orderBy(outboxEffect.seq);
      expect(rows.map(({ key, status, attempt }) => ({ key, status, attempt }))).toEqual(
        model.entries.map(({ key, status, attempt }) => ({ key, status, attempt })),
      );
      expect(new Set(real.sent).size).toBe(real.sent.length);
      for (const lane of ["A", "B"]) {
        const inLane = rows.filter((row) => row.lane === lane);
        expect(inLane.filter((row) => row.status === "sending").length).toBeLessThanOrEqual(1);
        const firstOpen = inLane.findIndex((row) => OPEN.includes(row.status));
        const left = inLane.slice(firstOpen + 1).filter((row) => firstOpen !== -1 && row.attempt > 0);
        expect(left).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);
