import { AppError } from "@botdeck/core";

import { FAULTS } from "./faults/index.ts";
import { figuresOf, runLine, runWords } from "./print-run.ts";
import { type FaultRun, runDrill } from "./run-drill.ts";

const GATEWAYS = 2;
const WORKERS = 3;

type Options = { only: readonly string[]; seed: number; times: number; isLong: boolean; isJson: boolean };

/**
 * `pnpm drill`: the faults that were asked for, each `times` over with a seed of its own.
 *
 * @returns True when every promise was kept and everything could be measured.
 * @throws AppError `invalid` for a fault that does not exist.
 */
export async function runFaults({ only, seed, times, isLong, isJson }: Options, signal: AbortSignal): Promise<boolean> {
  const unknown = only.filter((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown.length > 0) throw new AppError("invalid", `There is no fault ${unknown.join(", ")}; --list names all`);
  const faults = FAULTS.filter(({ name }) => only.length === 0 || only.includes(name));
  const print = (facts: object) => process.stdout.write(`${JSON.stringify(facts)}\n`);
  const report = (line: string) => process.stderr.write(`${line}\n`);
  const runs: FaultRun[] = [];
  const leaks: string[] = [];
  for (let run = 0; run < times; run++) {
    const onRun = (ended: FaultRun) => (isJson ? print(runLine(ended)) : report(runWords(ended)));
    const shared = { gateways: GATEWAYS, workers: WORKERS, report, signal };
    const ended = await runDrill({ ...shared, faults, seed: seed + run, isLong, onRun });
    runs.push(...ended.runs);
    leaks.push(...ended.leaks);
  }
  if (isJson) for (const figure of figuresOf({ runs, leaks })) print(figure);
  const bad = runs.filter((run) => run.is === "failed" || (run.is === "run" && !run.isKept));
  for (const each of bad) report(`Repeat it: pnpm drill --only ${each.fault} --seed ${each.seed}`);
  for (const leak of leaks) report(`Leaked: ${leak}`);
  const words = `${bad.length} broke a promise or could not be measured, ${leaks.length} places with a secret`;
  report(`${runs.length} faults: ${bad.length + leaks.length === 0 ? "every promise kept" : words}`);
  return bad.length + leaks.length === 0;
}
