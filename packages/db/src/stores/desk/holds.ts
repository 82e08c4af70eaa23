import { and, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Conversation, type DeskHold, deskHold } from "../../schema/index.ts";

type Held = Pick<Conversation, "id" | "ownerVersion">;

/** Who of the console holds the conversation now; null when nobody does, whoever may have held it before. */
export async function readHold(db: Database, { id, ownerVersion }: Held): Promise<DeskHold | null> {
  const isCurrent = and(eq(deskHold.conversationId, id), eq(deskHold.ownerVersion, ownerVersion));
  const [found] = await db.select().from(deskHold).where(isCurrent);
  return found ?? null;
}

/** Notes who took a conversation over, in the transaction that makes them its owner. */
export async function keepHold(db: Database, hold: DeskHold): Promise<void> {
  const { ownerVersion, userId, userName, isBotThere, takenAt } = hold;
  const set = { ownerVersion, userId, userName, isBotThere, takenAt };
  await db.insert(deskHold).values(hold).onConflictDoUpdate({ target: deskHold.conversationId, set });
}

/** Notes that the bot has left the portal's chat of a conversation that somebody may hold: its words get nowhere any more. */
export async function noteBotLeft(db: Database, conversationId: string): Promise<void> {
  await db.update(deskHold).set({ isBotThere: false }).where(eq(deskHold.conversationId, conversationId));
}
