import { pauseFor } from "@botdeck/core";
import { databaseNow, type DatabaseHandle, isDatabaseAway, type RetentionDays, runUpkeepAlone } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import type { Role } from "../roles/role.ts";
import { applyRetention } from "./apply-retention.ts";
import { expireParkedWork } from "./expire-parked-work.ts";
import { settleSilentVisits } from "./settle-silent-visits.ts";

const FIRST_MS = 5 * 60_000;
const EVERY_MS = 3_600_000;
/** What was looked through is passed over by the next runs; this often everything is looked through again. */
const WHOLE_EVERY_MS = 24 * 3_600_000;

/**
 * Removes what is kept no longer, decides visits that ended in silence, drops what waited in vain for a permission and keeps
 * grants alive, every hour, in one process of all; the first time some minutes after the start, when there is more to do.
 *
 * @param deps.now By default the database's clock, by which things were settled: a machine whose clock is ahead removes nothing.
 * @param deps.firstMs, deps.everyMs For tests.
 */
export function startUpkeep(deps: {
  handle: DatabaseHandle;
  databaseUrl: string;
  days: RetentionDays;
  /** Silence after which a client is taken to have what they came for, in hours. */
  settleVisitsAfterHours: number;
  /** Renews the grants that would else end unused. */
  renewGrants: (now: Date) => Promise<void>;
  logger: Logger;
  now?: () => Promise<Date>;
  firstMs?: number;
  everyMs?: number;
}): Role {
  const { handle, databaseUrl, days, logger, firstMs = FIRST_MS, everyMs = EVERY_MS } = deps;
  const { now = () => databaseNow(handle.db) } = deps;
  const stopping = new AbortController();
  const places = new Map<string, string>();
  let wholeAt = 0;

  async function look(): Promise<void> {
    const at = await now();
    if (at.getTime() - wholeAt >= WHOLE_EVERY_MS) {
      places.clear();
      wholeAt = at.getTime();
    }
    const options = { days, now: at, places, signal: stopping.signal };
    await runUpkeepAlone(databaseUrl, async () => {
      const removed = await applyRetention(handle.db, options);
      if (Object.keys(removed).length > 0) logger.info({ removed }, "what is kept no longer is removed");
      await settleSilentVisits(handle.db, { now: at, afterHours: deps.settleVisitsAfterHours, logger });
      await expireParkedWork(handle.db, logger);
      await deps.renewGrants(at);
    });
  }

  async function keepOn(): Promise<void> {
    const pause = (ms: number) => pauseFor(ms * (1 + Math.random() / 4), stopping.signal);
    await pause(firstMs);
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => {
        const text = "what is kept too long could not be removed";
        if (isDatabaseAway(error)) logger.warn({ err: error }, text);
        else logger.error({ err: error }, text);
      });
      await pause(everyMs);
    }
  }

  const running = keepOn();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
