import {
  UNDERSTANDING_DEFAULTS,
  type RankedIntent,
  type UnderstandingSettings,
  type Verdict,
} from "../understanding/understood.ts";
import { OOS } from "./examples.ts";

const FEWEST_CHOICES = 2;

export type VerdictSettings = Pick<UnderstandingSettings, "answerAt" | "askAt" | "maxChoices">;

/**
 * What to do about a message: act on its likeliest intent, ask which of some is meant, or give it to a person. "None of
 * the bot's business" is never acted on and never offered.
 */
export function verdictOf(
  ranked: readonly RankedIntent[],
  { answerAt, askAt, maxChoices }: VerdictSettings = UNDERSTANDING_DEFAULTS,
): Verdict {
  const [best] = ranked;
  if (best === undefined || (best.intent === OOS && best.confidence >= answerAt)) return { kind: "unknown" };
  if (best.intent !== OOS && best.confidence >= answerAt) return { kind: "sure", intent: best.intent };
  const offered = ranked.filter(({ intent }) => intent !== OOS);
  const choices = offered.slice(0, maxChoices).map(({ intent }) => intent);
  if (choices.length < FEWEST_CHOICES || (offered[0]?.confidence ?? 0) < askAt) return { kind: "unknown" };
  return { kind: "ask", choices };
}
