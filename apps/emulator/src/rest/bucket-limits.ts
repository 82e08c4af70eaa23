import { z } from "zod";

/** How many calls at once, and how many per second in the long run. */
export type BucketLimits = { capacity: number; leakPerSecond: number };

/** Everybody but Enterprise. Bitrix24 docs: settings/performance/limits. */
export const STANDARD_LIMITS: BucketLimits = { capacity: 50, leakPerSecond: 2 };

const FORM = /^(?<capacity>[1-9]\d{0,8})\/(?<leak>\d{1,8}(?:\.\d{1,3})?)$/;

/** `50/2`, `250/5` (Enterprise), any other pair, or `off`. */
export const BucketText = z
  .string()
  .refine((text) => text === "off" || readBucket(text) !== null, "has to be `50/2`, `250/5`, another N/M, or `off`")
  .default("50/2");

/** The limits that a text such as `500/20` names; null for `off` and for anything else. */
export function readBucket(text: string): BucketLimits | null {
  const groups = FORM.exec(text)?.groups;
  const leakPerSecond = Number(groups?.["leak"]);
  if (groups === undefined || leakPerSecond <= 0) return null;
  return { capacity: Number(groups["capacity"]), leakPerSecond };
}

/** The text of `readBucket`. */
export function bucketText(limits: BucketLimits | null): string {
  return limits === null ? "off" : `${limits.capacity}/${limits.leakPerSecond}`;
}
