import { AppError } from "@botdeck/core";
import { addConversationNote, lockConversationById, noteActs, touchConversation, type Transaction } from "@botdeck/db";

import type { DeskPerson } from "./act.ts";

/**
 * Tells colleagues something about a conversation. It never leaves the console, so whoever leads does not matter.
 *
 * @param note.noteId Made by whoever writes, so that a repeat adds nothing.
 * @throws AppError `not_found` when the conversation is gone, `invalid` without words.
 */
export async function addNote(
  tx: Transaction,
  { actor, name }: DeskPerson,
  { conversationId, noteId, text }: { conversationId: string; noteId: string; text: string },
): Promise<void> {
  const words = text.trim();
  if (words === "") throw new AppError("invalid", "A note needs words.");
  await lockConversationById(tx, conversationId);
  await addConversationNote(tx, { id: noteId, conversationId, authorId: actor.id, authorName: name, text: words });
  await touchConversation(tx, conversationId);
  const detail = { noteId, characters: words.length };
  await noteActs(tx, actor, [{ action: "conversation.addNote", subjectId: conversationId, detail }]);
}
