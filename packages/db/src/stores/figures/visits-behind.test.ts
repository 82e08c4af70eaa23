import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import {
  Asked,
  ASKED_ALL,
  type AskedFor,
  createOutcomes,
  made,
  MEANT,
  NOW,
  type Outcomes,
  Visits,
} from "../../testing/outcomes.ts";
import { FIGURE, type Figure, type FigurePick } from "./pick-visits.ts";
import { type VisitCursor, visitsBehind } from "./visits-behind.ts";

const HOUR_MS = 3_600_000;
const NOTHING = { cause: null, step: null, atLeastMs: null };

let outcomes: Outcomes;
beforeAll(async () => void (outcomes = await createOutcomes()));
afterAll(() => outcomes.world.close());
beforeEach(() => outcomes.clear());
const db = () => outcomes.world.db;

test("behind each figure stand exactly its visits, the latest first, whatever the pages are cut to", async () => {
  await fc.assert(
    fc.asyncProperty(
      Visits,
      Asked,
      fc.constantFrom(...FIGURE),
      fc.record({
        cause: fc.constantFrom(null, null, "misses"),
        step: fc.constantFrom(null, null, "", "number"),
      }),
      fc.integer({ min: 1, max: 9 }),
      async (made, asked, figure, of, limit) => {
        const visits = outcomes
          .select(await outcomes.write(made), asked)
          .filter(MEANT[figure])
          .filter(({ cause, step }) => (of.cause ?? cause) === cause && (of.step ?? step ?? "") === (step ?? ""));
        const seen = await listAll(figure, asked, limit, of);
        expect(seen.map(({ visitId }) => visitId).toSorted()).toEqual(visits.map(({ visitId }) => visitId).toSorted());
        const times = seen.map(({ decidedAt }) => decidedAt);
        expect(times).toEqual(times.toSorted().toReversed());
      },
    ),
    { numRuns: 60 },
  );
});

test("where days of several portals lie aslant, no visit falls between two pages", async () => {
  const hours = Array.from({ length: 40 }, (_, index) => new Date(NOW.getTime() - index * HOUR_MS));
  const visits = await outcomes.write(
    hours.flatMap((decidedAt) => [made({ desk: 0, decidedAt }), made({ desk: 1, decidedAt })]),
  );
  for (const limit of [1, 3, 7]) {
    const seen = (await listAll("abandoned", ASKED_ALL, limit)).map(({ visitId }) => visitId);
    expect(seen.toSorted()).toEqual(visits.map(({ visitId }) => visitId).toSorted());
  }
});

test("the slow ones of a figure are those at or above the time asked for", async () => {
  await fc.assert(
    fc.asyncProperty(Visits, fc.integer({ min: 10, max: 100_000 }), async (made, atLeastMs) => {
      const visits = await outcomes.write(made);
      const meant = outcomes
        .select(visits, ASKED_ALL)
        .filter(({ firstResponseMs }) => (firstResponseMs ?? 0) >= atLeastMs);
      const seen = await listAll("responded", ASKED_ALL, 3, { atLeastMs });
      expect(seen.map(({ visitId }) => visitId).toSorted()).toEqual(meant.map(({ visitId }) => visitId).toSorted());
    }),
    { numRuns: 15 },
  );
});

async function listAll(figure: Figure, asked: AskedFor, limit: number, change: Partial<FigurePick> = {}) {
  const seen: Awaited<ReturnType<typeof visitsBehind>>["rows"] = [];
  let after: VisitCursor | null = null;
  do {
    const behind = { figure, ...NOTHING, ...change, filter: outcomes.filterOf(asked), period: asked.period };
    const page: Awaited<ReturnType<typeof visitsBehind>> = await visitsBehind(db(), behind, { after, limit });
    seen.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return seen;
}
