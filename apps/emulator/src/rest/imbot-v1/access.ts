import { privateChatOf } from "../../chat/chats.ts";
import type { Portal } from "../../portal.ts";
import type { Bot, BotOwner, Chat } from "../../state/model.ts";
import { accessError } from "../messenger/access.ts";
import type { Call } from "../method.ts";
import { integer, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";

/** Who a bot of this caller belongs to. @throws RestError 403 when a webhook caller gives no CLIENT_ID. */
export function ownerOf({ caller }: Call, params: Params): BotOwner {
  if (caller.kind === "app") return { kind: "app", key: caller.clientId };
  const key = text(params, "CLIENT_ID");
  if (key === "") throw forbidden("ACCESS_DENIED", "Access denied! Client ID not specified");
  return { kind: "custom", key };
}

export function botsOf(portal: Portal, owner: BotOwner): Bot[] {
  return [...portal.state.bots.values()].filter((bot) => bot.owner.kind === owner.kind && bot.owner.key === owner.key);
}

/** The bot that BOT_ID names, or the caller's first one. @throws RestError when there is none or it is not theirs. */
export function ownBot(call: Call, params: Params): Bot {
  const owner = ownerOf(call, params);
  const id = integer(params, "BOT_ID");
  const own = botsOf(call.portal, owner);
  const bot = id === null ? own[0] : call.portal.state.bots.get(id);
  if (bot === undefined) throw badRequest("BOT_ID_ERROR", "Bot not found");
  if (!own.includes(bot)) throw badRequest("APP_ID_ERROR", "Bot was installed by another rest application");
  return bot;
}

/** The chat that DIALOG_ID names: `123` or `chat456`. @throws RestError when the bot may not write there. */
export function chatOfBot({ portal }: Call, params: Params, bot: Bot): Chat {
  const dialogId = text(params, "DIALOG_ID");
  if (dialogId === "") throw badRequest("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
  const chat = findChat(portal, dialogId, bot);
  if (chat === undefined || !chat.memberIds.includes(bot.id)) {
    throw accessError();
  }
  return chat;
}

function findChat(portal: Portal, dialogId: string, bot: Bot): Chat | undefined {
  const chatId = /^chat(\d+)$/.exec(dialogId)?.[1];
  if (chatId !== undefined) return portal.state.chats.get(Number(chatId));
  const person = /^\d+$/.test(dialogId) ? portal.state.people.get(Number(dialogId)) : undefined;
  if (person === undefined || person.role === "client" || person.role === "bot") return undefined;
  return privateChatOf(portal, person.id, bot.id);
}
