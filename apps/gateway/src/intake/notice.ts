import type { Logger } from "@botdeck/telemetry";

/** Under load one notice stands for all flushes of so many milliseconds; the first one goes out at once. */
const SPACING_MS = 2;

export type Notice = {
  tell(): void;
  /** Says that one goes out in another way. */
  told(): void;
  /** True when none went out just now. */
  isQuiet(): boolean;
};

/**
 * Tells the runtime that events wait, no more often than useful. Nothing waits for it, and a failure is only logged: the
 * events are on disk by then, and the runtime looks by itself as well.
 */
export function createNotice(wake: () => Promise<void>, logger: Logger): Notice {
  let isUnderWay = false;
  let isWanted = false;

  async function tell(): Promise<void> {
    isUnderWay = true;
    do {
      if (isWanted) await tellNow();
      await new Promise((resolve) => void setTimeout(resolve, SPACING_MS).unref());
    } while (isWanted);
    isUnderWay = false;
  }

  async function tellNow(): Promise<void> {
    isWanted = false;
    try {
      await wake();
    } catch (error) {
      logger.warn({ err: error }, "the runtime could not be woken");
    }
  }

  return {
    tell() {
      isWanted = true;
      if (!isUnderWay) void tell();
    },
    told() {
      if (!isUnderWay) void tell();
    },
    isQuiet: () => !isUnderWay,
  };
}
