import { newId } from "@botdeck/core/ids";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { OUTCOME_KIND, outcome, outcomeDay, outcomeMonth, outcomeStaleDay, portal } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import type { FigureFilter } from "./figure-filter.ts";
import { figuresBy } from "./figures-by.ts";
import { figuresOf } from "./figures-of.ts";
import { figuresOverTime } from "./figures-over-time.ts";
import { reckonStaleDays } from "./reckon-days.ts";
import { TIME_ERROR } from "./time-buckets.ts";
import { FIGURE, type Figure, type VisitCursor, visitsBehind } from "./visits-behind.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = new Date("2026-11-21T12:00:00Z");
const WHOLE = { from: "2026-07-20", to: "2026-11-21" };
const ANY: FigureFilter = {
  audience: "clients",
  portalId: null,
  botId: null,
  lineId: null,
  intent: null,
  topic: null,
  dialog: null,
  dialogVersion: null,
  language: null,
};
const NOTHING = { cause: null, step: null, atLeastMs: null };

let world: World;
let desks: Desk[];
beforeAll(async () => {
  world = await createWorld();
  desks = [await createDesk(world), await createDesk(world)];
  await world.db
    .update(portal)
    .set({ desk: { timeZone: "Asia/Tokyo" } })
    .where(eq(portal.id, desks[1]?.portalId ?? ""));
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const table of [outcome, outcomeStaleDay, outcomeDay, outcomeMonth]) await world.db.delete(table);
});

type Visit = typeof outcome.$inferInsert;

