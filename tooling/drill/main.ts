import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";

import { drillReturnCrash } from "./return-crash/drill.ts";

const USAGE = `pnpm drill return-crash [--times N] [--seed N] [--json]

  return-crash   plays a product return while the worker and the Temporal server are killed (SIGKILL) at every step;
                 nothing may be lost, said twice or out of order. A seed repeats its moments.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [times, seed] = [Number(values.times), Number(values.seed)];

if (
  values.help ||
  positionals[0] !== "return-crash" ||
  !Number.isInteger(times) ||
  times < 1 ||
  !Number.isInteger(seed)
) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}
const print = (facts: object) => process.stdout.write(`${JSON.stringify(facts)}\n`);

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => interrupted.abort(new AppError("conflict", `it was ended by ${signal}`)));
}

try {
  const runs = await drillReturnCrash({
    times,
    seed,
    signal: interrupted.signal,
    report: (line) => process.stderr.write(`${line}\n`),
    onRun: (run) => {
      if (values.json) print({ drill: "return-crash", ...run });
      else
        process.stdout.write(
          `run ${run.run}: lost ${run.lost}, duplicated ${run.duplicated}, reordered ${run.reordered}, ${run.ms} ms\n`,
        );
    },
  });
  const total = (figure: "lost" | "duplicated" | "reordered") => runs.reduce((sum, run) => sum + run[figure], 0);
  for (const figure of ["lost", "duplicated", "reordered"] as const) {
    if (values.json)
      print({ bench: "drill-return-crash", figure, value: total(figure), unit: "count", target: 0, better: "lower" });
  }
  const isKept = total("lost") + total("duplicated") + total("reordered") === 0;
  process.stderr.write(isKept ? `${times} of ${times} runs kept the promises\n` : "a promise broke\n");
  process.exitCode = isKept ? 0 : 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`The drill could not be run: ${error.message}\n`);
  process.exitCode = 1;
}
