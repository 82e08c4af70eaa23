import { findTemporalCli } from "@botdeck/local-stack";
import { expect, test } from "vitest";

import { drillReturnCrash } from "./drill.ts";

const TIMEOUT_MS = 15 * 60_000;

// May build the server first, which takes minutes once.
const cli = await findTemporalCli({ environment: process.env });

test.skipIf(!cli.ok)(
  "a return goes on at the same step when worker and Temporal are killed at every one, and nothing is lost or said twice",
  async () => {
    const runs = await drillReturnCrash({
      // One run kills at every step; `pnpm drill return-crash` repeats it with other seeds.
      times: 1,
      seed: 7,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      report: () => {},
      onRun: () => {},
    });
    expect(runs).toMatchObject([{ lost: 0, duplicated: 0, reordered: 0, midSend: true }]);
  },
  TIMEOUT_MS,
);
