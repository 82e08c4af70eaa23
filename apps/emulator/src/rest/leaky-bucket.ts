import type { BucketLimits } from "./bucket-limits.ts";

export type LeakyBucket = {
  /** Counts a call of one source, or says that it is one too many. A refused call does not fill the bucket. */
  take(source: string): boolean;
};

/**
 * @param limits The limits as they are at this moment; null for none.
 * @param now Milliseconds since 1970.
 */
export function createLeakyBucket(limits: () => BucketLimits | null, now: () => number): LeakyBucket {
  const levels = new Map<string, { level: number; at: number }>();
  return {
    take(source) {
      const current = limits();
      if (current === null) return true;
      const at = now();
      const last = levels.get(source) ?? { level: 0, at };
      const level = Math.max(0, last.level - ((at - last.at) / 1000) * current.leakPerSecond);
      const fits = level + 1 <= current.capacity;
      levels.set(source, { level: fits ? level + 1 : level, at });
      return fits;
    },
  };
}
