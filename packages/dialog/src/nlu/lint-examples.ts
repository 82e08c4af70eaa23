import { UNDERSTANDING_DEFAULTS, type UnderstandingSettings } from "../understanding/understood.ts";
import { inOrder, intentsOf, OOS, type Example } from "./examples.ts";
import { outOfFold } from "./out-of-fold.ts";
import { scriptOf } from "./text/repair.ts";
import { normalise } from "./text/normalise.ts";
import { stem } from "./text/stem.ts";

/** With fewer phrases an intent is mostly asked about instead of answered. */
const FEWEST_PHRASES = 8;
/** So often at least two intents are taken for each other before it is said. */
const FEWEST_CONFUSIONS = 2;

export type ExampleFinding =
  /** Two intents have a phrase that is the same but for endings, order and case: neither can be told from it. */
  | { kind: "same_phrase"; phrases: readonly [Example, Example] }
  | { kind: "few_phrases"; intent: string; phrases: number; atLeast: number }
  | { kind: "language_missing"; intent: string; language: "en" | "ru" }
  /** Phrases of `intent` that, when left out of the training, were taken for `takenFor`. */
  | { kind: "confused"; intent: string; takenFor: string; phrases: readonly string[] };

export type ExampleReport = {
  findings: readonly ExampleFinding[];
  /** What to expect of messages like the phrases, from 0 to 1: answered at once (of these rightly), asked, handed over. */
  expected: { answered: number; rightOfAnswered: number; asked: number; handedOver: number };
};

type Languages = readonly ("en" | "ru")[];

/** Says what is weak in a bot's examples, for the person who writes them. Trains as often as `trainEmbedded` does. */
export function lintExamples(
  examples: readonly Example[],
  languages: Languages = ["en", "ru"],
  settings: Pick<UnderstandingSettings, "answerAt" | "askAt"> = UNDERSTANDING_DEFAULTS,
): ExampleReport {
  const ordered = inOrder(examples);
  const own = ordered.filter(({ intent }) => intent !== OOS);
  const predictions = outOfFold(ordered);
  const answered = predictions.filter(({ confidence }) => confidence >= settings.answerAt);
  const unknown = predictions.filter(({ confidence }) => confidence < settings.askAt);
  const total = predictions.length || 1;
  const intents = intentsOf(own);
  return {
    findings: [
      ...samePhrases(own),
      ...intents.flatMap((intent) => weaknessesOf(intent, own, languages)),
      ...confusions(predictions),
    ],
    expected: {
      answered: answered.length / total,
      rightOfAnswered: answered.filter(({ example, best }) => example.intent === best).length / (answered.length || 1),
      asked: (total - answered.length - unknown.length) / total,
      handedOver: unknown.length / total,
    },
  };
}

function samePhrases(examples: readonly Example[]): ExampleFinding[] {
  const first = new Map<string, Example>();
  return examples.flatMap((example): ExampleFinding[] => {
    const key = normalise(example.text)
      .filter((word) => word !== "?")
      .map((word) => stem(word))
      .sort()
      .join(" ");
    const other = first.get(key);
    if (other === undefined) first.set(key, example);
    return other === undefined || other.intent === example.intent
      ? []
      : [{ kind: "same_phrase", phrases: [other, example] }];
  });
}

function weaknessesOf(intent: string, examples: readonly Example[], languages: Languages): ExampleFinding[] {
  const own = examples.filter((example) => example.intent === intent);
  const missing = languages.filter((language) => {
    return !own.some(({ text }) => scriptOf(text) === (language === "ru" ? "cyrillic" : "latin"));
  });
  return [
    ...(own.length < FEWEST_PHRASES
      ? [{ kind: "few_phrases", intent, phrases: own.length, atLeast: FEWEST_PHRASES } as const]
      : []),
    ...missing.map((language) => ({ kind: "language_missing", intent, language }) as const),
  ];
}

function confusions(predictions: ReturnType<typeof outOfFold>): ExampleFinding[] {
  const pairs = new Map<string, { intent: string; takenFor: string; phrases: string[] }>();
  for (const { example, best } of predictions) {
    if (example.intent === best) continue;
    const key = JSON.stringify([example.intent, best]);
    const pair = pairs.get(key) ?? { intent: example.intent, takenFor: best, phrases: [] };
    pair.phrases.push(example.text);
    pairs.set(key, pair);
  }
  return [...pairs.values()]
    .filter(({ phrases }) => phrases.length >= FEWEST_CONFUSIONS)
    .sort((left, right) => right.phrases.length - left.phrases.length)
    .map((pair) => ({ kind: "confused", ...pair }));
}
