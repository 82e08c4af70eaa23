import { randomBytes } from "node:crypto";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import { readBenchArguments } from "../bench-arguments.ts";
import { addPortals } from "../bench-portals.ts";
import { countRows } from "../count-rows.ts";
import { atLeast, atMost, type Figure, printFigures } from "../figures.ts";
import { openStage, type Stage } from "../stage.ts";
import { startProgram } from "../start-program.ts";
import { median, medianRatio } from "../statistics.ts";
import { type Closed, closedFigures, cpuFigures } from "./closed-figures.ts";
import { createMeter, type Meter, type Run } from "./measure-intake.ts";
import { hasPgbench, type Pgbench, preparePgbench } from "./pgbench.ts";
import { type Side, SIDES, type Sides, startSides, STORING } from "./sides.ts";

const HELP = `Measures how many webhooks a second the gateway takes that are on disk before their 200, beside other ways to do it. Seven minutes.

  pnpm bench intake            prints the figures and what they have to reach
  pnpm bench intake --json     one JSON line per figure
  pnpm bench intake --quick    one short round: a first look, not a measurement

Beside each other, in turns, on one Postgres with fsync on: the gateway; its app with one INSERT per request, and with a
SELECT and an INSERT in a transaction; Fastify that reads the form and stores nothing; pgbench with one row per commit,
where it is installed. Ends with 1 when it could not measure, or when rows and answers of 200 differ.
`;

const CONNECTIONS = [32, 128] as const;
const OPEN_CONNECTIONS = 64;
const OFFERED_PER_SECOND = 2_000;
const CALM_PER_SECOND = 300;
const PORTALS = 20;
const ROWS_SETTLE_MS = 20_000;

type Length = { rounds: number; measureMs: number; openMs: number };
const TRUE_LENGTH: Length = { rounds: 3, measureMs: 5_000, openMs: 15_000 };
const QUICK_LENGTH: Length = { rounds: 1, measureMs: 2_000, openMs: 4_000 };

