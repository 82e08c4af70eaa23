import { AppError } from "@botdeck/core";
import {
  findConversation,
  keepCorrection,
  messageOfConversation,
  noteActs,
  portalBotById,
  touchConversation,
  type Transaction,
} from "@botdeck/db";

import type { DeskPerson } from "./act.ts";
import { impersonalText } from "./impersonal-text.ts";
import { likeliestOf } from "./likeliest-of.ts";

/**
 * Says what a client's words mean: an example for the training inbox, without what tells who wrote them. The latest correction
 * of a message counts.
 *
 * @param correction.intent One of the bot's, or `oos` for none of its business; checked by whoever knows the bot.
 * @throws AppError `not_found` when the message is gone, `invalid` for what no person wrote or has no words.
 */
export async function correctIntent(
  tx: Transaction,
  { actor, name }: DeskPerson,
  { conversationId, messageId, intent }: { conversationId: string; messageId: string; intent: string },
): Promise<void> {
  const [conversation, said] = await Promise.all([
    findConversation(tx, conversationId),
    messageOfConversation(tx, { id: messageId, conversationId }),
  ]);
  const bot = conversation === null ? null : await portalBotById(tx, conversation.botId);
  if (conversation === null || said === null || bot === null) {
    throw new AppError("not_found", "This message is not there, or no longer.");
  }
  if ((said.author !== "client" && said.author !== "employee") || said.text.trim() === "") {
    throw new AppError("invalid", "Only words of a client can be given a meaning.");
  }
  const { portalId, language, personName, personId } = conversation;
  const guess = likeliestOf(said.understood);
  await keepCorrection(tx, {
    botCode: bot.code,
    portalId,
    conversationId,
    messageId,
    personId: said.authorId ?? personId,
    text: impersonalText(said.text, {
      language: language === "ru" ? "ru" : "en",
      names: [personName, said.authorName],
    }),
    language,
    guessedIntent: guess?.intent ?? null,
    confidence: guess?.confidence ?? null,
    saidAt: said.occurredAt ?? said.at,
    intent,
    decidedById: actor.id,
    decidedByName: name,
  });
  await touchConversation(tx, conversationId);
  const detail = { messageId, before: guess?.intent ?? null, after: intent };
  await noteActs(tx, actor, [{ action: "conversation.correctIntent", subjectId: conversationId, detail }]);
}
