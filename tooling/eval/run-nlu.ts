import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";

import { confusionsOf } from "./nlu/confusions.ts";
import { cost } from "./nlu/cost.ts";
import { DATA_SETS, readDataSet } from "./nlu/data-sets.ts";
import { evaluate } from "./nlu/evaluate.ts";
import { judge } from "./nlu/judge.ts";
import { tableOf } from "./nlu/print-table.ts";
import { readRows } from "./nlu/read-rows.ts";
import { robustness } from "./nlu/robustness.ts";
import { TARGETS } from "./nlu/targets.ts";

export const HELP = `Measures the embedded intent classifier.

  pnpm eval nlu --train FILE --test FILE   trains on one file and scores on the other; JSON Lines {"text","intent"},
                                           "oos" for messages of no intent
  pnpm eval nlu --targets                  all targets on the data in tooling/eval/data; exit code 1 when one is missed

  --threshold 0.7    confidence from which on a message is answered
  --seed 7           another seed for the training
  --confusions N     also the N commonest confusions
  --json             one JSON object with all measures (with --targets: a list of targets with their values)

Shares are in percent with one decimal, null where the rows cannot tell; times in milliseconds on this machine.
  answered, wrong, understood, rightAtOosRefusal80/90: of the in-scope rows
  rightOfAnswered: of all rows that were answered
  understood: answered rightly, or asked about with the right intent among the choices
`;

/** @returns the exit code */
export function runNlu(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      train: { type: "string" },
      test: { type: "string" },
      threshold: { type: "string", default: "0.7" },
      seed: { type: "string", default: "7" },
      confusions: { type: "string", default: "0" },
      targets: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.targets) return runTargets(values.json);
  if (values.help || values.train === undefined || values.test === undefined) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : 2;
  }
  const { figures, predictions } = evaluate({
    train: readRows(values.train),
    test: readRows(values.test),
    threshold: numberOf("threshold", values.threshold),
    seed: numberOf("seed", values.seed),
  });
  const confusions = confusionsOf(predictions, numberOf("confusions", values.confusions));
  if (values.json) {
    process.stdout.write(`${JSON.stringify(confusions.length === 0 ? figures : { ...figures, confusions })}\n`);
    return 0;
  }
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(20)} ${value ?? "-"}\n`);
  for (const { intent, takenFor, times } of confusions) process.stdout.write(`${times} × ${intent} → ${takenFor}\n`);
  return 0;
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0) return value;
  throw new AppError("invalid", `--${option} takes a number from 0 on, and "${text}" is none`);
}

function runTargets(isJson: boolean): number {
  const costs = cost();
  const measured = new Map(DATA_SETS.map((set) => [set, evaluate(readDataSet(set)).figures]));
  const quality = TARGETS.flatMap((target) =>
    judge(target, (set) => measured.get(set) ?? evaluate(readDataSet(set)).figures),
  );
  const rows = [...quality, ...robustness(), ...costs];
  process.stdout.write(isJson ? `${JSON.stringify(rows)}\n` : tableOf(rows));
  return rows.every(({ isMet }) => isMet) ? 0 : 1;
}
