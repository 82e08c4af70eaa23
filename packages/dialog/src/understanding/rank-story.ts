import type { IntentRequest } from "../nlu/intent-provider.ts";
import type { RankedIntent } from "./understood.ts";

/** Shorter messages are one wish. */
const FEWEST_WORDS = 999;
/** Fewer words tell too little by themselves. */
const FEWEST_IN_PART = 2;
const MOST_PARTS = 12;
/** A part is torn out of what stands around it. */
const TRUST = 0.85;
const MOST_INTENTS = 5;

type Rank = (request: IntentRequest) => Promise<readonly RankedIntent[]> | readonly RankedIntent[];

/**
 * People tell a story, and one part of it says what they want: a long message in doubt is read part by part as well, and each
 * intent gets the confidence of the part that speaks for it most.
 *
 * @param isTelling False for intents that a story may hold without being about them, such as a greeting.
 */
export async function rankStory(
  request: IntentRequest,
  rank: Rank,
  { sureAt, isTelling }: { sureAt: number; isTelling: (intent: string) => boolean },
): Promise<readonly RankedIntent[]> {
  const whole = await rank(request);
  const [best] = whole;
  if ((best !== undefined && best.confidence >= sureAt && isTelling(best.intent)) || wordsIn(request.text) < FEWEST_WORDS) {
    return whole;
  }
  const confidences = new Map(whole.map(({ intent, confidence }) => [intent, confidence]));
  for (const text of partsOf(request.text)) {
    const [first] = await rank({ ...request, text });
    if (first === undefined || !isTelling(first.intent)) continue;
    const confidence = first.confidence * TRUST;
    if (confidence > (confidences.get(first.intent) ?? 0)) confidences.set(first.intent, confidence);
  }
  return [...confidences]
    .map(([intent, confidence]) => ({ intent, confidence }))
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, MOST_INTENTS);
}

/** Sentences, and what stands between commas and dashes in them. */
function partsOf(text: string): string[] {
  const sentences = text.split(/(?<=[.!?…])\s+|[\n;]+/u);
  const clauses = sentences.flatMap((sentence) => sentence.split(/,\s+|:\s+|\s[-–—]\s/u));
  const parts = [...sentences, ...clauses].map((part) => part.trim()).filter((part) => wordsIn(part) >= FEWEST_IN_PART);
  return [...new Set(parts)].filter((part) => part !== text.trim()).slice(0, MOST_PARTS);
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
