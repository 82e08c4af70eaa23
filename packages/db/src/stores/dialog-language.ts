import { and, eq } from "drizzle-orm";

import type { Database } from "../client.ts";
import { conversation } from "../schema/conversation.ts";

/** The language in which a bot speaks in a dialog; null for one that never began. */
export async function dialogLanguage(
  db: Database,
  { botId, dialogId }: { botId: string; dialogId: string },
): Promise<string | null> {
  const isIt = and(eq(conversation.botId, botId), eq(conversation.dialogId, dialogId));
  const [row] = await db.select({ language: conversation.language }).from(conversation).where(isIt);
  return row?.language ?? null;
}
