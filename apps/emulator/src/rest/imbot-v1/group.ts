import type { Bot, Chat } from "../../state/model.ts";
import type { Call } from "../method.ts";
import { integer } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { ownBot } from "./access.ts";

/** The group that CHAT_ID names and the caller's bot in it. @throws RestError when it may not act there. */
export function readGroup(call: Call, params: Params): { bot: Bot; chat: Chat } {
  const bot = ownBot(call, params);
  const id = integer(params, "CHAT_ID");
  if (id === null || id <= 0) throw badRequest("CHAT_ID_EMPTY", "Chat ID can't be empty");
  const chat = call.portal.state.chats.get(id);
  if (chat === undefined || chat.kind === "private" || !chat.memberIds.includes(bot.id)) {
    throw badRequest("ACCESS_ERROR", "Action unavailable");
  }
  return { bot, chat };
}
