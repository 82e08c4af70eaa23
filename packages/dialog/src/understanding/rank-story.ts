import type { IntentRequest } from "../nlu/intent-provider.ts";
import { MOST_INTENTS, type RankedIntent } from "./understood.ts";

/** Fewer words tell too little by themselves. */
const FEWEST_WORDS = 3;
const MOST_SENTENCES = 12;
/** A sentence is torn out of what stands around it; measured with conversations that `pnpm day` plays. */
const TRUST = 0.6;

type Rank = (request: IntentRequest) => Promise<readonly RankedIntent[]> | readonly RankedIntent[];

/**
 * People tell a story, and one sentence of it says what they want: a message that is in doubt as a whole is read sentence by
 * sentence as well, and each intent gets the confidence of the sentence that speaks for it most.
 *
 * @param sureAt From this confidence on the whole is not in doubt.
 * @param isTelling False for intents that a story may hold without being about them, such as a greeting.
 */
export async function rankStory(
  request: IntentRequest,
  rank: Rank,
  { sureAt, isTelling }: { sureAt: number; isTelling: (intent: string) => boolean },
): Promise<readonly RankedIntent[]> {
  const whole = await rank(request);
  const sentences = sentencesOf(request.text);
  if (sentences.length < 2 || (whole[0]?.confidence ?? 0) >= sureAt) return whole;
  const confidences = new Map(whole.map(({ intent, confidence }) => [intent, confidence]));
  for (const text of sentences) {
    const [best] = await rank({ ...request, text });
    if (best === undefined || !isTelling(best.intent)) continue;
    confidences.set(best.intent, Math.max(confidences.get(best.intent) ?? 0, best.confidence * TRUST));
  }
  return [...confidences]
    .map(([intent, confidence]) => ({ intent, confidence }))
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, MOST_INTENTS);
}

function sentencesOf(text: string): string[] {
  const sentences = text.split(/(?<=[.!?…])\s+|[\n;]+/u);
  return sentences
    .filter((sentence) => (sentence.match(/\p{L}+/gu)?.length ?? 0) >= FEWEST_WORDS)
    .slice(0, MOST_SENTENCES);
}
