/** A phrase as people write it and what it means; `OOS` as intent says that it is none of the bot's business. */
export type Example = { text: string; intent: string };

/** Marks phrases that the bot is not for ("out of scope"). It is never ranked and never offered. */
export const OOS = "oos";

/** The examples in one order and without repetitions, so that the order in which they were written changes nothing. */
export function inOrder(examples: readonly Example[]): Example[] {
  const unique = new Map(examples.map(({ text, intent }) => [`${intent}\n${text}`, { text, intent }]));
  return [...unique.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, example]) => example);
}

/** Every intent once, in order, without `OOS`. */
export function intentsOf(examples: readonly Example[]): string[] {
  return [...new Set(examples.map(({ intent }) => intent))].filter((intent) => intent !== OOS).sort();
}
