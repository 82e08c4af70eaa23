import { OOS, type RankedIntent } from "@botdeck/dialog";

/** An intent that a provider may name, as it is told to one that has to be told. */
export type KnownIntent = {
  name: string;
  /** How a person would call it. */
  title?: string;
  /** Phrases as people write them. */
  examples: readonly string[];
};

const MOST = 5;

/**
 * What a provider ranked, as far as it can be true: intents of ours only, each once, with a confidence from 0 to 1,
 * likeliest first, at most five. Whatever else came back counts as nothing.
 */
export function rankedOf(
  named: readonly { name: string; confidence: number }[],
  known: readonly KnownIntent[],
): RankedIntent[] {
  const names = new Set(known.map(({ name }) => name));
  names.delete(OOS);
  const best = new Map<string, number>();
  for (const { name, confidence } of named) {
    if (!names.has(name) || Number.isNaN(confidence)) continue;
    best.set(name, Math.max(best.get(name) ?? 0, Math.min(1, confidence)));
  }
  return [...best]
    .map(([intent, confidence]) => ({ intent, confidence }))
    .sort((left, right) => right.confidence - left.confidence)
    .slice(0, MOST);
}
