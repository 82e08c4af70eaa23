import type { Scored } from "./classifier.ts";

/** What the confidence is made from, in the order in which `signalsOf` gives it. */
export const SIGNALS = ["score", "margin", "known", "likeness"] as const;
export type Signal = (typeof SIGNALS)[number];

/**
 * The score of the best intent, its distance to the second, the known share of the text, and how like it is to the nearest
 * training phrase.
 */
export function signalsOf({ scores, best, vector, nearest }: Scored): number[] {
  let second = -1;
  for (const [at, score] of scores.entries())
    if (at !== best && (second === -1 || score > (scores[second] ?? 0))) second = at;
  const top = scores[best] ?? -1;
  return [top, top - (second === -1 ? -1 : (scores[second] ?? -1)), vector.known, nearest.cosine];
}
