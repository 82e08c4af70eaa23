import { AppError } from "@botdeck/core";
import { OOS } from "@botdeck/dialog";

import type { KnownBot, KnownBots } from "../bot/known-bots.ts";

/** What a phrase may mean to a bot, with how many phrases of its own it has for that; `oos` last, for none of its business. */
export function intentsOfBot({ intents = {} }: KnownBot): { name: string; phrases: number }[] {
  const own = Object.entries(intents).filter(([name]) => name !== OOS);
  return [
    ...own.map(([name, { examples }]) => ({ name, phrases: examples.length })),
    { name: OOS, phrases: intents[OOS]?.examples.length ?? 0 },
  ];
}

/**
 * A bot that learns from phrases.
 *
 * @throws AppError `not_found` for one that the console does not know, or that has no intents; `invalid` when it lacks one of `intents`.
 */
export function botThatLearns(bots: KnownBots, code: string, intents: readonly string[] = []): KnownBot {
  const bot = bots.of(code);
  if (bot?.intents === undefined) throw new AppError("not_found", "There is no such bot that learns from phrases.");
  const known = bot.intents;
  if (intents.some((intent) => intent !== OOS && !Object.hasOwn(known, intent))) {
    throw new AppError("invalid", "The bot knows no such intent.");
  }
  return bot;
}
