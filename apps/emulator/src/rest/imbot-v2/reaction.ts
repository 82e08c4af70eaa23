import { hasReacted, isReaction, react } from "../../chat/reactions.ts";
import type { Bot, Message } from "../../state/model.ts";
import { DONE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { messageForBot, ownBot } from "./access.ts";

/** Bitrix24 docs: chat-bots-v2/imbot.v2/messages, reactions. */
export const reactionMethods: RestMethod[] = [
  { name: "imbot.v2.Chat.Message.Reaction.add", scopes: ["imbot"], missing: "own", run: add },
  { name: "imbot.v2.Chat.Message.Reaction.delete", scopes: ["imbot"], missing: "own", run: remove },
];

function add(call: Call): Answer {
  const { bot, message, code } = readReaction(call);
  if (!isReaction(code)) throw notFound();
  if (!react(call.portal, message, bot.id, code, true)) {
    throw badRequest("REACTION_ALREADY_SET", "Reaction already set");
  }
  return DONE;
}

/** A reaction that the bot did not give cannot be taken back. */
function remove(call: Call): Answer {
  const { bot, message, code } = readReaction(call);
  if (!hasReacted(message, bot.id, code)) throw notFound();
  react(call.portal, message, bot.id, code, false);
  return DONE;
}

function readReaction(call: Call): { bot: Bot; message: Message; code: string } {
  const bot = ownBot(call);
  return { bot, message: messageForBot(call, bot, "ACCESS_DENIED"), code: text(call.params, "reaction") };
}

function notFound(): Error {
  return badRequest("REACTION_NOT_FOUND", "Reaction not found");
}
