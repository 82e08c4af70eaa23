import { and, eq, inArray } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { conversation } from "../../schema/conversation.ts";

/** In which languages a bot speaks in these dialogs; those that never began are missing. */
export async function languagesOfDialogs(
  db: Database,
  { botId, dialogIds }: { botId: string; dialogIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (dialogIds.length === 0) return new Map();
  const { dialogId, language } = conversation;
  const rows = await db
    .select({ dialogId, language })
    .from(conversation)
    .where(and(eq(conversation.botId, botId), inArray(dialogId, [...new Set(dialogIds)])));
  return new Map(rows.map((row) => [row.dialogId, row.language]));
}
