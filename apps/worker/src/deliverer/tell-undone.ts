import { escapeBb } from "@botdeck/b24-client";
import {
  type DeliveryOutcome,
  dialogLanguage,
  findConversation,
  type OutboxEffect,
  type Transaction,
} from "@botdeck/db";
import { chooseLanguage } from "@botdeck/dialog";

import { sayInPrivate } from "./say-in-private.ts";
import { deedInWords, doubtWords, undoneWords } from "./undone-words.ts";

/**
 * Tells whoever asked for an effect with their own rights, in their private dialog, that it has come to nothing: the bot had
 * only noted it when it answered them. Once, even if the letter dies again; in the transaction that makes it a dead letter.
 *
 * @returns The conversation in which they are told; null when nobody in particular asked.
 */
export async function tellUndone(
  tx: Transaction,
  row: OutboxEffect,
  { error, words }: DeliveryOutcome & { kind: "dead" },
): Promise<string | null> {
  if (!("byId" in row.body) || row.body.byId == null) return null;
  // Whoever did something in a chat from the console sees there what became of it.
  if (row.body.kind === "chat.say_as" || row.body.kind === "chat.finish" || row.body.kind === "chat.transfer")
    return null;
  const personId = row.body.byId;
  const asked = row.conversationId === null ? null : await findConversation(tx, row.conversationId);
  const spoken = await dialogLanguage(tx, { botId: row.botId, dialogId: personId });
  const language = chooseLanguage("", spoken ?? asked?.language ?? null, null);
  const deed = deedInWords(row.body, language);
  // It was in doubt already, so that nobody knows what became of it.
  const text =
    row.status === "uncertain" ? doubtWords(language, deed) : undoneWords(language, { deed, why: words ?? error });
  const name = asked?.personId === personId ? asked.personName : personId;
  const said = { key: `undone:${row.id}`, person: { id: personId, name }, language, text: escapeBb(text) };
  return await sayInPrivate(tx, row, said);
}
