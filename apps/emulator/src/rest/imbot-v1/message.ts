import { PORTAL_AUTHOR_ID } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import { readAttach, readKeyboard } from "../imbot-v2/draft.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { chatOfBot, ownBot } from "./access.ts";

/** Bitrix24 docs: chat-bots/outdated/messages. */
export const messageV1Methods: RestMethod[] = [
  { name: "imbot.message.add", scopes: ["imbot"], missing: "own", run: add },
];

function add(call: Call): Answer {
  const params = upperKeys(call.params);
  const bot = ownBot(call, params);
  const chat = chatOfBot(call, params, bot);
  const message = text(params, "MESSAGE");
  const attach = readAttach(params, "ATTACH");
  if (message.trim() === "" && attach === null) throw badRequest("MESSAGE_EMPTY", "Message can't be empty");
  const isSystem = text(params, "SYSTEM").toUpperCase() === "Y";
  const { id } = postMessage(call.portal, chat, {
    authorId: isSystem ? PORTAL_AUTHOR_ID : bot.id,
    text: message,
    keyboard: readKeyboard(params["KEYBOARD"]),
    attach,
    isSystem,
    forOperators: text(params, "SKIP_CONNECTOR").toUpperCase() === "Y",
  });
  return { result: id };
}
