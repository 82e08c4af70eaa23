import { parseArgs } from "node:util";

import { PLATFORM_METHODS } from "@botdeck/b24-spec";

import { CASES } from "./cases/index.ts";
import { checkMethod } from "./check-method.ts";
import { startWorld } from "./world.ts";

const HELP = `pnpm conformance [--only <text>] [--json]

Calls every method that the platform uses on a fresh emulator and compares the answer with the documented one.
  --only <text>  only methods whose name contains this
  --json         one line per figure instead of a report
The command fails when an answer has the wrong form, or a method is not covered.`;

const MINIMUM_COVERED = 250;

const { values } = parseArgs({
  options: { only: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
});

async function run(only: string, asJson: boolean): Promise<void> {
  const names = PLATFORM_METHODS.filter((name) => name.toLowerCase().includes(only.toLowerCase()));
  const world = await startWorld();
  const lines: string[] = [];
  let covered = 0;
  let wrongShape = 0;
  for (const name of names) {
    const verdict = await checkMethod(world, name, CASES);
    if (verdict.kind !== "uncovered") covered += 1;
    if (verdict.kind === "wrong") wrongShape += 1;
    if (verdict.kind === "uncovered") lines.push(`${name}: not covered (${verdict.why})`);
    if (verdict.kind === "wrong") lines.push(...verdict.faults.map((fault) => `${name}: ${fault}`));
  }
  await world.close();

  if (asJson) {
    print(figure("covered", covered, MINIMUM_COVERED, "higher"));
    print(figure("wrongShape", wrongShape, 0, "lower"));
  } else {
    for (const line of lines) print(line);
    print(`${covered} of ${names.length} methods covered, ${wrongShape} of them with a wrong answer`);
  }
  if (covered < names.length || wrongShape > 0) process.exitCode = 1;
}

function figure(name: string, value: number, target: number, better: "higher" | "lower"): string {
  return JSON.stringify({ bench: "conformance", figure: name, value, unit: "methods", target, better });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (values.help === true) print(HELP);
else await run(values.only ?? "", values.json === true);
