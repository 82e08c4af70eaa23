const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
const HEALTHY_AFTER_MS = 60_000;

/** How long to wait before a part is started again, after this many failures in a row (1 is the first). */
export function restartDelayMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
}

/** The failures in a row, counting the one now: a part that ran well for a minute starts from the beginning. */
export function countFailure(failuresBefore: number, healthyMs: number): number {
  return healthyMs >= HEALTHY_AFTER_MS ? 1 : failuresBefore + 1;
}
