import { AppError } from "../errors.ts";

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;

export type BreakerOptions = {
  /** Of what, as a person reads it in an error: `the order source at shop.example`. */
  name: string;
  /** So many failures in a row open it; 5 by default. */
  failuresToOpen?: number | undefined;
  /** How long it spares the source before it lets one call try, in milliseconds; 30,000 by default. */
  openMs?: number | undefined;
  now?: (() => number) | undefined;
};

/** Spares a source that does not answer, and those who would wait for it. */
export type Breaker = {
  /**
   * Runs the work, unless it failed too often of late.
   *
   * @param signal Of whoever asks: when they go away, that says nothing of the source.
   * @throws AppError `unreachable`, at once, while it spares the source; else what the work throws.
   */
  run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
};

/** Closed until it has failed so often in a row; then open; after a while one call tries, and closes or opens it again. */
export function createBreaker(options: BreakerOptions): Breaker {
  const { name, failuresToOpen = FAILURES_TO_OPEN, openMs = OPEN_MS, now = Date.now } = options;
  let failures = 0;
  let opensAtMs = 0;
  let isTrying = false;

  return {
    async run(work, signal) {
      const isOpen = failures >= failuresToOpen;
      if (isOpen && (isTrying || now() < opensAtMs)) throw spared(name, failures, Math.max(opensAtMs - now(), 0));
      isTrying = isOpen;
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        if (signal?.aborted === true) throw error;
        failures += 1;
        opensAtMs = now() + openMs;
        throw error;
      } finally {
        if (isOpen) isTrying = false;
      }
    },
  };
}

function spared(name: string, failures: number, retryAfterMs: number): AppError {
  const message = `${name} is not asked now: it failed ${failures} times in a row, the last time a moment ago`;
  return new AppError("unreachable", message, { retryAfterMs });
}
