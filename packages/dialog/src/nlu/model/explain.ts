import type { RankedIntent } from "../../understanding/understood.ts";
import type { Example } from "../examples.ts";
import { contributions } from "../learning/fit-logistic.ts";
import type { VectorSpace } from "../learning/vector-space.ts";
import { isConcept } from "../text/features.ts";
import type { Reading } from "../text/repair.ts";
import type { Scored } from "./classifier.ts";
import type { ModelParts } from "./embedded-model.ts";
import { SIGNALS, signalsOf, type Signal } from "./signals.ts";

const INTENTS = 3;
const CARRIERS = 5;

/**
 * What spoke for an intent: a stem or a pair of stems; a group of words of like meaning, by one of its words; or a sequence
 * of letters, where "_" is the beginning or the end of a word.
 */
export type Carrier = { text: string; kind: "word" | "meaning" | "letters"; weight: number };

export type Explanation = {
  /** How the text was read: as written, or repaired. */
  reading: Reading;
  intents: readonly (RankedIntent & { carriers: readonly Carrier[] })[];
  /** The training phrase most like the text; `likeness` is a cosine. Null when no phrase has anything in common. */
  nearest: (Example & { likeness: number }) | null;
  /** What took most from the confidence; null when nothing did. */
  loweredBy: Signal | null;
};

type Question = {
  parts: ModelParts;
  space: VectorSpace;
  reading: Reading;
  scored: Scored;
  ranked: readonly RankedIntent[];
};

export function explain({ parts, space, reading, scored, ranked }: Question): Explanation {
  const example = parts.examples[scored.nearest.at];
  const numbers = new Map(parts.intents.map((intent, at) => [intent, at]));
  return {
    reading,
    intents: ranked
      .slice(0, INTENTS)
      .map((entry) => ({ ...entry, carriers: carriersOf(numbers.get(entry.intent) ?? 0, parts, space, scored) })),
    nearest: example === undefined ? null : { ...example, likeness: scored.nearest.cosine },
    loweredBy: loweredBy(parts, scored),
  };
}

function carriersOf(intent: number, { weights }: ModelParts, space: VectorSpace, { vector }: Scored): Carrier[] {
  const scale = weights.scales[intent] ?? 0;
  return [...vector.places]
    .map((place, at): Carrier => ({
      ...namedAs(space, place),
      weight: (vector.weights[at] ?? 0) * (weights.bytes[place * weights.intents + intent] ?? 0) * scale,
    }))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .slice(0, CARRIERS);
}

function namedAs({ names, firstLetters }: VectorSpace, place: number): Pick<Carrier, "text" | "kind"> {
  const text = names[place] ?? "";
  if (place >= firstLetters) return { text, kind: "letters" };
  return isConcept(text) ? { text: text.slice(1), kind: "meaning" } : { text, kind: "word" };
}

function loweredBy({ logistic }: ModelParts, scored: Scored): Signal | null {
  const moved = contributions(logistic, signalsOf(scored));
  const least = Math.min(...moved);
  return least < 0 ? (SIGNALS[moved.indexOf(least)] ?? null) : null;
}
