/** After what failed it is let be for so long, in milliseconds. */
const PAUSE_MS = 30_000;

/** Remembers what failed lately, so that a portal which is away is not called at each look. */
export function createTriedLately(now: () => number = Date.now) {
  const failedAt = new Map<string, number>();
  return {
    has: (id: string): boolean => now() - (failedAt.get(id) ?? -Infinity) < PAUSE_MS,
    failed: (id: string): void => void failedAt.set(id, now()),
    worked: (id: string): void => void failedAt.delete(id),
  };
}
