import { expect, test } from "vitest";

import { stepsByDialog } from "../steps-by-dialog.ts";
import { fillGaps } from "./fill-gaps.ts";

const COUNTS = { contained: 1, solved: 1, recontacted: 0, returned: 0, rated: 0, satisfied: 0, ratingSum: 0 };
const kinds = { abandoned: 0, solved_presumed: 1, solved_confirmed: 0, handed_over: 0 };

test("days and months without a visit are points too", () => {
  const point = { at: "2026-02-28", decided: 3, kinds, ...COUNTS };
  const days = fillGaps({ unit: "day", points: [point] }, { from: "2026-02-27", to: "2026-03-01" });
  expect(days.points.map(({ at, decided }) => [at, decided])).toEqual([
    ["2026-02-27", 0],
    ["2026-02-28", 3],
    ["2026-03-01", 0],
  ]);
  const months = fillGaps({ unit: "month", points: [] }, { from: "2025-11-21", to: "2026-01-03" });
  expect(months.points.map(({ at }) => at)).toEqual(["2025-11-01", "2025-12-01", "2026-01-01"]);
});

test("where clients were lost stands by dialog, the worst step first, and nobody is lost where it was solved", () => {
  const lost = (dialog: string | null, step: string | null, abandoned: number, handed_over: number, solved = 0) => ({
    key: [dialog, step],
    decided: abandoned + handed_over + solved,
    kinds: { abandoned, handed_over, solved_presumed: solved, solved_confirmed: 0 },
  });
  const rows = [
    lost("a", "x", 1, 1),
    lost("b", "y", 1, 0),
    lost("b", null, 0, 0, 9),
    lost("b", "z", 2, 3),
    lost(null, null, 4, 4),
  ];
  expect(stepsByDialog(rows)).toEqual([
    {
      dialog: "b",
      visits: 15,
      steps: [
        { step: "z", abandoned: 2, handedOver: 3 },
        { step: "y", abandoned: 1, handedOver: 0 },
      ],
    },
    { dialog: "a", visits: 2, steps: [{ step: "x", abandoned: 1, handedOver: 1 }] },
  ]);
});
