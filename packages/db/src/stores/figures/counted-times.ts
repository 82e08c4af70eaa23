import { type SQL, sql } from "drizzle-orm";

import { TIME_BOUNDS, type TimeBuckets } from "./time-buckets.ts";

/** A bucket and how many times fell into it share one integer: most lists have one or two, and stay a few bytes. */
const PER_BUCKET = 1_000_000;

const BOUNDS = sql.raw(`'{${TIME_BOUNDS.join(",")}}'::int[]`);

/** In SQL, one time of a column of milliseconds; null where that is. */
export const countedTime = (ms: SQL): SQL => sql`(width_bucket(${ms}, ${BOUNDS}) * ${sql.raw(String(PER_BUCKET))} + 1)`;

/** In SQL, the number of a bucket, and how many times fell into it, of one entry of a list. */
export const bucketIn = (entry: SQL): SQL => sql`(${entry} / ${sql.raw(String(PER_BUCKET))})`;
export const numberIn = (entry: SQL): SQL => sql`(${entry} % ${sql.raw(String(PER_BUCKET))})`;

type BucketRow = { bucket: number; number: number };

export const toBuckets = (rows: readonly BucketRow[]): TimeBuckets =>
  new Map(rows.map(({ bucket, number }) => [bucket, number]));
