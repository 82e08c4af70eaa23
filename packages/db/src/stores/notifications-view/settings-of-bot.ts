import { and, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { bot } from "../../schema/portal.ts";

/** What a portal has set for one of its bots; null when it does not have the bot. The bot's own schema reads it. */
export async function settingsOfBot(
  db: Database,
  portalId: string,
  code: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const [found] = await db
    .select({ settings: bot.settings })
    .from(bot)
    .where(and(eq(bot.portalId, portalId), eq(bot.code, code)));
  return found?.settings ?? null;
}
