import type { Prediction } from "./predict.ts";
import { areaUnderRoc, expectedCalibrationError, quantile } from "./statistics.ts";

/** Shares in percent with one decimal; null where the test rows hold nothing to tell it from. */
export type Measures = {
  /** In-scope rows whose first, first two, first three intents hold the right one. */
  accuracy: number | null;
  top2: number | null;
  top3: number | null;
  /** How well the confidence tells in-scope rows from out-of-scope ones; 50 is chance. */
  auroc: number | null;
  /** Out-of-scope rows that are not answered, and how many of the rows not answered are such. */
  oosRecall: number | null;
  oosPrecision: number | null;
  /** Of all rows answered, those answered rightly; in-scope rows answered. */
  rightOfAnswered: number | null;
  answered: number | null;
  /** In-scope rows answered rightly at the threshold that refuses 80 or 90 % of the out-of-scope rows. */
  rightAtOosRefusal80: number | null;
  rightAtOosRefusal90: number | null;
  /** Out-of-scope rows refused at the threshold at which 92 % of all in-scope rows are still answered rightly. */
  oosRefusedAtRight92: number | null;
  /** In-scope rows answered rightly or asked about with the right one among the choices. */
  understood: number | null;
  /** In-scope rows answered wrongly; out-of-scope rows that were asked about. */
  wrong: number | null;
  oosAsked: number | null;
  /** Mean distance of confidence and truth, 15 bins; an out-of-scope row is never right. */
  ece: number | null;
};

export function measure(predictions: readonly Prediction[]): Measures {
  const own = predictions.filter(({ isOos }) => !isOos);
  const oos = predictions.filter(({ isOos }) => isOos);
  const ofOwn = (counts: (prediction: Prediction) => boolean) => share(own, counts);
  const confidencesOf = (rows: readonly Prediction[]) => rows.map(({ confidence }) => confidence);
  const refusing = (part: number) => quantile(confidencesOf(oos), part);
  const rightAbove = (threshold: number | null) =>
    threshold === null ? null : ofOwn((row) => isRight(row) && row.confidence > threshold);
  const at92 = confidencesOf(own.filter(isRight)).sort((left, right) => right - left)[Math.ceil(0.92 * own.length) - 1];
  return {
    accuracy: ofOwn(isRight),
    top2: ofOwn((row) => row.ranked.slice(0, 2).includes(row.intent)),
    top3: ofOwn((row) => row.ranked.slice(0, 3).includes(row.intent)),
    auroc: percent(areaUnderRoc(confidencesOf(own), confidencesOf(oos))),
    oosRecall: share(oos, (row) => !isAnswered(row)),
    oosPrecision:
      oos.length === 0
        ? null
        : share(
            predictions.filter((row) => !isAnswered(row)),
            ({ isOos }) => isOos,
          ),
    rightOfAnswered: share(predictions.filter(isAnswered), isRight),
    answered: ofOwn(isAnswered),
    rightAtOosRefusal80: rightAbove(refusing(0.8)),
    rightAtOosRefusal90: rightAbove(refusing(0.9)),
    oosRefusedAtRight92: at92 === undefined ? null : share(oos, ({ confidence }) => confidence < at92),
    understood: ofOwn(isUnderstood),
    wrong: ofOwn((row) => isAnswered(row) && !isRight(row)),
    oosAsked: share(oos, ({ verdict }) => verdict.kind === "ask"),
    ece: percent(
      expectedCalibrationError(predictions.map((row) => ({ chance: row.confidence, isTrue: isRight(row) }))),
    ),
  };
}

const isRight = ({ ranked, intent }: Prediction) => ranked[0] === intent;
const isAnswered = ({ verdict }: Prediction) => verdict.kind === "sure";

function isUnderstood(row: Prediction): boolean {
  if (row.verdict.kind === "sure") return row.verdict.intent === row.intent;
  return row.verdict.kind === "ask" && row.verdict.choices.includes(row.intent);
}

function share(rows: readonly Prediction[], counts: (prediction: Prediction) => boolean): number | null {
  return rows.length === 0 ? null : percent(rows.filter(counts).length / rows.length);
}

function percent(part: number | null): number | null {
  return part === null ? null : Math.round(part * 1000) / 10;
}
