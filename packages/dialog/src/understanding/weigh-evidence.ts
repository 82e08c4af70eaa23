import { OOS } from "../nlu/examples.ts";
import { MOST_INTENTS, type RankedIntent } from "./understood.ts";

/**
 * By intent, how many times likelier something outside of the words makes it: above 1 speaks for it, below against it. An
 * intent that is not there stays as likely as it was.
 */
export type Evidence<Intent extends string = string> = Readonly<Partial<Record<Intent, number>>>;

/** What evidence speaks for may be meant though the words tell nothing of it. */
const LEAST = 0.03;
/** Something that is evidence at all leaves less room for "none of the intents". */
const ROOM_LEFT = 0.7;

/** What words may mean, in the light of evidence: Bayes' rule over the intents and "none of them". Likeliest first. */
export function weighEvidence(ranked: readonly RankedIntent[], evidence: readonly Evidence[]): readonly RankedIntent[] {
  if (evidence.length === 0 || ranked.length === 0) return ranked;
  const weightOf = (intent: string) =>
    evidence.reduce((weight, each) => weight * (each[intent] ?? 1), intent === OOS ? ROOM_LEFT : 1);
  const told = new Set(ranked.map(({ intent }) => intent));
  const untold = new Set(evidence.flatMap((each) => Object.keys(each)).filter((intent) => !told.has(intent)));
  const spokenFor = [...untold].filter((intent) => weightOf(intent) > 1);
  const possible = [...ranked, ...spokenFor.map((intent) => ({ intent, confidence: LEAST }))];
  const weighed = possible.map(({ intent, confidence }) => ({ intent, confidence: confidence * weightOf(intent) }));
  const none = Math.max(0, 1 - sumOf(ranked)) * ROOM_LEFT;
  const all = none + sumOf(weighed);
  if (all === 0) return ranked;
  return weighed
    .map(({ intent, confidence }) => ({ intent, confidence: confidence / all }))
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, MOST_INTENTS);
}

const sumOf = (ranked: readonly RankedIntent[]): number => ranked.reduce((sum, { confidence }) => sum + confidence, 0);
