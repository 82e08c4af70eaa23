/** Working time is summed in buckets of a minute over ten minutes. Bitrix24 docs: limits. */
const BUCKET_S = 60;
const WINDOW_S = 600;

export type Operating = { operating: number; operating_reset_at: number };

export type OperatingMeter = {
  /** How long the caller has kept the method busy within the last ten minutes, in seconds. */
  sum(callerKey: string, method: string): number;
  /**
   * Adds one call's working time to the sum of its method and caller.
   *
   * @returns The two fields of the answer's `time`: the sum in seconds, and the unix time when the oldest part of it is
   *   forgotten.
   */
  add(callerKey: string, method: string, seconds: number): Operating;
};

type Bucket = { startedAt: number; seconds: number };

/** @param now Milliseconds since 1970. */
export function createOperatingMeter(now: () => number): OperatingMeter {
  const windows = new Map<string, Bucket[]>();

  function recent(callerKey: string, method: string): Bucket[] {
    const key = `${callerKey} ${method}`;
    const buckets = (windows.get(key) ?? []).filter(({ startedAt }) => now() / 1000 - startedAt < WINDOW_S);
    windows.set(key, buckets);
    return buckets;
  }

  return {
    sum: (callerKey, method) => total(recent(callerKey, method)),
    add(callerKey, method, seconds) {
      const time = now() / 1000;
      const buckets = recent(callerKey, method);
      const last = buckets.at(-1);
      if (last !== undefined && time - last.startedAt < BUCKET_S) last.seconds += seconds;
      else buckets.push({ startedAt: time, seconds });
      const oldest = buckets[0]?.startedAt ?? time;
      return { operating: total(buckets), operating_reset_at: Math.floor(oldest + WINDOW_S) };
    },
  };
}

function total(buckets: Bucket[]): number {
  return buckets.reduce((sum, { seconds }) => sum + seconds, 0);
}
