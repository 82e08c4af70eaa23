import { describe, expect, test } from "vitest";

import { buildReport } from "./build-report.ts";
import { daysBefore } from "./compare-periods.ts";
import type { Stage } from "../deals/stages.ts";
import type { Pipeline, ReportDeal, ReportMove } from "./report-data.ts";

const stage = (id: string, order: number, outcome: Stage["outcome"] = "open", categoryId = "0"): Stage => ({
  id,
  name: id.toLowerCase(),
  categoryId,
  order,
  outcome,
});

// A won stage that is called like a loss, and one of loss that stands in the middle: names and places tell nothing.
const funnels = [
  {
    id: "0",
    name: "Sales",
    stages: [
      stage("NEW", 0),
      stage("EXPENSIVE", 1, "lost"),
      stage("OFFER", 2),
      stage("CONTRACT", 3),
      stage("LOSE", 4, "won"),
      stage("SILENT", 5, "lost"),
    ],
  },
  { id: "4", name: "Renewals", stages: [stage("C4:NEW", 0, "open", "4"), stage("C4:DONE", 1, "won", "4")] },
  { id: "9", name: "Empty", stages: [stage("C9:NEW", 0, "open", "9")] },
];
const byId = new Map(funnels.flatMap(({ stages }) => stages).map((each) => [each.id, each]));
const pipeline: Pipeline = { funnels, byId };

let made = 0;
const deal = (stageId: string, fields: Partial<ReportDeal> = {}): ReportDeal => ({
  id: String((made += 1)),
  title: "Deal",
  amount: 100,
  currency: "RUB",
  stageId,
  assignedById: "1",
  createdAt: "2026-06-10T09:00:00Z",
  ...fields,
});
const movesOf = ({ id }: ReportDeal, ...stages: string[]): ReportMove[] =>
  stages.map((stageId) => ({ dealId: id, stageId }));

const report = (deals: ReportDeal[], moves: ReportMove[] = [], before: ReportDeal[] = []) =>
  buildReport({ deals, before, moves, pipeline });
const entered = (...given: Parameters<typeof report>) =>
  report(...given).funnels.map(({ name, deals, stages }) => [name, deals, stages.map((each) => each.entered)]);

describe("conversion", () => {
  test("a stage that was jumped over was passed", () => {
    const jumped = deal("CONTRACT");
    expect(entered([jumped, deal("NEW")], movesOf(jumped, "NEW", "CONTRACT"))).toEqual([["Sales", 2, [2, 1, 1, 0]]]);
  });

  test("going back and forth counts each stage once, and takes nothing away", () => {
    const back = deal("NEW");
    const moves = movesOf(back, "NEW", "OFFER", "NEW", "OFFER", "CONTRACT", "NEW");
    expect(entered([back], moves)).toEqual([["Sales", 1, [1, 1, 1, 0]]]);
  });

  test("a loss passes no stage, wherever it stands in the funnel", () => {
    const lost = deal("SILENT");
    expect(entered([lost, deal("EXPENSIVE")], movesOf(lost, "NEW", "OFFER", "SILENT"))).toEqual([
      ["Sales", 2, [2, 1, 0, 0]],
    ]);
  });

  test("a deal that changed its funnel counts in both, and a funnel without deals is left out", () => {
    const moved = deal("C4:DONE");
    expect(entered([moved, deal("LOSE")], movesOf(moved, "NEW", "OFFER", "C4:NEW", "C4:DONE"))).toEqual([
      ["Sales", 2, [2, 2, 1, 1]],
      ["Renewals", 1, [1, 1]],
    ]);
  });

  test("without any history it is where deals are now", () => {
    expect(entered([deal("OFFER"), deal("LOSE")])).toEqual([["Sales", 2, [2, 2, 1, 1]]]);
    expect(report([deal("OFFER"), deal("LOSE")]).funnels[0]?.stages.at(-1)?.share).toBe(0.5);
  });

  test("moves of other deals and to stages that are gone are not counted", () => {
    const one = deal("NEW");
    expect(entered([one], [...movesOf(one, "GONE"), { dealId: "x", stageId: "CONTRACT" }])).toEqual([
      ["Sales", 1, [1, 0, 0, 0]],
    ]);
  });
});

describe("sums", () => {
  test("currencies are never added up, and won and lost go by what a stage means", () => {
    const { totals } = report([
      deal("LOSE", { amount: 0.1 }),
      deal("LOSE", { amount: 0.2 }),
      deal("EXPENSIVE", { amount: 50, currency: "EUR" }),
      deal("NEW", { amount: 7, currency: "EUR" }),
      deal("GONE", { amount: 0 }),
    ]);
    expect(totals).toMatchObject({ count: 5, won: 2, lost: 1, open: 2, winRate: 2 / 3 });
    expect(totals.sums).toMatchObject([
      { currency: "EUR", amount: 57, lostAmount: 50, wonAmount: 0, count: 2 },
      { currency: "RUB", amount: 0.3, wonAmount: 0.3, wonCount: 2, count: 3 },
    ]);
  });

  test("the change to the period before is a share of it, and none where there was nothing", () => {
    const { change } = report(
      [deal("LOSE"), deal("LOSE"), deal("NEW", { currency: "EUR" })],
      [],
      [deal("LOSE"), deal("EXPENSIVE", { currency: "USD" })],
    );
    expect(change.count).toEqual({ before: 2, now: 3, percent: 50 });
    expect(change.lost).toEqual({ before: 1, now: 0, percent: -100 });
    expect(change.sums).toEqual([
      { currency: "RUB", before: 100, now: 200, percent: 100 },
      { currency: "EUR", before: 0, now: 100, percent: null },
      { currency: "USD", before: 100, now: 0, percent: -100 },
    ]);
  });

  test("no deals at all is a report too", () => {
    expect(report([])).toMatchObject({ totals: { count: 0, winRate: null, sums: [] }, funnels: [], losses: [] });
  });
});

test("reasons for loss are the stages of loss, the commonest first", () => {
  expect(report([deal("SILENT"), deal("EXPENSIVE"), deal("SILENT"), deal("LOSE")]).losses).toEqual([
    { reason: "silent", count: 2, share: 2 / 3 },
    { reason: "expensive", count: 1, share: 1 / 3 },
  ]);
});

test.each([
  ["2026-06-01", "2026-06-30", "2026-05-01", "2026-05-31"],
  ["2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"],
  ["2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"],
  ["2026-06-15", "2026-06-21", "2026-06-08", "2026-06-14"],
  ["2026-06-01", "2026-06-29", "2026-05-03", "2026-05-31"],
  ["2026-06-10", "2026-06-10", "2026-06-09", "2026-06-09"],
])("before %s to %s comes %s to %s", (from, to, beforeFrom, beforeTo) => {
  expect(daysBefore({ from, to })).toEqual({ from: beforeFrom, to: beforeTo });
});
