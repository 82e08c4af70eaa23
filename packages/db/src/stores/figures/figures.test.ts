import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { OUTCOME_KIND } from "../../schema/index.ts";
import {
  Asked,
  createOutcomes,
  isContained,
  MEANT,
  NOW,
  type Outcomes,
  type Visit,
  Visits,
} from "../../testing/outcomes.ts";
import { FIGURE_GROUP, type FigureGroup, figuresBy } from "./figures-by.ts";
import { figuresOf } from "./figures-of.ts";
import { figuresOverTime } from "./figures-over-time.ts";
import type { Figure } from "./pick-visits.ts";
import { TIME_ERROR } from "./time-buckets.ts";

let outcomes: Outcomes;
beforeAll(async () => void (outcomes = await createOutcomes()));
afterAll(() => outcomes.world.close());
beforeEach(() => outcomes.clear());
const db = () => outcomes.world.db;

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
      const visits = outcomes.select(await outcomes.write(made), asked);
      const figures = await figuresOf(db(), outcomes.filterOf(asked), asked.period, NOW);
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
      const over = visits.filter((visit) => outcomes.dayOf(visit) <= "2026-11-11");
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
      const others = outcomes.select(await outcomes.readAll(), { ...asked, filter: { ...asked.filter, audience } });
      expect(figures.others).toBe(others.length);
    }),
    { numRuns: 40 },
  );
});

/** By what a group's visits are alike. */
const KEYS: Record<FigureGroup, (visit: Visit) => (string | number | null | undefined)[]> = {
  portal: ({ portalId }) => [portalId],
  bot: ({ botId }) => [botId],
  line: ({ portalId, lineId }) => [portalId, lineId],
  intent: ({ intent }) => [intent],
  topic: ({ topic }) => [topic],
  version: ({ dialog, dialogVersion }) => [dialog, dialogVersion],
  language: ({ language }) => [language],
  cause: ({ kind, cause }) => [kind, cause],
  step: ({ dialog, step }) => [dialog, step],
};

test("groups and points in time are parts of the same whole", async () => {
  await fc.assert(
    fc.asyncProperty(Visits, Asked, fc.constantFrom(...FIGURE_GROUP), async (made, asked, by) => {
      const visits = outcomes.select(await outcomes.write(made), asked);
      const filter = outcomes.filterOf(asked);
      const groups = await figuresBy(db(), by, filter, asked.period, { limit: 100 });
      const meant = Map.groupBy(visits, (visit) =>
        JSON.stringify(KEYS[by](visit).map((one) => one?.toString() ?? null)),
      );
      expect(
        Object.fromEntries(groups.map(({ key, decided, contained }) => [JSON.stringify(key), [decided, contained]])),
      ).toEqual(
        Object.fromEntries([...meant].map(([key, some]) => [key, [some.length, some.filter(isContained).length]])),
      );
      for (const { key, firstResponse } of groups) {
        const times = (meant.get(JSON.stringify(key)) ?? []).map(({ firstResponseMs }) => firstResponseMs);
        expect(firstResponse.count).toBe(times.filter((ms) => typeof ms === "number").length);
        expectNear(firstResponse.p50Ms, quantile(times, 0.5));
      }
      const causes = await figuresBy(db(), "cause", filter, asked.period, { limit: 100, kind: "handed_over" });
      expect(causes.reduce((sum, { decided }) => sum + decided, 0)).toBe(visits.filter(MEANT.handed_over).length);
      const short = { from: "2026-09-15", to: "2026-11-14" };
      const { points, unit } = await figuresOverTime(db(), filter, short);
      const byDay = Map.groupBy(
        outcomes.select(visits.length > 0 ? await outcomes.readAll() : [], { ...asked, period: short }),
        outcomes.dayOf,
      );
      expect(unit).toBe("day");
      if (visits.length > 0) {
        expect(points.map(({ at, decided }) => [at, decided])).toEqual(
          [...byDay.keys()].toSorted().map((day) => [day, byDay.get(day)?.length]),
        );
      }
    }),
    { numRuns: 40 },
  );
});
