import { expect, test } from "vitest";

import { FAULTS } from "./faults/index.ts";
import { runDrill } from "./run-drill.ts";

/** Each dies at a named place, or goes down in a named way, so that every run is the same. */
const SHORT = [
  "gateway-crash-after-commit",
  "worker-crash-before-call",
  "worker-crash-after-call",
  "postgres-immediate",
  "forged-tokens",
];
const TIMEOUT_MS = 8 * 60_000;

test(
  "what was answered 200 is answered once, in order, when gateway, worker and Postgres die at their worst moments",
  async () => {
    const { runs, leaks } = await runDrill({
      faults: FAULTS.filter(({ name }) => SHORT.includes(name)),
      seed: 7,
      isLong: false,
      gateways: 2,
      workers: 2,
      report: () => {},
      onRun: () => {},
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    expect(runs).toMatchObject(SHORT.map((fault) => ({ fault, is: "run", isKept: true })));
    expect(leaks).toEqual([]);
  },
  TIMEOUT_MS,
);
