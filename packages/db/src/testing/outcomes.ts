import { newId } from "@botdeck/core/ids";
import { asc, eq } from "drizzle-orm";
import fc from "fast-check";

import { OUTCOME_KIND, outcome, outcomeDay, outcomeMonth, outcomeStaleDay, portal } from "../schema/index.ts";
import type { FigureFilter } from "../stores/figures/figure-filter.ts";
import { plusDays } from "../stores/figures/figure-period.ts";
import type { Figure } from "../stores/figures/pick-visits.ts";
import { reckonStaleDays } from "../stores/figures/reckon-days.ts";
import { createDesk } from "./desk.ts";
import { createWorld } from "./world.ts";

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const NOW = new Date("2026-11-21T12:00:00Z");
export const WHOLE = { from: "2026-07-20", to: "2026-11-21" };
export const ANY: FigureFilter = {
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

export type Visit = typeof outcome.$inferInsert;

/** Outcomes of four months, with few values of each kind, so that they meet. */
export const Visits = fc.array(
  fc.record({
    desk: fc.nat({ max: 1 }),
    decidedAt: fc.integer({ min: 0, max: 124 * 24 }).map((hours) => new Date(NOW.getTime() - hours * HOUR_MS)),
    lineId: fc.constantFrom("1", "1", "2", null),
    kind: fc.constantFrom(...OUTCOME_KIND),
    cause: fc.constantFrom("silence", "misses"),
    intent: fc.constantFrom("orderStatus", "availability", null),
    topic: fc.constantFrom("order", "goods"),
    dialog: fc.constantFrom("orderStatus", "availability", null),
    dialogVersion: fc.constantFrom(1, 2),
    step: fc.constantFrom("number", "phone", null),
    language: fc.constantFrom("en", "ru"),
    firstResponseMs: fc.option(fc.integer({ min: 10, max: 100_000 }), { nil: null }),
    humanResponseMs: fc.option(fc.integer({ min: 10, max: 10_000_000 }), { nil: null }),
    rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    backAfterHours: fc.option(fc.integer({ min: 1, max: 168 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 60 },
);
export type Made = typeof Visits extends fc.Arbitrary<infer T> ? T : never;

export const Asked = fc.record({
  period: fc.oneof(
    fc.constantFrom(WHOLE, { from: "2026-09-01", to: "2026-10-31" }, { from: "2026-11-15", to: "2026-11-21" }),
    fc.tuple(fc.nat({ max: 124 }), fc.nat({ max: 124 })).map(([from, days]) => ({
      from: plusDays(WHOLE.from, from),
      to: plusDays(WHOLE.from, Math.min(124, from + days)),
    })),
  ),
  filter: fc.record({
    audience: fc.constantFrom("clients" as const, "staff" as const),
    desk: fc.constantFrom(null, null, 0, 1),
    lineId: fc.constantFrom(null, null, null, "1"),
    intent: fc.constantFrom(null, null, "", "orderStatus"),
    topic: fc.constantFrom(null, null, "order"),
    dialog: fc.constantFrom(null, null, null, "", "orderStatus"),
    dialogVersion: fc.constantFrom(null, null, null, 2),
    language: fc.constantFrom(null, null, "ru"),
  }),
});
export type AskedFor = typeof Asked extends fc.Arbitrary<infer T> ? T : never;

/** Every visit of clients. */
export const ASKED_ALL: AskedFor = {
  period: WHOLE,
  filter: {
    audience: "clients",
    desk: null,
    lineId: null,
    intent: null,
    topic: null,
    dialog: null,
    dialogVersion: null,
    language: null,
  },
};

/** Two portals, the second of them in Tokyo, and what came of their clients' visits. */
export async function createOutcomes() {
  const world = await createWorld();
  const { db } = world;
  const desks = [await createDesk(world), await createDesk(world)] as const;
  const [, tokyo] = desks;
  await db
    .update(portal)
    .set({ desk: { timeZone: "Asia/Tokyo" } })
    .where(eq(portal.id, tokyo.portalId));

  async function clear(): Promise<void> {
    for (const table of [outcome, outcomeStaleDay, outcomeDay, outcomeMonth]) await db.delete(table);
  }

  /** Instead of what was there; added up. */
  async function write(given: Made): Promise<Visit[]> {
    await clear();
    const visits = given.map(({ desk, backAfterHours, ...visit }): Visit => ({
      ...visit,
      id: newId(),
      portalId: desks[desk === 0 ? 0 : 1].portalId,
      botId: desks[desk === 0 ? 0 : 1].botId,
      conversationId: newId(),
      visitId: newId(),
      beganAt: visit.decidedAt,
      endedAt: visit.decidedAt,
      recontactedAt: backAfterHours === null ? null : new Date(visit.decidedAt.getTime() + backAfterHours * HOUR_MS),
      answers: 1,
    }));
    await db.insert(outcome).values(visits);
    while ((await reckonStaleDays(db, 7)) > 0);
    return visits;
  }

  /** The day in the portal's zone. */
  function dayOf(visit: Visit): string {
    const aheadMs = visit.portalId === tokyo.portalId ? 9 * HOUR_MS : 0;
    return new Date(visit.decidedAt.getTime() + aheadMs).toISOString().slice(0, 10);
  }

  const portalOf = ({ desk }: AskedFor["filter"]) => (desk === null ? null : desks[desk === 0 ? 0 : 1].portalId);

  return {
    world,
    desks,
    clear,
    write,
    dayOf,
    readAll: (): Promise<Visit[]> => db.select().from(outcome).orderBy(asc(outcome.id)),
    /** Those that are meant, from the raw rows. */
    select: (visits: readonly Visit[], { period, filter }: Pick<AskedFor, "period" | "filter">): Visit[] =>
      visits.filter(
        (visit) =>
          dayOf(visit) >= period.from &&
          dayOf(visit) <= period.to &&
          (filter.audience === "clients") === (visit.lineId !== null) &&
          (filter.desk === null || visit.portalId === portalOf(filter)) &&
          // Staff come by no line.
          (filter.lineId === null || filter.audience === "staff" || visit.lineId === filter.lineId) &&
          (filter.intent === null || (visit.intent ?? "") === filter.intent) &&
          (filter.topic === null || visit.topic === filter.topic) &&
          (filter.dialog === null || (visit.dialog ?? "") === filter.dialog) &&
          (filter.dialogVersion === null || visit.dialogVersion === filter.dialogVersion) &&
          (filter.language === null || visit.language === filter.language),
      ),
    filterOf({ filter }: AskedFor): FigureFilter {
      const { desk: _desk, ...rest } = filter;
      return { ...ANY, ...rest, portalId: portalOf(filter) };
    },
  };
}
export type Outcomes = Awaited<ReturnType<typeof createOutcomes>>;

const isSolved = ({ kind }: Visit) => kind.startsWith("solved");
const isBack = ({ recontactedAt, endedAt }: Visit, withinMs: number) =>
  recontactedAt !== null && recontactedAt !== undefined && recontactedAt.getTime() - endedAt.getTime() <= withinMs;
export const isContained = (visit: Visit) =>
  visit.kind === "solved_confirmed" || (visit.kind === "solved_presumed" && !isBack(visit, 72 * HOUR_MS));

/** The same from the raw rows, as one would say it. */
export const MEANT: Record<Figure, (visit: Visit) => boolean> = {
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

/** One that is like many. */
export const made = (change: Partial<Made[number]>): Made[number] => ({
  desk: 0,
  decidedAt: new Date("2026-11-20T20:00:00Z"),
  lineId: "1",
  kind: "abandoned",
  cause: "silence",
  intent: null,
  topic: "order",
  dialog: "orderStatus",
  dialogVersion: 1,
  step: null,
  language: "en",
  firstResponseMs: 900,
  humanResponseMs: null,
  rating: null,
  backAfterHours: null,
  ...change,
});
