import type { IntentProvider } from "./intent-provider.ts";

/** Words or whole phrases, in any spelling of case and ё, or regular expressions; by intent. */
export type Rules = Record<string, readonly (RegExp | string)[]>;

/** The author's own rules: the first that fits decides, with confidence 1. Asked before any model. */
export function ruleProvider(rules: Rules): IntentProvider {
  const tests = Object.entries(rules).flatMap(([intent, list]) => list.map((rule) => ({ intent, fits: testOf(rule) })));
  return {
    name: "rule",
    rank({ text }) {
      const found = tests.find(({ fits }) => fits(text));
      return found === undefined ? [] : [{ intent: found.intent, confidence: 1 }];
    },
  };
}

function testOf(rule: RegExp | string): (text: string) => boolean {
  if (typeof rule === "string") {
    const phrase = wordsOf(rule);
    return (text) => phrase.trim() !== "" && wordsOf(text).includes(phrase);
  }
  // A global or sticky expression would remember where it stopped in the message before.
  const expression = new RegExp(rule.source, rule.flags.replace(/[gy]/g, ""));
  return (text) => expression.test(text);
}

/** Words between single spaces, one before and one behind: whole words are found as parts of the string. */
function wordsOf(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll("ё", "е")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(" ")} `;
}
