import type { RecordScanInput } from "@botdeck/contracts";
import { ActivityFailure, proxyActivities } from "@temporalio/workflow";

import type { RecordScanActivities, Scanned } from "./activities.ts";

const { scanRecords } = proxyActivities<RecordScanActivities>({
  startToCloseTimeout: "20 m",
  heartbeatTimeout: "60 s",
  // The next hour looks again, and finds what this one did not.
  retry: { initialInterval: "10 s", maximumInterval: "2 m", maximumAttempts: 5 },
});

/**
 * Looks through a portal's records for what no event tells.
 *
 * @param input Checked by whoever starts it.
 */
export async function recordScan(input: RecordScanInput): Promise<Scanned | { kind: "failed" }> {
  try {
    return await scanRecords(input);
  } catch (error) {
    if (error instanceof ActivityFailure) return { kind: "failed" };
    throw error;
  }
}
