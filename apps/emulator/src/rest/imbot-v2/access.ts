import { privateChatOf } from "../../chat/chats.ts";
import type { Bot, BotOwner, Chat, Message } from "../../state/model.ts";
import type { Call } from "../method.ts";
import { missingParameter } from "../check-params.ts";
import { integer, record, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";

/** Who a bot of this caller belongs to. @throws RestError when a webhook caller gives no botToken. */
export function ownerOf({ caller, params }: Call): BotOwner {
  if (caller.kind === "app") return { kind: "app", key: caller.clientId };
  const key = text(params, "botToken");
  if (key === "") throw badRequest("BOT_TOKEN_NOT_SPECIFIED", "Bot token is not specified");
  return { kind: "custom", key };
}

export function isOwner(bot: Bot, owner: BotOwner): boolean {
  return bot.owner.kind === owner.kind && bot.owner.key === owner.key;
}

/** The bot that the call names. @throws RestError when it is missing, unknown or somebody else's. */
export function ownBot(call: Call): Bot {
  const owner = ownerOf(call);
  const id = integer(call.params, "botId");
  if (id === null) throw badRequest("BOT_ID_REQUIRED", "Bot ID is required");
  const bot = call.portal.state.bots.get(id);
  if (bot === undefined) throw badRequest("BOT_NOT_FOUND", "Bot not found");
  if (!isOwner(bot, owner)) throw forbidden("BOT_OWNERSHIP_ERROR", "Bot belongs to another application");
  return bot;
}

/** The chat that the call's `dialogId` names. @throws RestError when the bot is not in it. */
export function chatOfBot(call: Call, bot: Bot): Chat {
  const chat = findChat(call, bot, text(call.params, "dialogId"));
  if (chat === null || !chat.memberIds.includes(bot.id)) throw forbidden("ACCESS_DENIED", "Access denied");
  return chat;
}

/** A bare number is a person: writing to one for the first time opens the private chat. Clients only have the line. */
function findChat({ portal }: Call, bot: Bot, dialogId: string): Chat | null {
  const chatId = /^chat(\d+)$/.exec(dialogId)?.[1];
  if (chatId !== undefined) return portal.state.chats.get(Number(chatId)) ?? null;
  const person = /^\d+$/.test(dialogId) ? portal.state.people.get(Number(dialogId)) : undefined;
  if (person === undefined || person.role === "client" || person.role === "bot") return null;
  return privateChatOf(portal, person.id, bot.id);
}

/** The `fields` of a call that cannot do without. @throws RestError in the words of the portal's binder of parameters. */
export function requiredFields({ params }: Call): Params {
  if (params["fields"] === undefined || params["fields"] === null) throw missingParameter("fields");
  return record(params, "fields");
}

/** The message that the call names. @throws RestError when there is none or the bot is not in its chat. */
export function messageForBot({ portal, params }: Call, bot: Bot, deniedCode: string): Message {
  const message = portal.state.messages.get(integer(params, "messageId") ?? 0);
  if (message === undefined || message.isDeleted) throw badRequest("MESSAGE_NOT_FOUND", "Message not found");
  const chat = portal.state.chats.get(message.chatId);
  if (chat === undefined || !chat.memberIds.includes(bot.id)) throw forbidden(deniedCode, "Access denied");
  return message;
}
