import { withDeadline } from "@botdeck/core";
import { isDatabaseAway } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

/** How soon a database that was away is asked again, and how long it may take to answer, in milliseconds. */
const PROBE_EVERY_MS = 200;
const PROBE_MS = 1_000;

export type DatabaseWatch = {
  isThere(): boolean;
  /** Something could not be kept: until the database answers again, nothing more is tried on it. */
  lost(error: unknown): void;
  stop(): void;
};

type Deps = {
  /** Asks the database for anything. */
  ping: () => Promise<unknown>;
  /** Called when it answers again. */
  onBack: () => void;
  logger: Logger;
};

/** The breaker of the intake: opened by a failed commit, closed by an answer. */
export function createDatabaseWatch({ ping, onBack, logger }: Deps): DatabaseWatch {
  let lostAtMs: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function probeSoon(): void {
    if (!isStopped) timer = setTimeout(() => void probe(), PROBE_EVERY_MS);
  }

  async function probe(): Promise<void> {
    try {
      await withDeadline(ping(), PROBE_MS);
    } catch {
      probeSoon();
      return;
    }
    if (isStopped || lostAtMs === null) return;
    logger.info({ awayMs: Math.round(performance.now() - lostAtMs) }, "the database answers again");
    lostAtMs = null;
    onBack();
  }

  return {
    isThere: () => lostAtMs === null,
    lost(error) {
      if (lostAtMs !== null || isStopped) return;
      lostAtMs = performance.now();
      const facts = { err: error, isAway: isDatabaseAway(error) };
      logger.error(facts, "the database does not keep events; they go to the spool until it answers");
      probeSoon();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
