import { AppError } from "@botdeck/core";
import { type Database, findConversation, portalBotById } from "@botdeck/db";

import type { KnownBots } from "../bot/known-bots.ts";

/** None of the bot's business. */
const OUT_OF_SCOPE = "oos";

/** What a client's words in a conversation may mean: the bot's intents, and none of them. Empty for a bot that the console does not know. */
export async function intentsOf(
  { db, bots }: { db: Database; bots: KnownBots },
  conversationId: string,
): Promise<string[]> {
  const conversation = await findConversation(db, conversationId);
  if (conversation === null) throw new AppError("not_found", "This conversation is not there, or no longer.");
  const bot = await portalBotById(db, conversation.botId);
  const known = bot === null ? null : bots.of(bot.code);
  const own = Object.keys(known?.intents ?? {});
  return own.length === 0 ? [] : [...own.filter((intent) => intent !== OUT_OF_SCOPE), OUT_OF_SCOPE];
}
