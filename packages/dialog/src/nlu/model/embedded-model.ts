import type { RankedIntent } from "../../understanding/understood.ts";
import type { Example } from "../examples.ts";
import { chanceOf, type Logistic } from "../learning/fit-logistic.ts";
import { createVectorSpace, type Vector } from "../learning/vector-space.ts";
import { featuresOf } from "../text/features.ts";
import { normalise } from "../text/normalise.ts";
import { read, scriptsOf, type Reading } from "../text/repair.ts";
import { createSpelling } from "../text/spelling.ts";
import { createClassifier, type Scored } from "./classifier.ts";
import { explain, type Explanation } from "./explain.ts";
import { encodeModel } from "./model-bytes.ts";
import { rankScores } from "./rank-scores.ts";
import { signalsOf } from "./signals.ts";
import type { Weights } from "./weights.ts";

/** All that a model is; the rest is worked out from it. Examples in order. */
export type ModelParts = {
  examples: readonly Example[];
  intents: readonly string[];
  weights: Weights;
  logistic: Logistic;
};

export type EmbeddedModel = {
  intents: readonly string[];
  /** Likeliest first, at most five; the confidence of the first is the chance that it is right. */
  rank(text: string): RankedIntent[];
  /** Why `rank` says what it says, for a person who writes examples. */
  explain(text: string): Explanation;
  /** Small and the same for the same examples; `modelFromBytes` takes it. */
  toBytes(): Uint8Array;
};

export function createEmbeddedModel(parts: ModelParts): EmbeddedModel {
  const { examples, intents, weights, logistic } = parts;
  const features = examples.map(({ text }) => featuresOf(normalise(text)));
  const space = createVectorSpace(features);
  const vectors = features.map((each) => space.vectorOf(each));
  const classifier = createClassifier(space, vectors, weights);
  const spell = createSpelling(examples.flatMap(({ text }) => normalise(text)));
  const scripts = scriptsOf(examples.map(({ text }) => text));

  function understand(text: string): { reading: Reading; scored: Scored } {
    const { reading, weighed } = read(text, scripts, weigh);
    return { reading, scored: classifier.score(weighed) };
  }

  function weigh(text: string): Vector {
    return space.vectorOf(featuresOf(normalise(text).map((word) => spell(word))));
  }

  function rankOf(scored: Scored): RankedIntent[] {
    const chance = scored.vector.known === 0 ? 0 : chanceOf(logistic, signalsOf(scored));
    return rankScores(intents, scored.scores, chance);
  }

  return {
    intents,
    rank: (text) => rankOf(understand(text).scored),
    explain(text) {
      const { reading, scored } = understand(text);
      return explain({ parts, space, reading, scored, ranked: rankOf(scored) });
    },
    toBytes: () => encodeModel(parts),
  };
}
