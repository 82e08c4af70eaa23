import { drillReturnCrash } from "./drill.ts";

const FIGURES = ["lost", "duplicated", "reordered"] as const;

/** `pnpm drill return-crash`. @returns True when every run kept the promises. */
export async function runReturnCrash(
  { seed, times, isJson }: { seed: number; times: number; isJson: boolean },
  signal: AbortSignal,
): Promise<boolean> {
  const print = (facts: object) => process.stdout.write(`${JSON.stringify(facts)}\n`);
  const runs = await drillReturnCrash({
    times,
    seed,
    signal,
    report: (line) => process.stderr.write(`${line}\n`),
    onRun: (run) => {
      if (isJson) print({ drill: "return-crash", ...run });
      else
        process.stdout.write(
          `run ${run.run}: lost ${run.lost}, duplicated ${run.duplicated}, reordered ${run.reordered}, ${run.ms} ms\n`,
        );
    },
  });
  const total = (figure: (typeof FIGURES)[number]) => runs.reduce((sum, run) => sum + run[figure], 0);
  for (const figure of FIGURES) {
    if (isJson)
      print({ bench: "drill-return-crash", figure, value: total(figure), unit: "count", target: 0, better: "lower" });
  }
  const isKept = FIGURES.every((figure) => total(figure) === 0);
  process.stderr.write(isKept ? `${times} of ${times} runs kept the promises\n` : "a promise broke\n");
  return isKept;
}
