/** Each bound is about so many times the one below it. */
const RATIO = 1.1;
const FIRST_MS = 10;
/** What a Postgres integer holds, almost 25 days. */
const LAST_MS = 2_147_483_647;

/**
 * Where one bucket of times ends and the next begins, in milliseconds: bucket 0 is below the first bound, and a time that equals
 * a bound lies above it, as in Postgres' `width_bucket`.
 */
export const TIME_BOUNDS: readonly number[] = boundsOf();

/** How far a quantile may be from the true one, as a share of it; below 10 ms it is off by less than that. */
export const TIME_ERROR = 0.05;

/** How many times fell into a bucket, by its number. */
export type TimeBuckets = ReadonlyMap<number, number>;

/** The bucket of a time in milliseconds. */
export function bucketOf(ms: number): number {
  let [low, high] = [0, TIME_BOUNDS.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((TIME_BOUNDS[middle] ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The time that `share` (above 0, up to 1) of all times do not pass, in milliseconds, by nearest rank; the middle of its bucket
 * stands for it, see `TIME_ERROR`. Null of none.
 */
export function quantileOf(buckets: TimeBuckets, share: number): number | null {
  const total = totalOf(buckets);
  if (total === 0) return null;
  let left = Math.max(1, Math.ceil(share * total));
  for (const [bucket, count] of [...buckets].toSorted(([one], [other]) => one - other)) {
    left -= count;
    if (left <= 0) return middleOf(bucket);
  }
  return null;
}

/** How many times there are. */
export const totalOf = (buckets: TimeBuckets): number => [...buckets.values()].reduce((sum, count) => sum + count, 0);

/** Where a bucket begins, in milliseconds. */
export const startOf = (bucket: number): number => TIME_BOUNDS[bucket - 1] ?? 0;

function middleOf(bucket: number): number {
  const from = startOf(bucket);
  const until = (TIME_BOUNDS[bucket] ?? LAST_MS) - 1;
  return from === 0 ? Math.round(until / 2) : Math.round(Math.sqrt(from * until));
}

function boundsOf(): number[] {
  const bounds: number[] = [];
  for (let ms = FIRST_MS; ms < LAST_MS; ms = Math.max(ms + 1, Math.floor(ms * RATIO))) bounds.push(ms);
  return bounds;
}
