import { readDataSet } from "./data-sets.ts";
import { evaluate } from "./evaluate.ts";
import { judged, type Judged } from "./judge.ts";

const SET = "b24support-ru";

/** What 160 phrases cost on this machine: run it first in a process, as a bot's first message does. */
export function cost(): Judged[] {
  const { figures } = evaluate(readDataSet(SET));
  const row = (measure: string, value: number, must: number, stretch: number) =>
    judged({ measure, better: "lower", must, stretch }, SET, value);
  return [
    row("training, cold, ms", figures.trainMs, 1500, 500),
    row("prediction p50, ms", figures.predictP50Ms, 0.2, 0.1),
    row("prediction p95, ms", figures.predictP95Ms, 0.5, 0.5),
    row("model, kB", figures.modelBytes / 1000, 300, 100),
  ];
}
