import type { Portal } from "../../portal.ts";
import { sessionOf } from "../../chat/find.ts";
import type { Bot, Chat, Session } from "../../state/model.ts";
import type { Call } from "../method.ts";
import { integer, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";

export type LineChat = { chat: Chat; session: Session };

/** The open line chat that `CHAT_ID` names, with its session. @throws RestError when there is none. */
export function readLineChat(portal: Portal, params: Params): LineChat {
  const id = integer(params, "CHAT_ID");
  if (id === null || id === 0) throw badRequest("CHAT_ID_EMPTY", "Chat ID can't be empty");
  const chat = portal.state.chats.get(id);
  const session = chat === undefined ? null : sessionOf(portal.state, chat);
  if (chat === undefined || session === null) throw badRequest("WRONG_CHAT", "Wrong chat type");
  return { chat, session };
}

/**
 * The caller's bot in a chat; undefined when it has left or was never there. A webhook names its bot by CLIENT_ID: the
 * v1 CLIENT_ID or the v2 botToken.
 *
 * @throws RestError 403 when a webhook has to give CLIENT_ID and does not.
 */
export function callerBot(call: Call, params: Params, chat: Chat, needsClientId: boolean): Bot | undefined {
  const { caller, portal } = call;
  const key = caller.kind === "app" ? caller.clientId : text(params, "CLIENT_ID");
  if (key === "" && needsClientId) throw forbidden("ACCESS_DENIED", "Access denied! Client ID not specified");
  const kind = caller.kind === "app" ? "app" : "custom";
  const inChat = [...portal.state.bots.values()].filter((bot) => chat.memberIds.includes(bot.id));
  return inChat.find((bot) => bot.owner.kind === kind && (key === "" || bot.owner.key === key));
}
