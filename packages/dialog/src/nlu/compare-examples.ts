import { UNDERSTANDING_DEFAULTS } from "../understanding/understood.ts";
import { inOrder, OOS, type Example } from "./examples.ts";
import { trainEmbedded } from "./train-embedded.ts";

/** How many phrases came to what. Of no intent: right when nothing is done about it. */
export type ExamplesScore = {
  phrases: number;
  /** Acted on as what they mean, without a question. */
  right: number;
  /** Acted on as something else. */
  wrong: number;
  /** Asked about, or handed over. */
  unsure: number;
};

/** A phrase, what it means, and what it is acted on as before and after; null where the bot would not act. */
export type ExampleChange = { text: string; expected: string; before: string | null; after: string | null };

export type ExamplesComparison = {
  before: ExamplesScore;
  after: ExamplesScore;
  /** What gets worse first. */
  changes: readonly ExampleChange[];
};

/** Of more phrases a part of the old ones is judged: training with each left out would take minutes. */
const MANY_PHRASES = 3_000;
const FOLDS = 5;
/** Of many phrases: fewer folds, in each of which so many of the old phrases, one of this number, are judged. */
const FOLDS_OF_MANY = 2;
const ONE_OF = 10;

/**
 * How a bot would understand with other examples, over the phrases of the new ones. Each phrase is judged by two models that were
 * trained without it, one of the old examples and one of the new, so that nothing is praised for what it knows by heart. Of more than
 * three thousand phrases all those are judged that are new, and a fifth of the others.
 *
 * It says how phrases fare that are like those; what clients write is more varied. Rules of the bot's author are left aside.
 * Trains four times as often as `trainEmbedded`, ten times where there are few phrases.
 *
 * @param onProgress Told after each model how much is done, from 0 to 1.
 */
export function compareExamples(
  before: readonly Example[],
  after: readonly Example[],
  { answerAt }: { answerAt: number } = UNDERSTANDING_DEFAULTS,
  onProgress: (share: number) => void = () => {},
): ExamplesComparison {
  const isOld = new Set(before.map(({ text }) => text));
  const isMany = after.length > MANY_PHRASES;
  const folds = isMany ? FOLDS_OF_MANY : FOLDS;
  const foldOf = (text: string) => (isMany && isOld.has(text) ? hashOf(text) % ONE_OF : hashOf(text) % folds);
  const judged = Array.from({ length: folds }, (_, fold) => {
    const held = inOrder(after).filter(({ text }) => foldOf(text) === fold);
    if (held.length === 0) return [];
    const [then, now] = [before, after].map((examples, index) => {
      const model = trainEmbedded(examples.filter(({ text }) => foldOf(text) !== fold));
      onProgress((2 * fold + index + 1) / (2 * folds));
      return model;
    });
    return held.map(({ text, intent: expected }) => ({
      text,
      expected,
      before: actionOf(then?.rank(text)[0], answerAt),
      after: actionOf(now?.rank(text)[0], answerAt),
    }));
  }).flat();
  const changes = judged.filter((one) => one.before !== one.after);
  return {
    before: scoreOf(judged.map((one) => ({ expected: one.expected, actual: one.before }))),
    after: scoreOf(judged.map((one) => ({ expected: one.expected, actual: one.after }))),
    changes: changes.toSorted((one, other) => worthOf(one) - worthOf(other)),
  };
}

/** The same for the same text (FNV-1a), so that a phrase is in the same fold before and after. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

const actionOf = (best: { intent: string; confidence: number } | undefined, answerAt: number): string | null =>
  best === undefined || best.intent === OOS || best.confidence < answerAt ? null : best.intent;

type Judged = { expected: string; actual: string | null };

/** 2 for right, 1 for not sure, 0 for wrong. */
function gradeOf({ expected, actual }: Judged): number {
  if (expected === OOS) return actual === null ? 2 : 0;
  return actual === null ? 1 : actual === expected ? 2 : 0;
}

/** Below zero for what gets worse. */
const worthOf = ({ expected, before, after }: ExampleChange): number =>
  gradeOf({ expected, actual: after }) - gradeOf({ expected, actual: before });

function scoreOf(judged: readonly Judged[]): ExamplesScore {
  const count = (grade: number) => judged.filter((one) => gradeOf(one) === grade).length;
  return { phrases: judged.length, right: count(2), unsure: count(1), wrong: count(0) };
}
