import { z } from "zod";

/** A measured number of another process: JSON knows no NaN, which is what nothing measured gives. */
export const Measured = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);

/** The middle of several rounds, which one disturbed round does not move; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that `share` (0 to 1) of all values do not pass; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Runs of two sides belong together by their round, so that what disturbs a round disturbs both of its sides. */
export const medianRatio = (own: readonly number[], other: readonly number[]): number =>
  median(own.map((value, round) => value / (other[round] ?? Number.NaN)));
