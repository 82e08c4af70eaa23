import { findPrivateChat, privateChatOf } from "../../chat/chats.ts";
import { workGroupChat } from "../../chat/work-group-chat.ts";
import { canSee } from "../../chat/can-see.ts";
import { notifyBotOfJoin } from "../../events/notify-bots.ts";
import type { Chat, Message } from "../../state/model.ts";
import type { Call } from "../method.ts";
import { integer, text, upperKeys, type Params } from "../params.ts";
import { badRequest, forbidden, type RestError } from "../rest-error.ts";
import type { State } from "../../state/state.ts";

/** The parameters of a method of the messenger; their names may stand in any case. */
export function paramsOf({ params }: Call): Params {
  return upperKeys(params);
}

export function accessError(): RestError {
  return forbidden("ACCESS_ERROR", "You do not have access to the specified dialog");
}

/** The chat that DIALOG_ID names, as the caller's own. @throws RestError when there is none. */
export function readDialog(call: Call, params = paramsOf(call)): Chat {
  const chat = findDialog(call, text(params, "DIALOG_ID"));
  if (chat === null) throw accessError();
  return chat;
}

/** The chat that DIALOG_ID or CHAT_ID names. @throws RestError when there is none, or none is named. */
export function readChat(call: Call, params = paramsOf(call)): Chat {
  if (text(params, "DIALOG_ID") !== "") return readDialog(call, params);
  const id = integer(params, "CHAT_ID");
  if (id === null) throw badRequest("CHAT_ID_EMPTY", "Chat ID can't be empty");
  return readDialog(call, { DIALOG_ID: `chat${id}` });
}

/** A chat of several people, which has a title and members to change. @throws RestError for a private one. */
export function readGroup(call: Call, params = paramsOf(call)): Chat {
  const chat = readChat(call, params);
  if (chat.kind === "private") throw accessError();
  return chat;
}

/**
 * The chat to write into: as `readDialog`, but a person whom the caller never wrote to gets a private chat.
 *
 * @throws RestError
 */
export function openDialog(call: Call, params = paramsOf(call)): Chat {
  const { portal, caller } = call;
  const dialogId = text(params, "DIALOG_ID");
  const found = findDialog(call, dialogId);
  if (found !== null) return found;
  if (!/^\d+$/.test(dialogId)) throw accessError();
  const person = portal.state.people.get(Number(dialogId));
  if (person === undefined) throw badRequest("USER_NOT_FOUND", "User not found");
  if (person.role === "client" || caller.user.role === "client") throw accessError();
  const chat = privateChatOf(portal, caller.user.id, person.id);
  const bot = portal.state.bots.get(person.id);
  if (bot !== undefined) notifyBotOfJoin(portal, bot, chat, caller.user.id);
  return chat;
}

/** `5` is a person, `chat5` a chat, `sg5` the chat of a work group. */
export function findDialog({ portal, caller }: Call, dialogId: string): Chat | null {
  if (dialogId === "") throw badRequest("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
  const [, kind = "", id = ""] = /^(chat|sg)?(\d+)$/.exec(dialogId) ?? [];
  const chat =
    kind === "chat"
      ? portal.state.chats.get(Number(id))
      : kind === "sg"
        ? workGroupChat(portal, caller.user, Number(id))
        : findPrivateChat(portal, caller.user.id, Number(id));
  return chat !== undefined && chat !== null && canSee(caller.user, chat) ? chat : null;
}

/** The chat that belongs to an entity, such as `CRM` and `DEAL|12`. */
export function findByEntity(state: State, entityType: string, entityId: string): Chat | null {
  const chats = [...state.chats.values()];
  return chats.find((chat) => chat.entityType === entityType && chat.entityId === entityId) ?? null;
}

/** The message that MESSAGE_ID names, in a chat of the caller's. @throws RestError */
export function readMessage({ portal, caller }: Call, params: Params): { message: Message; chat: Chat } {
  const message = portal.state.messages.get(integer(params, "MESSAGE_ID") ?? 0);
  const chat = message === undefined ? undefined : portal.state.chats.get(message.chatId);
  if (message === undefined || message.isDeleted || chat === undefined || !canSee(caller.user, chat)) {
    throw badRequest("MESSAGE_ID_ERROR", "Message ID can't be empty or the message is not accessible");
  }
  return { message, chat };
}

/** `Y` as the messenger writes a yes; any other text is a no. */
export function isYes(params: Params, name: string, fallback = false): boolean {
  const given = text(params, name);
  return given === "" ? fallback : given.toUpperCase() === "Y";
}

/** Where a list goes on and how much of it is asked for. */
export function rangeOf(params: Params, usual: number, most: number): { offset: number; limit: number } {
  const limit = Math.min(Math.max(integer(params, "LIMIT") ?? usual, 1), most);
  return { offset: Math.max(integer(params, "OFFSET") ?? 0, 0), limit };
}

/** A part of a list, with `total`, and `next` when there is more. */
export function slice<Item>(
  items: Item[],
  { offset, limit }: { offset: number; limit: number },
): { result: Item[]; total: number; next?: number } {
  const end = offset + limit;
  return { result: items.slice(offset, end), total: items.length, ...(end < items.length && { next: end }) };
}
