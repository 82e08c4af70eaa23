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
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    // Requests of the same turn of the event loop share the first sync.
    await Promise.resolve();
    while (gathered.length > 0) {
      underWay = gathered.splice(0, fittingCount(gathered, maxBytes));
      const group = underWay;
      try {
        await write(group.map((waiter) => waiter.record));
        underWay = [];
        for (const waiter of group) waiter.resolve();
      } catch (error) {
        underWay = [];
        for (const waiter of group) waiter.reject(error);
      }
    }
    running = null;
  }

  return {
    add(record: SpoolRecord): Promise<void> {
      return new Promise((resolve, reject) => {
        gathered.push({ record, resolve, reject });
        running ??= run();
      });
    },

    /** Resolves when nothing is under way or gathered any more; null when that is so already. Never rejects. */
    running: (): Promise<void> | null => running,

    /** What was given and is not answered yet. */
    pending(): { records: number; bytes: number; oldestAtMs: number | null } {
      const waiters = [...underWay, ...gathered];
      const bytes = waiters.reduce((sum, { record }) => sum + frameBytes(record.payload.length), 0);
      return { records: waiters.length, bytes, oldestAtMs: waiters[0]?.record.acceptedAtMs ?? null };
    },
  };
}

function fittingCount(waiters: readonly Waiter[], maxBytes: number): number {
  let bytes = 0;
  const overflow = waiters.findIndex(({ record }) => (bytes += frameBytes(record.payload.length)) > maxBytes);
  return overflow === -1 ? waiters.length : Math.max(1, overflow);
}
