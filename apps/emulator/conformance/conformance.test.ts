import { expect, test } from "vitest";

import { runConformance } from "./run-conformance.ts";

test(
  "every method that the platform uses answers as documented, and refuses a call without what it needs",
  { timeout: 120_000 },
  async () => {
    const { faults, asked, covered } = await runConformance();
    expect(faults).toEqual([]);
    expect(covered).toBe(asked);
  },
);
