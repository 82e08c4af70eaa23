import { AppError, messageOf, withDeadline } from "@botdeck/core";

import type { IntentDefinition } from "../define-bot.ts";
import type { Entities, Expected } from "../entities/entities.ts";
import { findEntities } from "../entities/find-entities.ts";
import { embeddedProvider } from "../nlu/embedded-provider.ts";
import { OOS, type Example } from "../nlu/examples.ts";
import type { IntentProvider } from "../nlu/intent-provider.ts";
import { modelOf } from "../nlu/model-of.ts";
import { ruleProvider } from "../nlu/rules.ts";
import type { Language } from "../texts/catalog.ts";
import { rankStory } from "./rank-story.ts";
import {
  MOST_INTENTS,
  type RankedIntent,
  UNDERSTANDING_DEFAULTS,
  type Understood,
  type UnderstandingSettings,
} from "./understood.ts";

/** A provider that takes longer is done without, in milliseconds: a person waits for the answer. */
const BUDGET_MS = 2_500;
/** More of a message does not tell more about what is wanted. */
const MOST_CHARACTERS = 2_000;
/** Whoever writes more pastes a document: its numbers and dates are no answers. */
const MOST_READ = 4_000;

export type Words = {
  text: string;
  expects: Expected | null;
  language: Language;
  /** The person's calendar day, `YYYY-MM-DD`. */
  today: string;
};

export type UnderstandingOptions = {
  intents: Readonly<Record<string, IntentDefinition>>;
  /** Asked when the bot's own examples leave it open; null for none. */
  chosen?: IntentProvider | null;
  settings?: UnderstandingSettings;
  budgetMs?: number;
  /** Told when the chosen provider failed or was late; the message holds no words of the person. */
  onFailure?: (provider: string, reason: string) => void;
};

/** The phrases of a bot's intents, as its model learns them. */
export const examplesOf = (intents: UnderstandingOptions["intents"]): Example[] =>
  Object.entries(intents).flatMap(([intent, { examples }]) => examples.map((text) => ({ text, intent })));

/** Thousands of phrases need not be gone through for every portal. */
const byIntents = new WeakMap<object, { rules: IntentProvider; embedded: IntentProvider }>();

function ownProviders(intents: UnderstandingOptions["intents"]) {
  const known = byIntents.get(intents);
  if (known !== undefined) return known;
  const rules = ruleProvider(
    Object.fromEntries(Object.entries(intents).map(([intent, each]) => [intent, each.rules ?? []])),
  );
  const own = { rules, embedded: embeddedProvider(modelOf(examplesOf(intents))) };
  byIntents.set(intents, own);
  return own;
}

/**
 * Finds out what words mean: the author's rules first, then the bot's examples; where these leave it open, the provider that
 * the portal has chosen, within the time that there is. It never fails and needs no network of its own.
 */
export function createUnderstanding(options: UnderstandingOptions): (words: Words) => Promise<Understood> {
  const { intents, chosen = null, settings = UNDERSTANDING_DEFAULTS, budgetMs = BUDGET_MS, onFailure } = options;
  const { rules, embedded } = ownProviders(intents);

  return async ({ text, expects, language, today }) => {
    const entities = findEntities(text.slice(0, MOST_READ), { today, language, direction: "past", expects });
    const request = { text: withoutNumbers(text, entities).slice(0, MOST_CHARACTERS), language };
    const known = (provider: string, ranked: readonly RankedIntent[], fellBackFrom: string | null = null) => ({
      intents: ranked,
      provider,
      fellBackFrom,
      entities,
    });
    if (text === "") return known("none", []);
    const ruled = await rules.rank({ ...request, text: text.slice(0, MOST_CHARACTERS) });
    const ranked = await rankStory(request, embedded.rank, {
      sureAt: settings.answerAt,
      isTelling: (intent) => intent !== OOS && intents[intent]?.isTalk !== true,
    });
    // What else the words may be about is of use even where a rule decides.
    const others = ranked.filter(({ intent }) => intent !== ruled[0]?.intent);
    if (ruled.length > 0) return known(rules.name, [...ruled, ...others].slice(0, MOST_INTENTS));
    if (chosen === null || (ranked[0]?.confidence ?? 0) >= settings.answerAt) return known(embedded.name, ranked);
    try {
      const signal = AbortSignal.timeout(budgetMs);
      const late = () => new AppError("unreachable", "It did not answer in time");
      const better = await withDeadline(Promise.resolve(chosen.rank({ ...request, signal })), budgetMs, late);
      return known(chosen.name, better);
    } catch (error) {
      onFailure?.(chosen.name, messageOf(error));
      return known(embedded.name, ranked, chosen.name);
    }
  };
}

/** An order's number is in the examples of some intents and may stand in the words for any: it is evidence, and no word. */
function withoutNumbers(text: string, { orderNumbers }: Entities): string {
  const bare = orderNumbers
    .toSorted((one, other) => other.start - one.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
  return (bare.match(/\p{L}{2,}/gu)?.length ?? 0) >= FEWEST_TELLING ? bare.replaceAll(/\s+/g, " ").trim() : text;
}

/** Fewer words beside a number tell less than the two together. */
const FEWEST_TELLING = 2;
