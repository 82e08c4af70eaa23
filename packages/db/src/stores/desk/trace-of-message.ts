import { eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Message, message } from "../../schema/index.ts";
import { type LetterChain, readChain } from "../dead-letter/chain.ts";

/** The way of one message, from the door to its delivery. */
export type MessageTrace = { message: Message; chain: LetterChain };

/** Everything that belongs to a message: the event it came by or was decided in, and what else came of that. Null when it is gone. */
export async function traceOfMessage(db: Database, messageId: string): Promise<MessageTrace | null> {
  const [found] = await db.select().from(message).where(eq(message.id, messageId));
  if (found === undefined) return null;
  const { conversationId, sourceKey } = found;
  const eventId = /^event:([0-9a-f-]{36})$/.exec(sourceKey ?? "")?.[1] ?? null;
  const effectKey = eventId === null ? sourceKey : null;
  return { message: found, chain: await readChain(db, { eventId, conversationId, effectKey }) };
}
