import {
  announce,
  collectExamples,
  databaseNow,
  type DatabaseHandle,
  type NewExample,
  type SaidWords,
} from "@botdeck/db";
import { impersonalText, likeliestOf } from "@botdeck/desk";
import { type AnyBot, UNDERSTANDING_DEFAULTS } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";

const EVERY_MS = 20_000;
const MESSAGES_AT_ONCE = 2_000;
/** In one look; the rest waits for the next. */
const MOST_STEPS = 20;
/** Who writes more pastes a document; a phrase to learn from is short. */
const MOST_CHARACTERS = 300;
/** One word alone may be a topic; a shorter one is an answer such as "yes". */
const SHORTEST_WORD = 4;

type Deps = { db: DatabaseHandle["db"]; definitions: readonly AnyBot[]; logger: Logger };

/** Puts what bots did not understand into the training inbox. @param deps.now By default the database's clock. */
export function startTrainingExamples(deps: Deps & { now?: () => Promise<Date>; everyMs?: number }): Role {
  const { db, logger, everyMs = EVERY_MS, now = () => databaseNow(db) } = deps;
  return keepLooking("training examples", async () => void (await collect(deps, await now())), logger, everyMs);
}

/** @returns How many examples are new; whoever watches is told. */
export async function collect({ db, definitions, logger }: Deps, now: Date): Promise<number> {
  const botCodes = definitions.flatMap(({ code, intents }) => (intents === undefined ? [] : [code]));
  let added = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const found = await collectExamples(db, { now, limit: MESSAGES_AT_ONCE, botCodes }, exampleOf);
    added += found.added;
    if (!found.hasMore) break;
  }
  if (added === 0) return 0;
  logger.debug({ examples: added }, "words that bots did not understand are in the training inbox");
  await announce(db, "botdeck_desk", ["training"]);
  return added;
}

/**
 * An example of words that a bot was not sure of: a wish that it would ask about, or hand over. Null for what it understood, what a
 * rule or a button said, and what is an answer rather than a wish, such as a number.
 */
export function exampleOf({ text, language, names, understood }: SaidWords): NewExample | null {
  const provider = providerOf(understood);
  if (provider === null || DECIDED.has(provider) || text.length > MOST_CHARACTERS) return null;
  const guess = likeliestOf(understood);
  const { answerAt, askAt } = UNDERSTANDING_DEFAULTS;
  if (guess !== null && guess.confidence >= answerAt) return null;
  const plain = impersonalText(text, { language: language === "ru" ? "ru" : "en", names });
  if (!isWish(plain)) return null;
  const isIdea = guess !== null && guess.confidence >= askAt;
  return {
    text: plain,
    reason: isIdea ? "unsure" : "not_understood",
    guessedIntent: guess?.intent ?? null,
    confidence: guess?.confidence ?? null,
  };
}

/** Who leaves no doubt, and who was not asked. */
const DECIDED: ReadonlySet<string> = new Set(["button", "command", "rule", "none"]);

function providerOf(understood: unknown): string | null {
  if (typeof understood !== "object" || understood === null || !("provider" in understood)) return null;
  return typeof understood.provider === "string" ? understood.provider : null;
}

/** Two words at least, or one that is no mere answer and has no number beside it. */
function isWish(text: string): boolean {
  const bare = text.replaceAll(/\[[^\]]*\]/gu, " ");
  const words = bare.match(/\p{L}{2,}/gu) ?? [];
  const hasMore = bare !== text || /\d/u.test(bare);
  return words.length > 1 || (words.length === 1 && !hasMore && (words[0]?.length ?? 0) >= SHORTEST_WORD);
}
