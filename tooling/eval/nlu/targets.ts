import type { DataSet } from "./data-sets.ts";
import type { Measures } from "./measure.ts";

/** At least `must`, or at most when lower is better. Several sets: their mean, or each of them by itself. */
export type Target = {
  measure: keyof Measures;
  sets: readonly DataSet[];
  of: "mean" | "each";
  better: "higher" | "lower";
  must: number;
  stretch: number;
};

const HINT3 = ["hint3-curekart", "hint3-sofmattress", "hint3-powerplay11"] as const;

export const TARGETS: readonly Target[] = [
  { ...mean("accuracy", HINT3), must: 74, stretch: 77 },
  { ...mean("auroc", HINT3), must: 84, stretch: 87 },
  { ...mean("rightAtOosRefusal90", HINT3), must: 46, stretch: 52 },
  // 83 is wanted of all published rows; of this half, 51, one more or less is two points.
  { ...mean("accuracy", ["hwu20-ru"]), must: 80, stretch: 88 },
  { ...mean("accuracy", ["nlu-ru"]), must: 77, stretch: 80 },
  { ...mean("accuracy", ["massive-ru-10"]), must: 57, stretch: 62 },
  { ...mean("accuracy", ["massive-ru-30"]), must: 68, stretch: 73 },
  { ...mean("accuracy", ["clinc150-10"]), must: 81.5, stretch: 86 },
  { ...mean("accuracy", ["banking77-10"]), must: 75, stretch: 80 },
  { ...mean("accuracy", ["hwu64-10"]), must: 69, stretch: 75 },
  { ...mean("accuracy", ["hwu64-30"]), must: 80, stretch: 84 },
  { ...mean("accuracy", ["b24support-ru"]), must: 69, stretch: 80 },
  { ...mean("rightOfAnswered", ["b24support-ru"]), must: 95, stretch: 97 },
  { ...mean("oosRecall", ["b24support-ru"]), must: 98, stretch: 100 },
  { ...mean("understood", ["b24support-ru"]), must: 72, stretch: 85 },
  { measure: "wrong", sets: ["b24support-ru"], of: "mean", better: "lower", must: 2, stretch: 1 },
  {
    measure: "ece",
    sets: ["b24support-ru", ...HINT3, "clinc150-10", "banking77-10"],
    of: "each",
    better: "lower",
    must: 14,
    stretch: 6,
  },
];

function mean(measure: keyof Measures, sets: readonly DataSet[]) {
  return { measure, sets, of: "mean", better: "higher" } as const;
}
