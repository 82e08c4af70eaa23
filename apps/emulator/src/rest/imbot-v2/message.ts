import { deleteMessage, editMessage, eraseMessage } from "../../chat/edit-message.ts";
import { PORTAL_AUTHOR_ID, chatById } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import type { Bot, Chat, Message } from "../../state/model.ts";
import { roleOf } from "../../wire/v2-chat.ts";
import { DONE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, record, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { chatOfBot, ownBot, requiredFields } from "./access.ts";
import { readAttach, readKeyboard } from "./draft.ts";
import { forwardMessages, readForwarded } from "./forward.ts";

/** What a bot writes. Bitrix24 docs: chat-bots-v2/imbot.v2/messages. */
export const messageMethods: RestMethod[] = [
  { name: "imbot.v2.Chat.Message.send", scopes: ["imbot"], missing: "own", run: send },
  { name: "imbot.v2.Chat.Message.update", scopes: ["imbot"], missing: "own", run: update },
  { name: "imbot.v2.Chat.Message.delete", scopes: ["imbot"], missing: "own", run: remove },
];

/** A forward may come alone or with a text; then the text stands above it. */
function send(call: Call): Answer {
  const bot = ownBot(call);
  const chat = chatOfBot(call, bot);
  const fields = record(call.params, "fields");
  const forwarded = readForwarded(call, bot, fields);
  const draft = { text: text(fields, "message"), attach: readAttach(fields, "attach") };
  const isEmpty = draft.text.trim() === "" && draft.attach === null;
  if (isEmpty && forwarded.length === 0) throw badRequest("EMPTY_MESSAGE", "Message is empty");
  const isSystem = flag(fields, "system", false);
  const authorId = isSystem ? PORTAL_AUTHOR_ID : bot.id;
  const keyboard = readKeyboard(fields["keyboard"]);
  const replyToId = readReply(call, fields, chat);
  const written = isEmpty
    ? null
    : postMessage(call.portal, chat, { ...draft, authorId, keyboard, isSystem, replyToId, ...sendingPart(fields) });
  const copies = forwardMessages(call.portal, chat, authorId, forwarded);
  const uuidMap = Object.fromEntries(copies.map(({ uuid, id }) => [uuid, id]));
  return { result: { id: written?.id ?? copies.at(-1)?.id, uuidMap } };
}

/** `templateId` is the caller's own uuid of the message. */
function sendingPart(fields: Params): Pick<Message, "forOperators" | "isSilentForClient"> & { uuid?: string } {
  const uuid = text(fields, "templateId");
  return {
    ...(uuid !== "" && { uuid }),
    forOperators: flag(fields, "skipConnector", false),
    ...(flag(fields, "silentConnector", false) && { isSilentForClient: true }),
  };
}

/** @throws RestError when the answered message is not of this chat. */
function readReply({ portal }: Call, fields: Params, chat: Chat): number | null {
  const id = integer(fields, "replyId");
  if (id === null || id === 0) return null;
  const answered = portal.state.messages.get(id);
  if (answered === undefined || answered.isDeleted || answered.chatId !== chat.id) {
    throw badRequest("SENDING_FAILED", "Sending failed");
  }
  return id;
}

/** An empty text deletes the message; what is not given stays as it was. */
function update(call: Call): Answer {
  const bot = ownBot(call);
  const message = readMessage(call, bot);
  if (message.authorId !== bot.id || message.isSystem) throw forbidden("ACCESS_DENIED", "Access denied");
  const fields = requiredFields(call);
  if (fields["message"] !== undefined && text(fields, "message") === "" && fields["attach"] === undefined) {
    deleteMessage(call.portal, message);
    return DONE;
  }
  editMessage(call.portal, message, {
    ...(fields["message"] !== undefined && { text: text(fields, "message") }),
    ...(fields["keyboard"] !== undefined && { keyboard: readKeyboard(fields["keyboard"]) }),
    ...(fields["attach"] !== undefined && { attach: readAttach(fields, "attach") }),
  });
  return DONE;
}

/** A bot deletes what it wrote, and as a chat's owner or manager anything; `complete` leaves no trace. */
function remove(call: Call): Answer {
  const bot = ownBot(call);
  const message = readMessage(call, bot);
  const isOwn = message.authorId === bot.id && !message.isSystem;
  const role = roleOf(chatById(call.portal.state, message.chatId), bot.id);
  if (!isOwn && role !== "owner" && role !== "manager") throw forbidden("ACCESS_DENIED", "Access denied");
  if (flag(call.params, "complete", false)) eraseMessage(call.portal, message);
  else deleteMessage(call.portal, message);
  return DONE;
}

/** To a writer a message that does not exist is one that is not theirs. */
function readMessage({ portal, params }: Call, bot: Bot): Message {
  const message = portal.state.messages.get(integer(params, "messageId") ?? 0);
  const isMember = message !== undefined && chatById(portal.state, message.chatId).memberIds.includes(bot.id);
  if (message === undefined || message.isDeleted || !isMember) throw forbidden("ACCESS_DENIED", "Access denied");
  return message;
}
