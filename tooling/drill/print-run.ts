import type { FaultRun } from "./run-drill.ts";

type Print = (facts: object) => void;

/** One run as a line for machines. */
export function runLine({ fault, seed, tookMs, ...end }: FaultRun): object {
  if (end.is !== "run") return { fault, [end.is]: end.reason, seed };
  const { accepted, lost, duplicated, reordered, inDoubt, recoverMs, dead, refused, intakeMs, broken, findings } =
    end.outcome;
  const extra = { dead, refused, intakeP99Ms: intakeMs.p99, seed, tookMs };
  const why = end.isKept && findings.length === 0 ? {} : { broken, findings };
  return { fault, accepted, lost, duplicated, reordered, inDoubt, recoverMs, ...extra, ...why };
}

/** One run for people. */
export function runWords(run: FaultRun): string {
  const name = run.fault.padEnd(34);
  if (run.is !== "run") return `${name} ${run.is}: ${run.reason}`;
  const { accepted, lost, duplicated, reordered, inDoubt, recoverMs, dead, refused, broken, findings } = run.outcome;
  const counts = { lost, duplicated, reordered, "in doubt": inDoubt, dead, refused };
  const told = Object.entries(counts).flatMap(([word, count]) => (count === 0 ? [] : `${count} ${word}`));
  const line = `${name} ${run.isKept ? "kept  " : "BROKEN"} ${accepted} accepted, ${told.join(", ") || "all answered once, in order"}; back after ${recoverMs} ms`;
  return [line, ...[...broken, ...findings].map((each) => `    ${each}`)].join("\n");
}

/** The sums of a whole drill, in the form of the benches. */
export function printFigures(
  { runs, leaks }: { runs: readonly FaultRun[]; leaks: readonly string[] },
  print: Print,
): void {
  const outcomes = runs.flatMap((run) => (run.is === "run" ? [run.outcome] : []));
  const sum = (figure: "lost" | "duplicated" | "reordered") =>
    outcomes.reduce((total, outcome) => total + outcome[figure], 0);
  const figure = (name: string, value: number) =>
    print({ bench: "drill-faults", figure: name, value, unit: "count", target: 0, better: "lower" });
  for (const name of ["lost", "duplicated", "reordered"] as const) figure(name, sum(name));
  figure("broken", outcomes.filter(({ broken }) => broken.length > 0).length);
  figure("leaked", leaks.length);
  figure("not_measured", runs.filter(({ is }) => is === "failed").length);
}