async function measureClosed(meter: Meter, { rounds, measureMs }: Length, afterRound: () => Promise<void>) {
  const closed: Closed[] = CONNECTIONS.map((connections) => ({
    connections,
    runs: { own: [], insertPerRequest: [], selectInsert: [], noStore: [] },
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { connections, runs } of closed) {
      for (const side of SIDES) runs[side].push(await meter.run(side, { connections, perSecond: null, measureMs }));
    }
    await afterRound();
  }
  return closed;
}

async function openFigures(meter: Meter, { rounds, openMs }: Length, halfLoad: number): Promise<Figure[]> {
  const open = (side: Side, perSecond: number) =>
    meter.run(side, { connections: OPEN_CONNECTIONS, perSecond, measureMs: openMs });
  const [own, naive, half, calm]: [Run[], Run[], Run[], Run[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round++) {
    own.push(await open("own", OFFERED_PER_SECOND));
    naive.push(await open("insertPerRequest", OFFERED_PER_SECOND));
    half.push(await open("own", halfLoad));
    calm.push(await open("own", CALM_PER_SECOND));
  }
  const of = (runs: readonly Run[], part: "p50Ms" | "p99Ms" | "worstMs" | "perSecond" | "lateP99Ms") =>
    runs.map((run) => run[part]);
  return [
    atMost("open2000P99Ms", median(of(own, "p99Ms")), "ms", 50),
    atMost("open2000WorstMs", median(of(own, "worstMs")), "ms", 250),
    atMost("open2000P99VsInsertPerRequest", medianRatio(of(own, "p99Ms"), of(naive, "p99Ms")), "x", 0.15),
    atMost("open2000InsertPerRequestP99Ms", median(of(naive, "p99Ms")), "ms", null),
    atLeast("open2000AnsweredPerSecond", median(of(own, "perSecond")), "events/s", null),
    atMost("open2000LoadLateP99Ms", median(of(own, "lateP99Ms")), "ms", null),
    atLeast("halfLoadPerSecond", halfLoad, "events/s", null),
    atMost("halfLoadP50Ms", median(of(half, "p50Ms")), "ms", null),
    atMost("halfLoadP99Ms", median(of(half, "p99Ms")), "ms", null),
    atMost("open300P99Ms", median(of(calm, "p99Ms")), "ms", 20),
  ];
}

/** How much the load process can send to something that answers at once. */
async function measureCeiling(stage: Stage, meterOf: (sides: Sides) => Meter, sides: Sides): Promise<number> {
  const script = "tooling/bench/load/ceiling.ts";
  const mute = await startProgram({
    script,
    args: (port) => [String(port)],
    logFile: join(stage.folder, "ceiling.log"),
  });
  try {
    const meter = meterOf({ ...sides, noStore: mute });
    return (await meter.run("noStore", { connections: 32, perSecond: null, measureMs: 2_000 })).perSecond;
  } finally {
    await mute.stop();
  }
}

async function measure(
  stage: Stage,
  length: Length,
  report: (line: string) => void,
  open: (stop: () => Promise<void>) => void,
) {
  const secretKey = randomBytes(32).toString("base64");
  const { databaseUrl } = stage;
  const clientEndpoint = "http://127.0.0.1:9/rest/";
  await addPortals({ databaseUrl, secretKey, count: PORTALS, clientEndpoint, botCode: "store" });
  const sides = await startSides(stage, secretKey, open);
  const meterOf = (of: Sides) => createMeter(stage, of, PORTALS);
  const meter = meterOf(sides);

  const ceiling = await measureCeiling(stage, meterOf, sides);
  report(`the load process sends up to ${Math.round(ceiling)} events/s`);
  for (const side of SIDES) await meter.run(side, { connections: 32, perSecond: null, measureMs: length.measureMs });
  let pgbench: Pgbench | null = null;
  const commits: number[] = [];
  if (await hasPgbench()) pgbench = await preparePgbench(stage.folder, databaseUrl, await stage.addDatabase("pgbench"));
  else report("pgbench is not installed: vsPgbench is left out (it comes with postgresql-contrib)");

  report(`${length.rounds} rounds of ${SIDES.join(", ")} at ${CONNECTIONS.join(" and ")} connections`);
  const closed = await measureClosed(meter, length, async () => {
    if (pgbench !== null) commits.push(await pgbench(Math.ceil(length.measureMs / 1_000)));
  });
  const [few] = closed;
  if (few === undefined) throw new AppError("invariant", "Nothing was measured");
  const ownRates = few.runs.own.map(({ perSecond }) => perSecond);
  report("open loops");
  const halfLoad = Math.round(median(ownRates) / 2);
  const figures = [
    ...closed.flatMap(closedFigures),
    ...(pgbench === null
      ? []
      : [
          atLeast("vsPgbench", medianRatio(ownRates, commits), "x", 0.8),
          atLeast("pgbenchPerSecond", median(commits), "commits/s", null),
        ]),
    ...cpuFigures(few.runs),
    ...(await openFigures(meter, length, halfLoad)),
    atLeast("loadCeilingPerSecond", ceiling, "events/s", null),
  ];
  return [...figures, ...(await rowFigures(stage, meter))];
}

/** Each 200 is a row and each row a 200; a request without a 200 may or may not have left one. */
async function rowFigures(stage: Stage, meter: Meter): Promise<Figure[]> {
  const sum = (count: (side: Side) => number) => STORING.reduce((total, side) => total + count(side), 0);
  const [accepted, failed] = [sum(meter.accepted), sum(meter.failed)];
  let rows = 0;
  const isSettled = async () => {
    rows = await countRows(stage.databaseUrl, "inbox_event");
    return rows >= accepted;
  };
  await waitUntil(isSettled, { timeoutMs: ROWS_SETTLE_MS, everyMs: 500 });
  return [
    atMost("lost", Math.max(0, accepted - rows), "events", 0),
    atMost("storedWithoutAnswer", Math.max(0, rows - accepted), "events", failed),
    atMost("ownNotAnswered200", meter.failed("own"), "events", 0),
  ];
}

/** @throws AppError `invariant` when an event that was answered 200 is not in the inbox, or one is there that nobody sent. */
export async function benchIntake(args: readonly string[]): Promise<void> {
  const options = readBenchArguments(args, HELP);
  if (options === null) return;
  const stops: (() => Promise<void>)[] = [];
  const stage = await openStage();
  try {
    const length = options.isQuick ? QUICK_LENGTH : TRUE_LENGTH;
    const figures = await measure(stage, length, options.report, (stop) => stops.push(stop));
    printFigures("intake", figures, options.isJson);
    const broken = figures.filter(
      ({ figure, value, target }) =>
        ["lost", "storedWithoutAnswer"].includes(figure) && target !== null && value > target,
    );
    if (broken.length > 0) {
      throw new AppError(
        "invariant",
        `Rows and answers of 200 differ: see ${broken.map(({ figure }) => figure).join(", ")}.`,
      );
    }
  } finally {
    await Promise.all(stops.map((stop) => stop()));
    await stage.close();
  }
}
