import { frameBytes, type SpoolRecord } from "./frame.ts";

type Waiter = { record: SpoolRecord; resolve: () => void; reject: (error: unknown) => void };

/**
 * One write under way; whatever gathers meanwhile goes into the next. A group succeeds or fails as one.
 *
 * @param write Keeps a group, or throws and keeps none of it.
 * @param maxBytes Above this a group is cut, so that one sync does not keep everybody waiting.
 */
export function createGroupCommit(write: (records: SpoolRecord[]) => Promise<void>, maxBytes: number) {
  let gathered: Waiter[] = [];
  let underWay: Waiter[] = [];
  let bytes = 0;
  let isRunning = false;
  let onSettled: (() => void)[] = [];

  async function run(): Promise<void> {
    // Requests of the same turn of the event loop share the first sync.
    await Promise.resolve();
    while (gathered.length > 0) {
      underWay = gathered.splice(0, fittingCount(gathered, maxBytes));
      const group = underWay;
      try {
        await write(group.map((waiter) => waiter.record));
        settle();
        for (const waiter of group) waiter.resolve();
      } catch (error) {
        settle();
        for (const waiter of group) waiter.reject(error);
      }
    }
    isRunning = false;
  }

  function settle(): void {
    for (const { record } of underWay) bytes -= frameBytes(record.payload.length);
    underWay = [];
    const listeners = onSettled;
    onSettled = [];
    for (const listener of listeners) listener();
  }

  return {
    add(record: SpoolRecord): Promise<void> {
      return new Promise((resolve, reject) => {
        gathered.push({ record, resolve, reject });
        bytes += frameBytes(record.payload.length);
        if (isRunning) return;
        isRunning = true;
        void run();
      });
    },

    /** Resolves when the group under way has ended, well or badly; null when there is none. */
    nextEnd: (): Promise<void> | null => (isRunning ? new Promise((resolve) => onSettled.push(resolve)) : null),

    /** What was given and is not answered yet. */
    pending: () => ({
      records: underWay.length + gathered.length,
      bytes,
      oldestAtMs: (underWay[0] ?? gathered[0])?.record.acceptedAtMs ?? null,
    }),
  };
}

function fittingCount(waiters: readonly Waiter[], maxBytes: number): number {
  let bytes = 0;
  const overflow = waiters.findIndex(({ record }) => (bytes += frameBytes(record.payload.length)) > maxBytes);
  return overflow === -1 ? waiters.length : Math.max(1, overflow);
}
