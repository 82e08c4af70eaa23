import type { DataSet } from "./data-sets.ts";
import type { Measures } from "./measure.ts";
import type { Target } from "./targets.ts";

/** A target and what was reached; `sets` as a person reads it. */
export type Judged = {
  measure: string;
  sets: string;
  value: number;
  better: Target["better"];
  must: number;
  stretch: number;
  isMet: boolean;
};

/** @throws when a set lacks what its target is about: then the target is wrong, not the classifier */
export function judge(target: Target, measuresOf: (set: DataSet) => Measures): Judged[] {
  const values = target.sets.map((set) => ({ sets: set as string, value: valueOf(target, set, measuresOf(set)) }));
  if (target.of === "each") return values.map(({ sets, value }) => judged(target, sets, value));
  const sum = values.reduce((total, { value }) => total + value, 0);
  const sets = values.length === 1 ? (target.sets[0] ?? "") : `mean of ${target.sets.join(", ")}`;
  return [judged(target, sets, Math.round((10 * sum) / values.length) / 10)];
}

export function judged(
  { measure, better, must, stretch }: Omit<Target, "sets" | "of" | "measure"> & { measure: string },
  sets: string,
  value: number,
): Judged {
  const isMet = better === "higher" ? value >= must : value <= must;
  return { measure, sets, value, better, must, stretch, isMet };
}

function valueOf({ measure }: Target, set: DataSet, measures: Measures): number {
  const value = measures[measure];
  if (value === null) throw new Error(`${set} has no rows from which ${measure} can be told`);
  return value;
}
