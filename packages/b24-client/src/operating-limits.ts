/**
 * Remembers when each method's operating limit opens again, as the portal's answers tell it beside their results: the
 * refusal itself does not. Bitrix24 docs: settings/performance/limits
 */
export function createOperatingLimits(now: () => number) {
  const resets = new Map<string, number>();
  return {
    /** @param time The `time` block of an answer. */
    note(method: string, time: unknown): void {
      if (typeof time !== "object" || time === null || !("operating_reset_at" in time)) return;
      if (typeof time.operating_reset_at === "number") resets.set(method, time.operating_reset_at * 1000);
    },
    /** Milliseconds until the method may be called again; null when that is not known. */
    pauseMs(method: string): number | null {
      const pause = (resets.get(method) ?? 0) - now();
      return pause > 0 ? pause : null;
    },
  };
}
