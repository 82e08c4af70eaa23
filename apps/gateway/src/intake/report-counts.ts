import type { Logger } from "@botdeck/telemetry";

import { type IntakeCounts, noCounts } from "./intake-counts.ts";

const EVERY_MS = 5_000;

/**
 * Says every few seconds what became of the events that came since the last time, if any did. A line for each batch would
 * be written before its answers go out, and took a tenth of the intake's processor time.
 */
export function reportCounts(counts: Readonly<IntakeCounts>, logger: Logger): { stop(): Promise<void> } {
  let told = noCounts();

  function tell(): void {
    const { kept, spooled, refused } = counts;
    const since = { kept: kept - told.kept, spooled: spooled - told.spooled, refused: refused - told.refused };
    told = { kept, spooled, refused };
    if (since.kept + since.spooled + since.refused > 0) logger.info(since, "events came in");
  }
  const timer = setInterval(tell, EVERY_MS);

  return {
    async stop() {
      clearInterval(timer);
      tell();
    },
  };
}
