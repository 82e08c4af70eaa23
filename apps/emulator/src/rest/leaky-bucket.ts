/** How many calls at once, and how many per second in the long run. */
export type BucketLimits = { capacity: number; leakPerSecond: number };

/** Everybody but Enterprise. Bitrix24 docs: settings/performance/limits. */
export const STANDARD_LIMITS: BucketLimits = { capacity: 50, leakPerSecond: 2 };

export type LeakyBucket = {
  /** Counts a call of one source, or says that it is one too many. A refused call does not fill the bucket. */
  take(source: string): boolean;
};

/** @param now Milliseconds since 1970. */
export function createLeakyBucket(limits: BucketLimits, now: () => number): LeakyBucket {
  const levels = new Map<string, { level: number; at: number }>();
  return {
    take(source) {
      const at = now();
      const last = levels.get(source) ?? { level: 0, at };
      const level = Math.max(0, last.level - ((at - last.at) / 1000) * limits.leakPerSecond);
      const fits = level + 1 <= limits.capacity;
      levels.set(source, { level: fits ? level + 1 : level, at });
      return fits;
    },
  };
}
