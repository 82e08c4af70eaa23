import { announce, type DatabaseHandle, type HeldRun, renewRun } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

type Deps = {
  db: DatabaseHandle["db"];
  /** A worker that says nothing for so long is taken to be dead, in milliseconds. */
  leaseMs: number;
  /** How often the lease is renewed, in milliseconds. */
  renewEveryMs: number;
  logger: Logger;
};

/**
 * Holds a run while it is worked on, however long that takes: its lease is renewed as often as asked, and with each step that is told.
 *
 * @returns `lost` is aborted when somebody else has the run, or nobody wants it any more. `end` after the work.
 */
export function holdRun(held: HeldRun, { db, leaseMs, renewEveryMs, logger }: Deps) {
  const lost = new AbortController();
  let progress = 0;
  let renewing = Promise.resolve();

  async function renew(): Promise<void> {
    if (lost.signal.aborted) return;
    if (!(await renewRun(db, held, { leaseMs, progress }))) lost.abort();
  }
  /** One after another: an older word about the progress must not come last. */
  function renewNext(after: () => Promise<void> = () => Promise.resolve()): void {
    renewing = renewing
      .then(renew)
      .then(after)
      // The next one comes soon; should the lease end first, whoever takes the run over is seen then.
      .catch((error: unknown) => logger.warn({ err: error }, "an evaluation could not be held on"));
  }
  const timer = setInterval(() => renewNext(), renewEveryMs);

  return {
    lost: lost.signal,
    /** @param share How much is done, from 0 to 1. */
    tell(share: number): void {
      progress = share;
      renewNext(() => announce(db, "botdeck_desk", ["training"]));
    },
    async end(): Promise<void> {
      clearInterval(timer);
      await renewing;
    },
  };
}
