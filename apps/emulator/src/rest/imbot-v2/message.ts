import { deleteMessage, editMessage } from "../../chat/edit-message.ts";
import { PORTAL_AUTHOR_ID } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import type { Bot, Message } from "../../state/model.ts";
import { DONE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, record, text } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { chatOfBot, messageForBot, ownBot } from "./access.ts";
import { readAttach, readKeyboard } from "./draft.ts";

/** What a bot writes. Bitrix24 docs: chat-bots-v2/imbot.v2/messages. */
export const messageMethods: RestMethod[] = [
  { name: "imbot.v2.Chat.Message.send", scopes: ["imbot"], missing: "own", run: send },
  { name: "imbot.v2.Chat.Message.update", scopes: ["imbot"], missing: "own", run: update },
  { name: "imbot.v2.Chat.Message.delete", scopes: ["imbot"], missing: "own", run: remove },
];

function send(call: Call): Answer {
  const bot = ownBot(call);
  const chat = chatOfBot(call, bot);
  const fields = record(call.params, "fields");
  const message = text(fields, "message");
  const attach = readAttach(fields, "attach");
  if (message.trim() === "" && attach === null) throw badRequest("EMPTY_MESSAGE", "Message is empty");
  const isSystem = flag(fields, "system", false);
  const { id } = postMessage(call.portal, chat, {
    authorId: isSystem ? PORTAL_AUTHOR_ID : bot.id,
    text: message,
    keyboard: readKeyboard(fields["keyboard"]),
    attach,
    isSystem,
    forOperators: flag(fields, "skipConnector", false),
  });
  return { result: { id, uuidMap: {} } };
}

/** An empty text deletes the message; what is not given stays as it was. */
function update(call: Call): Answer {
  const bot = ownBot(call);
  const message = ownMessage(call, bot);
  const fields = record(call.params, "fields");
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

function remove(call: Call): Answer {
  deleteMessage(call.portal, ownMessage(call, ownBot(call)));
  return DONE;
}

function ownMessage(call: Call, bot: Bot): Message {
  const message = messageForBot(call, bot, "ACCESS_DENIED");
  if (message.authorId !== bot.id || message.isSystem) throw forbidden("ACCESS_DENIED", "Access denied");
  return message;
}
