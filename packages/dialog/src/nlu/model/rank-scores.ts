import type { RankedIntent } from "../../understanding/understood.ts";

const MOST = 5;
/** How fast the confidence falls with the distance of the scores. */
const SOFTNESS = 0.3;

/**
 * The best intents by their scores. `chance` is the confidence of the first; the others share what it leaves, by their
 * scores and never above it.
 */
export function rankScores(intents: readonly string[], scores: Float64Array, chance: number): RankedIntent[] {
  const best = [...scores.keys()]
    .sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right)
    .slice(0, MOST);
  const top = scores[best[0] ?? 0] ?? 0;
  const likeness = best.map((at) => Math.exp(((scores[at] ?? 0) - top) / SOFTNESS));
  const ofOthers = likeness.slice(1).reduce((sum, value) => sum + value, 0) || 1;
  return best.map((at, place) => {
    const share = likeness[place] ?? 0;
    const confidence = place === 0 ? chance : Math.min(chance * share, ((1 - chance) * share) / ofOthers);
    return { intent: intents[at] ?? "", confidence };
  });
}
