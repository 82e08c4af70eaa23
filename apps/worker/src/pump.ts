import type { Logger } from "@botdeck/telemetry";

type PumpOptions = {
  name: string;
  /** Does one piece of work; false when there was none. */
  runOne: () => Promise<boolean>;
  /** Milliseconds until there may be work without anybody saying so; null when nobody knows. */
  nextInMs: () => Promise<number | null>;
  /** Pieces done side by side at most. */
  concurrency: number;
  logger: Logger;
};

export type Pump = {
  /** Says that there is work. */
  wake(): void;
  /** Takes no more work and waits for what is under way. */
  stop(): Promise<void>;
};

/** A lost wake-up costs at most this, in milliseconds. */
const POLL_MS = 1_000;
/** Work that is due and yet not to be had is in another one's hands: the shortest sleep until the next look, in milliseconds. */
const BUSY_MS = 200;
/** The pause after work failed for a reason that is not the work's (the database is away), in milliseconds. */
const TROUBLE_PAUSE_MS = 1_000;

/** Keeps doing pieces of work while there are any, and sleeps until it is woken or something becomes due. */
export function startPump({ name, runOne, nextInMs, concurrency, logger }: PumpOptions): Pump {
  const sleepers = new Set<() => void>();
  let stopping = false;
  /** Counts wake-ups, so that one that comes between the last look and the sleep is not missed. */
  let wakes = 0;

  const sleep = (ms: number, seen: number) =>
    new Promise<void>((resolve) => {
      if (stopping || wakes !== seen) return resolve();
      const done = () => {
        clearTimeout(timer);
        sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      sleepers.add(done);
    });

  const wake = () => {
    wakes += 1;
    for (const done of sleepers) done();
  };

  async function work(): Promise<void> {
    while (!stopping) {
      const seen = wakes;
      try {
        if (await runOne()) continue;
        const dueInMs = await nextInMs();
        await sleep(Math.min(Math.max(dueInMs ?? POLL_MS, BUSY_MS), POLL_MS), seen);
      } catch (error) {
        logger.error({ err: error, pump: name }, "work is interrupted");
        await sleep(TROUBLE_PAUSE_MS, wakes);
      }
    }
  }

  const workers = Array.from({ length: concurrency }, work);
  return {
    wake,
    async stop() {
      stopping = true;
      wake();
      await Promise.all(workers);
    },
  };
}