/** Outcomes of four months, with few values of each kind, so that they meet. */
const Visits = fc.array(
  fc.record({
    desk: fc.nat({ max: 1 }),
    decidedAt: fc.integer({ min: 0, max: 124 * 24 }).map((hours) => new Date(NOW.getTime() - hours * HOUR_MS)),
    lineId: fc.constantFrom("1", "1", "2", null),
    kind: fc.constantFrom(...OUTCOME_KIND),
    cause: fc.constantFrom("silence", "misses"),
    intent: fc.constantFrom("orderStatus", "availability", null),
    step: fc.constantFrom("number", "phone", null),
    language: fc.constantFrom("en", "ru"),
    firstResponseMs: fc.option(fc.integer({ min: 10, max: 100_000 }), { nil: null }),
    humanResponseMs: fc.option(fc.integer({ min: 10, max: 10_000_000 }), { nil: null }),
    rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    backAfterHours: fc.option(fc.integer({ min: 1, max: 168 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 60 },
);
type Made = typeof Visits extends fc.Arbitrary<infer T> ? T : never;

async function write(made: Made): Promise<Visit[]> {
  for (const table of [outcome, outcomeStaleDay, outcomeDay, outcomeMonth]) await world.db.delete(table);
  const visits = made.map(({ desk, backAfterHours, ...visit }): Visit => ({
    ...visit,
    id: newId(),
    portalId: desks[desk]?.portalId ?? "",
    botId: desks[desk]?.botId ?? "",
    conversationId: newId(),
    visitId: newId(),
    topic: "order",
    dialog: "orderStatus",
    dialogVersion: 1,
    beganAt: visit.decidedAt,
    endedAt: visit.decidedAt,
    recontactedAt: backAfterHours === null ? null : new Date(visit.decidedAt.getTime() + backAfterHours * HOUR_MS),
    answers: 1,
  }));
  await world.db.insert(outcome).values(visits);
  while ((await reckonStaleDays(world.db, 7)) > 0);
  return visits;
}

/** The day in the portal's zone. */
const dayOf = (visit: Visit) => {
  const aheadMs = visit.portalId === desks[1]?.portalId ? 9 * HOUR_MS : 0;
  return new Date(visit.decidedAt.getTime() + aheadMs).toISOString().slice(0, 10);
};

const Asked = fc.record({
  period: fc.constantFrom(
    WHOLE,
    { from: "2026-09-01", to: "2026-10-31" },
    { from: "2026-09-15", to: "2026-11-14" },
    { from: "2026-11-15", to: "2026-11-21" },
  ),
  filter: fc.record({
    audience: fc.constantFrom("clients" as const, "staff" as const),
    desk: fc.constantFrom(null, 0, 1),
    intent: fc.constantFrom(null, "", "orderStatus"),
    language: fc.constantFrom(null, "ru"),
  }),
});
type AskedFor = typeof Asked extends fc.Arbitrary<infer T> ? T : never;

function select(visits: readonly Visit[], { period, filter }: AskedFor): Visit[] {
  return visits.filter(
    (visit) =>
      dayOf(visit) >= period.from &&
      dayOf(visit) <= period.to &&
      (filter.audience === "clients") === (visit.lineId !== null) &&
      (filter.desk === null || visit.portalId === desks[filter.desk]?.portalId) &&
      (filter.intent === null || (visit.intent ?? "") === filter.intent) &&
      (filter.language === null || visit.language === filter.language),
  );
}

const filterOf = ({ filter: { desk, ...filter } }: AskedFor): FigureFilter => ({
  ...ANY,
  ...filter,
  portalId: desk === null ? null : (desks[desk]?.portalId ?? null),
});

const isSolved = ({ kind }: Visit) => kind.startsWith("solved");
const isBack = ({ recontactedAt, endedAt }: Visit, withinMs: number) =>
  recontactedAt !== null && recontactedAt !== undefined && recontactedAt.getTime() - endedAt.getTime() <= withinMs;
const isContained = (visit: Visit) =>
  visit.kind === "solved_confirmed" || (visit.kind === "solved_presumed" && !isBack(visit, 72 * HOUR_MS));

/** The same from the raw rows, as one would say it. */
const MEANT: Record<Figure, (visit: Visit) => boolean> = {
  decided: () => true,
  contained: isContained,
  durable: (visit) => isSolved(visit) && !isBack(visit, 7 * DAY_MS),
  solved: isSolved,
  solved_confirmed: ({ kind }) => kind === "solved_confirmed",
  solved_presumed: ({ kind }) => kind === "solved_presumed",
  handed_over: ({ kind }) => kind === "handed_over",
  abandoned: ({ kind }) => kind === "abandoned",
  recontacted: (visit) => isSolved(visit) && isBack(visit, 72 * HOUR_MS),
  returned: (visit) => isSolved(visit) && isBack(visit, 7 * DAY_MS),
  rated: ({ rating }) => rating !== null,
  satisfied: ({ rating }) => (rating ?? 0) >= 4,
  unsatisfied: ({ rating }) => rating !== null && (rating ?? 5) < 4,
  responded: ({ firstResponseMs }) => firstResponseMs !== null,
  human_responded: ({ humanResponseMs }) => humanResponseMs !== null,
};

function quantile(times: readonly (number | null | undefined)[], share: number): number | null {
  const sorted = times.filter((ms) => typeof ms === "number").toSorted((one, other) => one - other);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? null;
}

function expectNear(told: number | null, exact: number | null): void {
  if (exact === null || told === null) return expect(told).toBe(exact);
  expect(Math.abs(told - exact)).toBeLessThanOrEqual(TIME_ERROR * exact + 1);
}

test("figures of any period and filter are those of the raw outcomes, each day in its portal's time zone", async () => {
  await fc.assert(
    fc.asyncProperty(Visits, Asked, async (made, asked) => {
      const visits = select(await write(made), asked);
      const figures = await figuresOf(world.db, filterOf(asked), asked.period, NOW);
      const count = (figure: Figure) => visits.filter(MEANT[figure]).length;
      expect(figures).toMatchObject({
        decided: visits.length,
        contained: count("contained"),
        solved: count("solved"),
        recontacted: count("recontacted"),
        returned: count("returned"),
        rated: count("rated"),
        satisfied: count("satisfied"),
        ratingSum: visits.reduce((sum, { rating }) => sum + (rating ?? 0), 0),
      });
      for (const kind of OUTCOME_KIND) expect(figures.kinds[kind]).toBe(count(kind));
      const over = visits.filter((visit) => dayOf(visit) <= "2026-11-11");
      const durable = { decided: over.length, contained: over.filter(MEANT.durable).length };
      if (asked.period.from <= "2026-11-11") expect(figures.durable).toMatchObject(durable);
      else expect(figures.durable).toBeNull();
      const first = visits.map(({ firstResponseMs }) => firstResponseMs);
      expectNear(figures.firstResponse.p50Ms, quantile(first, 0.5));
      expectNear(figures.firstResponse.p95Ms, quantile(first, 0.95));
      expectNear(
        figures.humanResponse.p95Ms,
        quantile(
          visits.map(({ humanResponseMs }) => humanResponseMs),
          0.95,
        ),
      );
      const audience = asked.filter.audience === "clients" ? "staff" : "clients";
      const others = select(await readAll(), { ...asked, filter: { ...asked.filter, audience } });
      expect(figures.others).toBe(others.length);
    }),
    { numRuns: 25 },
  );
});

test("groups and points in time are parts of the same whole", async () => {
  await fc.assert(
    fc.asyncProperty(Visits, Asked, async (made, asked) => {
      const visits = select(await write(made), asked);
      const filter = filterOf(asked);
      const groups = await figuresBy(world.db, "step", filter, asked.period, { limit: 100 });
      const meant = Map.groupBy(visits, ({ dialog, step }) => JSON.stringify([dialog, step]));
      expect(
        Object.fromEntries(groups.map(({ key, decided, contained }) => [JSON.stringify(key), [decided, contained]])),
      ).toEqual(
        Object.fromEntries([...meant].map(([key, some]) => [key, [some.length, some.filter(isContained).length]])),
      );
      for (const { key, firstResponse } of groups) {
        const some = meant.get(JSON.stringify(key)) ?? [];
        expectNear(
          firstResponse.p50Ms,
          quantile(
            some.map(({ firstResponseMs }) => firstResponseMs),
            0.5,
          ),
        );
      }
      const causes = await figuresBy(world.db, "cause", filter, asked.period, { limit: 100, kind: "handed_over" });
      expect(causes.reduce((sum, { decided }) => sum + decided, 0)).toBe(visits.filter(MEANT.handed_over).length);
      const short = { from: "2026-09-15", to: "2026-11-14" };
      const { points, unit } = await figuresOverTime(world.db, filter, short);
      const byDay = Map.groupBy(select(visits.length > 0 ? await readAll() : [], { ...asked, period: short }), dayOf);
      expect(unit).toBe("day");
      if (visits.length > 0) {
        expect(points.map(({ at, decided }) => [at, decided])).toEqual(
          [...byDay.keys()].toSorted().map((day) => [day, byDay.get(day)?.length]),
        );
      }
    }),
    { numRuns: 20 },
  );
});

test("behind each figure stand exactly its visits, the latest first, whatever the pages are cut to", async () => {
  await fc.assert(
    fc.asyncProperty(
      Visits,
      Asked,
      fc.constantFrom(...FIGURE),
      fc.integer({ min: 1, max: 9 }),
      async (made, asked, figure, limit) => {
        const visits = select(await write(made), asked).filter(MEANT[figure]);
        const seen = await listAll(figure, asked, limit);
        expect(seen.map(({ visitId }) => visitId).toSorted()).toEqual(visits.map(({ visitId }) => visitId).toSorted());
        const times = seen.map(({ decidedAt }) => decidedAt);
        expect(times).toEqual(times.toSorted().toReversed());
      },
    ),
    { numRuns: 60 },
  );
});

test("the slow ones of a figure are those at or above the time asked for", async () => {
  await fc.assert(
    fc.asyncProperty(Visits, fc.integer({ min: 10, max: 100_000 }), async (made, atLeastMs) => {
      const visits = await write(made);
      const asked = {
        period: WHOLE,
        filter: { audience: "clients" as const, desk: null, intent: null, language: null },
      };
      const meant = select(visits, asked).filter(({ firstResponseMs }) => (firstResponseMs ?? 0) >= atLeastMs);
      const seen = await listAll("responded", asked, 3, { atLeastMs });
      expect(seen.map(({ visitId }) => visitId).toSorted()).toEqual(meant.map(({ visitId }) => visitId).toSorted());
    }),
    { numRuns: 15 },
  );
});

test("a day is added up anew when an outcome of it changes, is moved to another day, or its portal moves to another zone", async () => {
  const [visit] = await write([made({ decidedAt: new Date("2026-11-20T20:00:00Z") })]);
  const days = async () => {
    while ((await reckonStaleDays(world.db, 31)) > 0);
    const period = { from: "2026-11-01", to: "2026-11-30" };
    return (await figuresOverTime(world.db, ANY, period)).points.map(({ at, kinds }) => [at, kinds.handed_over]);
  };
  const change = (values: Partial<Visit>) =>
    world.db
      .update(outcome)
      .set(values)
      .where(eq(outcome.visitId, visit?.visitId ?? ""));
  expect(await days()).toEqual([["2026-11-20", 0]]);
  await change({ kind: "handed_over" });
  expect(await days()).toEqual([["2026-11-20", 1]]);
  await change({ decidedAt: new Date("2026-11-18T20:00:00Z") });
  expect(await days()).toEqual([["2026-11-18", 1]]);
  const move = (desk: Record<string, unknown>) =>
    world.db
      .update(portal)
      .set({ desk })
      .where(eq(portal.id, desks[0]?.portalId ?? ""));
  await move({ timeZone: "Asia/Tokyo" });
  expect(await days()).toEqual([["2026-11-19", 1]]);
  // One that Postgres does not know: days are cut by UTC, and outcomes are written all the same.
  await move({ timeZone: "Atlantis/Poseidonis" });
  await change({ cause: "misses" });
  expect(await days()).toEqual([["2026-11-18", 1]]);
  await move({});
});

test("what changes while days are added up is added up the next time", async () => {
  await write([made({}), made({ decidedAt: new Date("2026-11-10T20:00:00Z") })]);
  await world.db.transaction(async (other) => {
    await other.update(outcome).set({ kind: "handed_over" });
    expect(await reckonStaleDays(world.db, 31)).toBe(0);
  });
  while ((await reckonStaleDays(world.db, 1)) > 0);
  expect((await figuresOf(world.db, ANY, WHOLE, NOW)).kinds.handed_over).toBe(2);
});

test("two processes that add up at once count nothing twice", async () => {
  const visits = await write(
    Array.from({ length: 40 }, (_, index) => made({ decidedAt: new Date(NOW.getTime() - index * DAY_MS) })),
  );
  for (let round = 0; round < 3; round++) {
    await world.db.update(outcome).set({ cause: `round ${round}` });
    await Promise.all(Array.from({ length: 4 }, () => reckonStaleDays(world.db, 13)));
  }
  while ((await reckonStaleDays(world.db, 13)) > 0);
  expect((await figuresOf(world.db, ANY, WHOLE, NOW)).decided).toBe(visits.length);
});

const made = (change: Partial<Made[number]>): Made[number] => ({
  desk: 0,
  decidedAt: new Date("2026-11-20T20:00:00Z"),
  lineId: "1",
  kind: "abandoned",
  cause: "silence",
  intent: null,
  step: null,
  language: "en",
  firstResponseMs: 900,
  humanResponseMs: null,
  rating: null,
  backAfterHours: null,
  ...change,
});

async function readAll(): Promise<Visit[]> {
  return await world.db
    .select()
    .from(outcome)
    .orderBy(sql`id`);
}

async function listAll(figure: Figure, asked: AskedFor, limit: number, change: { atLeastMs?: number } = {}) {
  const seen: Awaited<ReturnType<typeof visitsBehind>>["rows"] = [];
  let after: VisitCursor | null = null;
  do {
    const behind = { figure, ...NOTHING, ...change, filter: filterOf(asked), period: asked.period };
    const page: Awaited<ReturnType<typeof visitsBehind>> = await visitsBehind(world.db, behind, { after, limit });
    seen.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return seen;
}
