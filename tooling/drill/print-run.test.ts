import { expect, test } from "vitest";

import { figuresOf, runLine, runWords } from "./print-run.ts";
import type { FaultRun } from "./run-drill.ts";

const ran = (fault: string, change: object = {}): FaultRun => ({
  is: "run",
  fault,
  seed: 3,
  tookMs: 9,
  isKept: true,
  outcome: {
    accepted: 10,
    lost: 0,
    duplicated: 0,
    reordered: 0,
    crossed: 0,
    inDoubt: 0,
    dead: 0,
    refused: 0,
    findings: [],
    recoverMs: 40,
    intakeMs: { p99: 5, max: 7 },
    broken: [],
    ...change,
  },
});

test("a fault's line has the promised counts, and the seed that repeats it", () => {
  expect(runLine(ran("rolling-restart", { lost: 1 }))).toMatchObject({
    fault: "rolling-restart",
    accepted: 10,
    lost: 1,
    duplicated: 0,
    reordered: 0,
    inDoubt: 0,
    recoverMs: 40,
    seed: 3,
  });
});

test("that all accepted events were answered is said also where others were refused", () => {
  expect(runWords(ran("disk-full", { refused: 2 }))).toContain(
    "10 accepted, all answered once, in order; 2 refused; back after 40 ms",
  );
  expect(runWords(ran("disk-full", { lost: 1 }))).toContain("10 accepted, 1 lost; back");
});

test("what could not be measured is a figure of its own, and of several runs the worst counts", () => {
  const failed: FaultRun = { is: "failed", reason: "no", fault: "disk-full", seed: 1, tookMs: 1 };
  const runs = [ran("rolling-restart"), ran("rolling-restart", { refused: 2 }), failed];
  const figures = figuresOf({ runs, leaks: ["a secret stands in the log gateway-1.log"] });
  const values = Object.fromEntries(figures.map(({ bench, figure, value }) => [`${bench} ${figure}`, value]));
  expect(values).toMatchObject({ "drill not_measured": 1, "drill leaked": 1, "drill-rolling-restart refused": 2 });
});
