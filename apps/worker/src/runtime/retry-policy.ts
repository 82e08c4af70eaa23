const DELAYS_MS = [500, 2_000, 8_000, 20_000];

/**
 * How long a failed event waits before its next run, or null when it has had its chances and becomes a dead letter. It
 * holds its dialog meanwhile, so the whole wait stays under a minute.
 *
 * @param failures Failed runs before this one.
 * @param random A number in [0, 1): up to a quarter is taken off, so that events that failed together come back apart.
 */
export function retryInMs(failures: number, random: number): number | null {
  const delayMs = DELAYS_MS[failures];
  return delayMs === undefined ? null : Math.round(delayMs * (1 - random / 4));
}
