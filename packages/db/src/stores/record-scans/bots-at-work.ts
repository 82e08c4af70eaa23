import { and, asc, eq, ne } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { bot, portal } from "../../schema/portal.ts";

/** Every portal on which a bot of this code is at work and switched on, with the bot's id. */
export function botsAtWork(db: Database, code: string): Promise<{ portalId: string; botId: string }[]> {
  return db
    .select({ portalId: bot.portalId, botId: bot.id })
    .from(bot)
    .innerJoin(portal, and(eq(portal.id, bot.portalId), ne(portal.state, "removed")))
    .where(and(eq(bot.code, code), eq(bot.state, "active"), eq(bot.isOn, true)))
    .orderBy(asc(bot.portalId));
}
