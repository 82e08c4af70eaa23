import type { Entities } from "../entities/entities.ts";

/** More of them tell nothing. */
export const MOST_INTENTS = 5;

/** An intent that a message may have, and how sure its provider is: the chance that it is right, from 0 to 1. */
export type RankedIntent = { intent: string; confidence: number };

/**
 * What a message means, as far as it was understood. Plain data: it is kept with the message, shown in the console and
 * handed to workflows, so that nothing needs to understand the same words twice.
 */
export type Understood = {
  /** Likeliest first, at most five. */
  intents: readonly RankedIntent[];
  /** Who ranked them: `button`, `command`, `rule`, `embedded` or the name of a provider that the portal has chosen. */
  provider: string;
  /** The chosen provider that failed or was late, so that `provider` answered instead; null when nothing failed. */
  fellBackFrom: string | null;
  entities: Entities;
};

/** What to do about the likeliest intent: act on it, ask which of some is meant, or give it to a person. */
export type Verdict =
  | { kind: "sure"; intent: string }
  /** Two or three, likeliest first. */
  | { kind: "ask"; choices: readonly string[] }
  | { kind: "unknown" };

export type UnderstandingSettings = {
  /** From this confidence on an intent is acted on. */
  answerAt: number;
  /** From this confidence on an intent that is cheap to be wrong about is acted on, when it is well ahead of the next one. */
  leanAt: number;
  /** From this confidence on the person is asked to choose. */
  askAt: number;
  /** Buttons in such a question. */
  maxChoices: number;
};

export const UNDERSTANDING_DEFAULTS: UnderstandingSettings = {
  answerAt: 0.7,
  leanAt: 0.3,
  askAt: 0.15,
  maxChoices: 3,
};
