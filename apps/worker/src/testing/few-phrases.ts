import type { AnyBot, IntentDefinition } from "@botdeck/dialog";

/** Phrases of one intent that are learned here. */
const FEW = 8;

/** What these tests say. Learning all phrases of a bot takes seconds, and what it understands is not tested here. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  orderStatus: ["where is my order", "где мой заказ"],
  productReturn: ["I want to return this", "return a product", "вернуть товар"],
  operator: ["operator", "speak to a person", "позвать человека"],
  greeting: ["hello", "привет"],
  cancel: ["cancel", "отмена"],
};

const known = new WeakMap<AnyBot, Record<string, IntentDefinition>>();

/** The bot's intents with few phrases each, learned in a moment. */
export function fewPhrasesOf(bot: AnyBot): Record<string, IntentDefinition> {
  const before = known.get(bot);
  if (before !== undefined) return before;
  const few = Object.fromEntries(
    Object.entries(bot.intents ?? {}).map(([intent, definition]) => {
      const said = SAID[intent] ?? [];
      const examples = [...said, ...definition.examples.slice(0, FEW), ...definition.examples.slice(-FEW)];
      return [intent, { ...definition, examples, rules: said.map((words) => new RegExp(`^${words}[?!. ]*$`, "iu")) }];
    }),
  );
  known.set(bot, few);
  return few;
}
