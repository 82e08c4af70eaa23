import type { Button } from "@botdeck/core";
import { and, desc, eq } from "drizzle-orm";

import type { Database } from "../client.ts";
import { message } from "../schema/conversation.ts";

/** The buttons that a message of a conversation has now, known by the portal's id; none where it is not kept. */
export async function buttonsOfMessage(
  db: Database,
  { conversationId, portalMessageId }: { conversationId: string; portalMessageId: string },
): Promise<Button[]> {
  const isIt = and(eq(message.conversationId, conversationId), eq(message.portalMessageId, portalMessageId));
  const [found] = await db
    .select({ buttons: message.buttons })
    .from(message)
    .where(isIt)
    .orderBy(desc(message.seq))
    .limit(1);
  return found?.buttons?.flat() ?? [];
}
