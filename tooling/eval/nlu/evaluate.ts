import { trainEmbedded, UNDERSTANDING_DEFAULTS, type Example } from "@botdeck/dialog";

import { measure, type Measures } from "./measure.ts";
import { predict, type Prediction } from "./predict.ts";
import { quantile } from "./statistics.ts";

/** Times in milliseconds of this machine, sizes in bytes. */
export type Figures = Measures & {
  threshold: number;
  askAt: number;
  seed: number;
  trainMs: number;
  predictP50Ms: number;
  predictP95Ms: number;
  predictP99Ms: number;
  modelBytes: number;
};

export type Evaluated = { figures: Figures; predictions: readonly Prediction[] };

type Options = { train: readonly Example[]; test: readonly Example[]; threshold?: number; seed?: number };

/** Trains the embedded classifier on some examples and measures it on others. */
export function evaluate({ train, test, threshold = UNDERSTANDING_DEFAULTS.answerAt, seed = 7 }: Options): Evaluated {
  const before = performance.now();
  const model = trainEmbedded(train, { seed });
  const trainMs = performance.now() - before;

  const times: number[] = [];
  const timed = {
    rank(text: string) {
      const asked = performance.now();
      const ranked = model.rank(text);
      times.push(performance.now() - asked);
      return ranked;
    },
  };
  const settings = { ...UNDERSTANDING_DEFAULTS, answerAt: threshold };
  // The first time through, the code is still being compiled; a bot that runs has that behind it.
  predict(model, test, settings);
  const predictions = predict(timed, test, settings);
  const timeAt = (part: number) => round(quantile(times, part) ?? 0);
  const figures = {
    ...measure(predictions),
    threshold,
    askAt: settings.askAt,
    seed,
    trainMs: round(trainMs),
    predictP50Ms: timeAt(0.5),
    predictP95Ms: timeAt(0.95),
    predictP99Ms: timeAt(0.99),
    modelBytes: model.toBytes().length,
  };
  return { figures, predictions };
}

const round = (ms: number) => Math.round(ms * 1000) / 1000;
