import { randomBytes } from "node:crypto";
import { join } from "node:path";

import { ensureDatabase } from "@botdeck/local-stack";

import { readBenchArguments } from "../bench-arguments.ts";
import { atLeast, atMost, type Figure, printFigures } from "../figures.ts";
import { runTask } from "../run-task.ts";
import { openStage, type Stage } from "../stage.ts";
import { median, medianRatio } from "../statistics.ts";
import { openOwnQueue, type OwnOutcome } from "./own-queue.ts";
import { type Peer, PEERS, QueueOutcome, type QueueWork } from "./queue-task.ts";

const HELP = `Measures our inbox beside graphile-worker and pg-boss, with jobs that do nothing, on one Postgres with fsync on. Five minutes.

  pnpm bench queue            prints the figures and what they have to reach
  pnpm bench queue --json     one JSON line per figure
  pnpm bench queue --quick    one short round: a first look, not a measurement

Ours keeps order within each dialog, dedupes, and keeps its rows; the others do none of that here. Each is measured as it
comes and tuned for rate. Ends with 1 when it could not measure.
`;

/** The untuned sides get fewer jobs: their rate is the same, and their run would last. */
const FEW: ReadonlySet<Peer> = new Set(["graphileDefault"]);

type Length = { rounds: number; many: number; few: number; handled: number; addMs: number; startJobs: number };
const TRUE_LENGTH: Length = { rounds: 3, many: 40_000, few: 5_000, handled: 4_000, addMs: 3_000, startJobs: 200 };
const QUICK_LENGTH: Length = { rounds: 1, many: 10_000, few: 2_000, handled: 1_000, addMs: 1_000, startJobs: 50 };

const workOf = ({ addMs, startJobs }: Length, bulkJobs: number): QueueWork => ({
  callers: 10,
  addMs,
  bulkJobs,
  bulkSize: 500,
  startJobs,
  startEveryMs: 20,
});

type Runs = { own: OwnOutcome[] } & Record<Peer, QueueOutcome[]>;

async function measure(stage: Stage, length: Length, report: (line: string) => void): Promise<Figure[]> {
  const own = await openOwnQueue(stage, randomBytes(32).toString("base64"));
  const runs: Runs = { own: [], graphileTuned: [], graphileDefault: [], bossFetch: [], bossWork: [] };
  for (let round = 1; round <= length.rounds; round++) {
    report(`round ${round}: ours, ${PEERS.join(", ")}`);
    runs.own.push(await own.run(workOf(length, length.many), length.handled));
    for (const peer of PEERS) runs[peer].push(await runPeer(stage, { peer, round, length }));
  }
  return figuresOf(runs);
}

/** Each run has a database of its own, so that nobody pays for the rows of an earlier one. */
async function runPeer(stage: Stage, { peer, round, length }: { peer: Peer; round: number; length: Length }) {
  const name = `${peer}_${round}`.toLowerCase();
  await ensureDatabase(stage.postgres.url("postgres"), name);
  const work = workOf(length, FEW.has(peer) ? length.few : length.many);
  const task = { peer, databaseUrl: stage.postgres.url(name), work };
  return runTask(join(import.meta.dirname, "peer-main.ts"), task, QueueOutcome);
}

function figuresOf(runs: Runs): Figure[] {
  type Part = keyof QueueOutcome;
  const of = (side: keyof Runs, part: Part) => runs[side].map((run) => run[part]);
  const ratio = (part: Part, peer: Peer) => medianRatio(of("own", part), of(peer, part));
  const sides = ["own", ...PEERS] as const;
  return [
    atLeast("addVsGraphile", ratio("addPerSecond", "graphileTuned"), "x", 3),
    atLeast("addVsBoss", ratio("addPerSecond", "bossWork"), "x", 2),
    atLeast("bulkVsGraphile", ratio("bulkPerSecond", "graphileTuned"), "x", null),
    atLeast("bulkVsBoss", ratio("bulkPerSecond", "bossFetch"), "x", null),
    atLeast("processVsGraphileTuned", ratio("processPerSecond", "graphileTuned"), "x", 0.7),
    atLeast("processVsGraphileDefault", ratio("processPerSecond", "graphileDefault"), "x", 5),
    atLeast("processVsBossFetch", ratio("processPerSecond", "bossFetch"), "x", 1.5),
    atMost("startP50VsGraphile", ratio("startP50Ms", "graphileDefault"), "x", 1),
    atMost("startP99VsGraphile", ratio("startP99Ms", "graphileDefault"), "x", 1),
    ...sides.flatMap((side) => [
      atLeast(`${side}AddPerSecond`, median(of(side, "addPerSecond")), "jobs/s", null),
      atLeast(`${side}BulkPerSecond`, median(of(side, "bulkPerSecond")), "jobs/s", null),
      atLeast(`${side}ProcessPerSecond`, median(of(side, "processPerSecond")), "jobs/s", null),
      atMost(`${side}StartP50Ms`, median(of(side, "startP50Ms")), "ms", null),
      atMost(`${side}StartP99Ms`, median(of(side, "startP99Ms")), "ms", null),
    ]),
    atLeast("ownHandledPerSecond", median(runs.own.map((run) => run.handledPerSecond)), "events/s", null),
  ];
}

export async function benchQueue(args: readonly string[]): Promise<void> {
  const options = readBenchArguments(args, HELP);
  if (options === null) return;
  const stage = await openStage();
  try {
    const figures = await measure(stage, options.isQuick ? QUICK_LENGTH : TRUE_LENGTH, options.report);
    printFigures("queue", figures, options.isJson);
  } finally {
    await stage.close();
  }
}
