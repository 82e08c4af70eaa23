/** Calls are summed over ten minutes. Bitrix24 docs: limits. */
const WINDOW_S = 600;

export type OperatingMeter = {
  /**
   * Adds one call's working time to the sum of its method and caller.
   *
   * @returns The two fields of the answer's `time`, in seconds and as unix time.
   */
  add(callerKey: string, method: string, seconds: number): { operating: number; operating_reset_at: number };
};

/** Shows how long each caller has kept each method busy. It only measures: nobody is refused yet. */
export function createOperatingMeter(now: () => number): OperatingMeter {
  const windows = new Map<string, { startedAt: number; seconds: number }>();
  return {
    add(callerKey, method, seconds) {
      const key = `${callerKey} ${method}`;
      const time = now() / 1000;
      const window = windows.get(key);
      const isFresh = window !== undefined && time - window.startedAt < WINDOW_S;
      const current = isFresh ? window : { startedAt: time, seconds: 0 };
      current.seconds += seconds;
      windows.set(key, current);
      return { operating: current.seconds, operating_reset_at: Math.floor(current.startedAt + WINDOW_S) };
    },
  };
}
