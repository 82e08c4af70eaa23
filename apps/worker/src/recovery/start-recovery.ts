import { pauseFor } from "@botdeck/core";
import { noticeGatewayOutages, outagesToRecover, type PollerLocks } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { unhurried } from "./place.ts";
import { createRecordPoller } from "./poll-records.ts";
import type { RecoveryDeps } from "./recovery-deps.ts";
import { createQueueReader } from "./read-queues.ts";
import { recoverOutage } from "./recover-outage.ts";

/** Of all processes one at a time looks for what was missed, and reads the portals' queues of changes. */
export const RECOVERY_LOCK = "recovery";
/** How often the lives of the gateways are compared, in milliseconds. */
const LOOK_MS = 3_000;
/** How often the portals' queues are read, and what could not be looked through is tried again, in milliseconds. */
const ROUND_MS = 30_000;

type Deps = Omit<RecoveryDeps, "calls"> & {
  locks: PollerLocks;
  logger: Logger;
  /** Waits so many milliseconds, or less when the signal is given. */
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

/** Notices outages and looks for what was missed in them; in between it takes the changes that portals have queued, or looks for them. */
export function startRecovery({ locks, pause = pauseFor, ...rest }: Deps): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const deps = { ...rest, calls: unhurried(stopping.signal) };
  const { db, logger } = deps;
  const readQueues = createQueueReader(deps);
  const pollRecords = createRecordPoller(deps);
  const triedInVain = new Set<string>();
  let suspectedSince: string | null = null;
  let roundAt = 0;

  async function look(): Promise<void> {
    suspectedSince = await noticeGatewayOutages(db, suspectedSince);
    const isNews = (await outagesToRecover(db)).some(({ id }) => !triedInVain.has(id));
    if (!isNews && Date.now() < roundAt) return;
    await locks.run(RECOVERY_LOCK, round);
    roundAt = Date.now() + ROUND_MS;
  }

  async function round(): Promise<void> {
    for (const outage of await outagesToRecover(db)) {
      triedInVain.add(outage.id);
      await recoverOutage(outage, deps);
    }
    await readQueues();
    await pollRecords();
  }

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await look();
      } catch (error) {
        if (!stopping.signal.aborted) logger.warn({ err: error }, "outages could not be looked into");
      }
      await pause(LOOK_MS, stopping.signal);
    }
  }

  const working = work();
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
