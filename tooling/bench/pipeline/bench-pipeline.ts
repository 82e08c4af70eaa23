import { randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";

import { readBenchArguments } from "../bench-arguments.ts";
import { atLeast, atMost, type Figure, printFigures } from "../figures.ts";
import { openStage, type Stage } from "../stage.ts";
import { median } from "../statistics.ts";
import { measureEmulator } from "./emulator-ceiling.ts";
import { fillTables } from "./fill-tables.ts";
import { createPipeline, type Pipeline } from "./pipeline.ts";
import type { RoundTripOutcome } from "./round-trip-task.ts";

const HELP = `Measures the way from a webhook to the reply call at the portal, beside a handler that calls at once and keeps nothing. Ten minutes.

  pnpm bench pipeline            prints the figures and what they have to reach
  pnpm bench pipeline --json     one JSON line per figure
  pnpm bench pipeline --quick    short runs and a tenth of the rows: a first look, not a measurement

Gateway and worker are the real processes over Postgres with fsync on; the portal is a stub that answers at once, since
the emulator would be the slowest part. Ends with 1 when it could not measure, or when a reply never came or came twice.
`;

const FEW_PORTALS = 10;
const MANY_PORTALS = 100;
const MOST_PORTALS = 1_000;
const CALM_PER_SECOND = 50;
const BUSY_PER_SECOND = 300;
/** Events under way at any time where the most is measured; more would only wait longer. */
const UNANSWERED = 256;

type Length = { rounds: number; warmUpMs: number; measureMs: number; rows: number };
const TRUE_LENGTH: Length = { rounds: 3, warmUpMs: 4_000, measureMs: 10_000, rows: 1_000_000 };
const QUICK_LENGTH: Length = { rounds: 1, warmUpMs: 2_000, measureMs: 3_000, rows: 100_000 };

type Offer = { kind: "rate"; perSecond: number } | { kind: "unanswered"; count: number };
const calm: Offer = { kind: "rate", perSecond: CALM_PER_SECOND };
const busy: Offer = { kind: "rate", perSecond: BUSY_PER_SECOND };
const most: Offer = { kind: "unanswered", count: UNANSWERED };

/** Median over rounds of what one side has above the other in the same round. */
const above = (own: readonly RoundTripOutcome[], direct: readonly RoundTripOutcome[], part: "p50Ms" | "p99Ms") =>
  median(own.map((run, round) => run[part] - (direct[round]?.[part] ?? Number.NaN)));
const middle = (runs: readonly RoundTripOutcome[], part: "p50Ms" | "p99Ms" | "repliesPerSecond") =>
  median(runs.map((run) => run[part]));

async function measureLatency(pipeline: Pipeline, { rounds, ...length }: Length): Promise<Figure[]> {
  const [own, direct, ownBusy, directBusy]: RoundTripOutcome[][] = [[], [], [], []];
  for (let round = 0; round < rounds; round++) {
    direct?.push(await pipeline.run("direct", { portals: FEW_PORTALS, offer: calm, ...length }));
    own?.push(await pipeline.run("own", { portals: FEW_PORTALS, offer: calm, ...length }));
    directBusy?.push(await pipeline.run("direct", { portals: MANY_PORTALS, offer: busy, ...length }));
    ownBusy?.push(await pipeline.run("own", { portals: MANY_PORTALS, offer: busy, ...length }));
  }
  if (!own || !direct || !ownBusy || !directBusy) return [];
  return [
    atMost("overheadP50Ms", above(own, direct, "p50Ms"), "ms", 4),
    atMost("overheadP99Ms", above(own, direct, "p99Ms"), "ms", 12),
    atMost("at50P50Ms", middle(own, "p50Ms"), "ms", null),
    atMost("at50P99Ms", middle(own, "p99Ms"), "ms", null),
    atMost("directAt50P50Ms", middle(direct, "p50Ms"), "ms", null),
    atMost("directAt50P99Ms", middle(direct, "p99Ms"), "ms", null),
    atMost("overheadAt300P50Ms", above(ownBusy, directBusy, "p50Ms"), "ms", null),
    atMost("overheadAt300P99Ms", above(ownBusy, directBusy, "p99Ms"), "ms", null),
    atMost("at300P50Ms", middle(ownBusy, "p50Ms"), "ms", null),
    atMost("at300P99Ms", middle(ownBusy, "p99Ms"), "ms", null),
  ];
}

/** Events a second that come back as replies while a bounded number is under way. */
async function measureMost(pipeline: Pipeline, { rounds, ...length }: Length, workers: number): Promise<Figure> {
  await pipeline.useWorkers(workers);
  const runs: RoundTripOutcome[] = [];
  for (let round = 0; round < rounds; round++) {
    runs.push(await pipeline.run("own", { portals: MOST_PORTALS, offer: most, ...length }));
  }
  const name = workers === 1 ? "repliesPerSecondWith1Worker" : `repliesPerSecondWith${workers}Workers`;
  return atLeast(name, middle(runs, "repliesPerSecond"), "events/s", null);
}

async function measureGrowth(pipeline: Pipeline, { rounds, rows, ...length }: Length): Promise<Figure[]> {
  const byPortals = new Map<number, RoundTripOutcome[]>(
    [FEW_PORTALS, MANY_PORTALS, MOST_PORTALS].map((count) => [count, []]),
  );
  for (let round = 0; round < rounds; round++) {
    for (const [portals, runs] of byPortals) runs.push(await pipeline.run("own", { portals, offer: calm, ...length }));
  }
  const p50 = (portals: number) => middle(byPortals.get(portals) ?? [], "p50Ms");
  await fillTables(pipeline.databaseUrl, rows);
  const full: RoundTripOutcome[] = [];
  for (let round = 0; round < rounds; round++) {
    full.push(await pipeline.run("own", { portals: FEW_PORTALS, offer: calm, ...length }));
  }
  return [
    atMost("p50At1000Portals", p50(MOST_PORTALS) / p50(FEW_PORTALS), "x of 10", 1.2),
    atMost("p50At100Portals", p50(MANY_PORTALS) / p50(FEW_PORTALS), "x of 10", null),
    atMost("p50WithFullTables", middle(full, "p50Ms") / p50(FEW_PORTALS), "x empty", 1.2),
    atMost("p99WithFullTablesMs", middle(full, "p99Ms"), "ms", null),
    atLeast("rowsInFullTables", rows, "rows", null),
  ];
}

async function measure(
  stage: Stage,
  length: Length,
  pipeline: Pipeline,
  report: (line: string) => void,
): Promise<Figure[]> {
  report("the latency at 50 and 300 events/s, beside the direct handler");
  const latency = await measureLatency(pipeline, length);
  report("the most that comes back with 1 and with 3 workers");
  const one = await measureMost(pipeline, length, 1);
  const three = await measureMost(pipeline, length, 3);
  const direct = await pipeline.run("direct", { portals: MOST_PORTALS, offer: most, ...length });
  await pipeline.useWorkers(1);
  const emulator = await measureEmulator(stage.folder, length.measureMs);
  report(`10, 100 and 1,000 portals; then ${length.rows} rows in each table`);
  const growth = await measureGrowth(pipeline, length);
  const { lost, doubled } = pipeline.tally();
  return [
    ...latency,
    one,
    three,
    atLeast("directRepliesPerSecond", direct.repliesPerSecond, "events/s", null),
    atLeast("emulatorCallsPerSecond", emulator, "calls/s", null),
    ...growth,
    atMost("lost", lost, "events", 0),
    atMost("doubled", doubled, "replies", 0),
  ];
}

/** @throws AppError `invariant` when an event that was answered 200 was not replied to, or a reply came twice. */
export async function benchPipeline(args: readonly string[]): Promise<void> {
  const options = readBenchArguments(args, HELP);
  if (options === null) return;
  const length = options.isQuick ? QUICK_LENGTH : TRUE_LENGTH;
  const secretKey = randomBytes(32).toString("base64");
  const stage = await openStage();
  let pipeline: Pipeline | null = null;
  try {
    pipeline = await createPipeline(stage, { secretKey, portals: MOST_PORTALS });
    const figures = await measure(stage, length, pipeline, options.report);
    printFigures("pipeline", figures, options.isJson);
    const { lost, doubled } = pipeline.tally();
    if (lost + doubled > 0)
      throw new AppError("invariant", "A reply never came or came twice: see lost and doubled above.");
  } finally {
    await pipeline?.stop();
    await stage.close();
  }
}
