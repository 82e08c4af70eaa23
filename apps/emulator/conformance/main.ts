import { parseArgs } from "node:util";

import { runConformance } from "./run-conformance.ts";

const HELP = `pnpm conformance [--only <text>] [--json]

Calls every method that the platform uses on a fresh emulator, and compares the answer with the documented one.
  --only <text>  only methods whose name contains this
  --json         one line per figure instead of a report
The command fails when an answer has the wrong form, or a method is not covered.`;

const MINIMUM_COVERED = 250;

const { values } = parseArgs({
  options: { only: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
});

async function report(only: string, asJson: boolean): Promise<void> {
  const { asked, covered, wrongShape, faults } = await runConformance(only);
  if (asJson) {
    print(figure("covered", covered, MINIMUM_COVERED, "higher"));
    print(figure("wrongShape", wrongShape, 0, "lower"));
  } else {
    for (const fault of faults) print(fault);
    print(`${covered} of ${asked} methods covered, ${wrongShape} of them with a wrong answer`);
  }
  if (faults.length > 0) process.exitCode = 1;
}

function figure(name: string, value: number, target: number, better: "higher" | "lower"): string {
  return JSON.stringify({ bench: "conformance", figure: name, value, unit: "methods", target, better });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (values.help === true) print(HELP);
else await report(values.only ?? "", values.json === true);
