import { eq } from "drizzle-orm";

import type { Database } from "../client.ts";
import { bot } from "../schema/portal.ts";

/**
 * Stores the offset to acknowledge next. Call it in the transaction that keeps the events below it: an offset that is
 * stored without its events would have the portal delete them unread.
 */
export async function storeFetchOffset(db: Database, botId: string, offset: number): Promise<void> {
  await db.update(bot).set({ fetchOffset: offset }).where(eq(bot.id, botId));
}
