import { desc, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type ConversationNote, conversationNote } from "../../schema/index.ts";

/** Older ones are of talks that nobody reads any more. */
const MOST_NOTES = 200;

export type NewConversationNote = Pick<ConversationNote, "conversationId" | "authorId" | "authorName" | "text"> & {
  /** The same id again adds nothing. */
  id: string;
};

/** Adds what somebody tells their colleagues. */
export async function addConversationNote(db: Database, note: NewConversationNote): Promise<void> {
  await db.insert(conversationNote).values(note).onConflictDoNothing({ target: conversationNote.id });
}

/** What colleagues told each other about a conversation, oldest first. */
export async function listConversationNotes(db: Database, conversationId: string): Promise<ConversationNote[]> {
  const found = await db
    .select()
    .from(conversationNote)
    .where(eq(conversationNote.conversationId, conversationId))
    .orderBy(desc(conversationNote.at), desc(conversationNote.id))
    .limit(MOST_NOTES);
  return found.toReversed();
}
