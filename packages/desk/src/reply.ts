import { escapeBb, MAX_MESSAGE_LENGTH } from "@botdeck/b24-client";
import { AppError, type Effect } from "@botdeck/core";
import {
  addMessages,
  hasEffect,
  hasSaidAs,
  lockConversationById,
  saveConversation,
  type Transaction,
} from "@botdeck/db";

import {
  type Act,
  beginAct,
  type DeskPerson,
  isTheirs,
  laneOfDialog,
  laneOfPerson,
  noteAct,
  putOfAct,
  type Seen,
} from "./act.ts";
import { refuseMute, type Voice, voiceOf } from "./voice.ts";

export type Reply = Seen & {
  text: string;
  /** Made by whoever writes, so that a repeat says nothing twice. */
  replyId: string;
};

/**
 * Answers the client as an operator. The words are theirs, as they are: nobody reads them as the bot's, and BB codes in them
 * are plain text.
 *
 * @throws AppError `conflict` when they do not lead the conversation, or no words of theirs get to the client; `invalid` when
 *   there is nothing to say, or more than a message holds.
 */
export async function reply(tx: Transaction, by: DeskPerson, { text, replyId, ...seen }: Reply): Promise<void> {
  const key = `desk:${replyId}`;
  // Said already: the answer to the first request was lost, and it may have changed hands since.
  await lockConversationById(tx, seen.conversationId);
  if (await hasEffect(tx, key)) return;
  const act = await beginAct(tx, by, seen);
  if (!isTheirs(act)) throw new AppError("conflict", "Take the conversation over before you answer.");
  const words = escapeBb(text.trim());
  if (words === "") throw new AppError("invalid", "There is nothing to say.");
  if (words.length > MAX_MESSAGE_LENGTH) {
    throw new AppError("invalid", `A message may have ${MAX_MESSAGE_LENGTH} characters at most.`);
  }
  const voice = voiceOf(act);
  refuseMute(voice);
  const { conversation } = act;
  const lane = voice.kind === "bot" ? laneOfDialog(conversation) : laneOfPerson(conversation, voice.personId);
  await putOfAct(tx, act, [await effectOf(tx, act, voice, words)], { key, lane });
  await addMessages(tx, conversation.id, [{ ...authorOf(act), author: "operator", text: words, sourceKey: key }]);
  await saveConversation(tx, conversation, { lastMessage: { text: words, by: "operator" } });
  await noteAct(tx, act, "reply", { replyId, characters: words.length, by: voice.kind });
}

async function effectOf(
  tx: Transaction,
  { conversation, hold }: Act,
  voice: Exclude<Voice, { kind: "none" }>,
  text: string,
): Promise<Effect> {
  const { id: conversationId, dialogId, chatId, createdAt } = conversation;
  const led = { owner: conversation.owner, version: conversation.ownerVersion };
  if (voice.kind === "bot" || chatId === null) return { kind: "chat.send", dialogId, text, byDesk: true, led };
  const { personId: byId } = voice;
  const isTakenThere = await hasSaidAs(tx, { conversationId, byId, since: hold?.takenAt ?? createdAt });
  return { kind: "chat.say_as", dialogId, chatId, text, takes: !isTakenThere, byId, led };
}

/** As they are found again: by their number of the portal where they have one. */
const authorOf = ({ by, login }: Act) => ({
  authorId: login?.id ?? `desk:${by.actor.id}`,
  authorName: login?.name ?? by.name,
});
