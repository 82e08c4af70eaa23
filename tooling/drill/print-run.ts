import type { FaultRun } from "./run-drill.ts";
import type { Outcome } from "./stage.ts";

/** One run as a line for machines. */
export function runLine({ fault, seed, tookMs, ...end }: FaultRun): object {
  if (end.is !== "run") return { fault, [end.is]: end.reason, seed };
  const {
    accepted,
    lost,
    duplicated,
    reordered,
    inDoubt,
    recoverMs,
    crossed,
    dead,
    refused,
    intakeMs,
    broken,
    findings,
  } = end.outcome;
  const extra = { crossed, dead, refused, intakeP99Ms: intakeMs.p99, intakeMaxMs: intakeMs.max, seed, tookMs };
  const why = end.isKept && findings.length === 0 ? {} : { broken, findings };
  return { fault, accepted, lost, duplicated, reordered, inDoubt, recoverMs, ...extra, ...why };
}

/** One run for people. */
export function runWords(run: FaultRun): string {
  const name = run.fault.padEnd(34);
  if (run.is !== "run") return `${name} ${run.is}: ${run.reason}`;
  const { accepted, lost, duplicated, reordered, inDoubt, recoverMs, crossed, dead, refused, broken, findings } =
    run.outcome;
  const counts = { lost, duplicated, reordered, crossed, "in doubt": inDoubt, dead };
  const told = Object.entries(counts).flatMap(([word, count]) => (count === 0 ? [] : `${count} ${word}`));
  const end = told.length === 0 ? "all answered once, in order" : told.join(", ");
  // What was refused was never promised: it says nothing about what was accepted.
  const turnedAway = refused === 0 ? "" : `; ${refused} refused`;
  const line = `${name} ${run.isKept ? "kept  " : "BROKEN"} ${accepted} accepted, ${end}${turnedAway}; back after ${recoverMs} ms`;
  return [line, ...[...broken, ...findings].map((each) => `    ${each}`)].join("\n");
}

type Figure = { bench: string; figure: string; value: number; unit: "count" | "ms"; target: number; better: "lower" };

/** What single faults are measured by, beside what all of them promise. */
const MEASURED: readonly { fault: string; figure: string; unit: Figure["unit"]; target: number; of: Reading }[] = [
  { fault: "postgres-immediate", figure: "refused", unit: "count", target: 0, of: ({ refused }) => refused },
  { fault: "postgres-immediate", figure: "worst_answer", unit: "ms", target: 450, of: ({ intakeMs }) => intakeMs.max },
  { fault: "postgres-away", figure: "refused", unit: "count", target: 0, of: ({ refused }) => refused },
  { fault: "postgres-away", figure: "worst_answer", unit: "ms", target: 450, of: ({ intakeMs }) => intakeMs.max },
  { fault: "postgres-away", figure: "recovery", unit: "ms", target: 2_000, of: ({ recoverMs }) => recoverMs },
  { fault: "workers-kill-all", figure: "takeover", unit: "ms", target: 15_000, of: ({ recoverMs }) => recoverMs },
  { fault: "rolling-restart", figure: "refused", unit: "count", target: 0, of: ({ refused }) => refused },
  { fault: "random-killer", figure: "lost", unit: "count", target: 0, of: ({ lost }) => lost },
  { fault: "random-killer", figure: "duplicated", unit: "count", target: 0, of: ({ duplicated }) => duplicated },
];
type Reading = (outcome: Outcome) => number;

/** The sums of a whole drill and the figures of single faults, in the form of the benches. */
export function figuresOf({ runs, leaks }: { runs: readonly FaultRun[]; leaks: readonly string[] }): Figure[] {
  const ran = runs.flatMap((run) => (run.is === "run" ? [run] : []));
  const sum = (of: Reading) => ran.reduce((total, { outcome }) => total + of(outcome), 0);
  const counts = {
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    reordered: sum(({ reordered }) => reordered),
    broken: ran.filter(({ isKept }) => !isKept).length,
    leaked: leaks.length,
    not_measured: runs.filter(({ is }) => is === "failed").length,
  };
  const all = Object.entries(counts).map(([figure, value]): Figure => ({
    bench: "drill",
    figure,
    value,
    unit: "count",
    target: 0,
    better: "lower",
  }));
  const single = MEASURED.flatMap(({ fault, of, ...rest }): Figure[] => {
    const values = ran.filter((run) => run.fault === fault).map(({ outcome }) => of(outcome));
    // Of several runs the worst.
    return values.length === 0
      ? []
      : [{ bench: `drill-${fault}`, ...rest, value: Math.max(...values), better: "lower" }];
  });
  return [...all, ...single];
}
