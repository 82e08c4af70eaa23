const DELAYS_MS = [500, 2_000, 8_000, 20_000];

/**
 * How long a failed event waits before its next run, or null when it has had its chances and becomes a dead letter. It
 * holds its dialog meanwhile, so the whole wait stays under a minute.
 *
 * @param failures Failed runs before this one.
 */
export function retryInMs(failures: number): number | null {
  return DELAYS_MS[failures] ?? null;
}
