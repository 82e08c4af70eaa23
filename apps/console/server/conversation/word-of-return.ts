import { createTextOverrides, type Database, findConversation, portalBotById } from "@botdeck/db";

import type { KnownBots } from "../bot/known-bots.ts";

/** The bots' text for coming back to a client whom a person had. */
const KEY = "backToBot";

/** What the bot of a conversation says when it comes back, as the portal words it; null for a bot that has no word for it. */
export async function wordOfReturn(
  { db, bots }: { db: Database; bots: KnownBots },
  conversationId: string,
): Promise<string | null> {
  const conversation = await findConversation(db, conversationId);
  const bot = conversation === null ? null : await portalBotById(db, conversation.botId);
  const known = bot === null ? null : bots.of(bot.code);
  if (conversation === null || bot === null || known === null) return null;
  const language = conversation.language === "ru" ? "ru" : "en";
  const overridden = await createTextOverrides(db).ofBot(conversation.portalId, bot.code);
  return overridden[language]?.[KEY] ?? known.texts[language][KEY] ?? null;
}
