import { setTimeout as delay } from "node:timers/promises";

import { isDatabaseAway } from "@botdeck/db";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

/**
 * Writes something down that is known already, again and again while the database is away: it must not be lost because of
 * a moment.
 *
 * @param patienceMs How long; what the last try threw is thrown after it.
 */
export async function untilWritten<Result>(write: () => Promise<Result>, patienceMs: number): Promise<Result> {
  const giveUpAt = performance.now() + patienceMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await write();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() + pauseMs > giveUpAt) throw error;
      await delay(pauseMs);
    }
  }
}
