import { deleteMessage, editMessage } from "../../chat/edit-message.ts";
import { PORTAL_AUTHOR_ID } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import { hasReacted, react } from "../../chat/reactions.ts";
import { canSee } from "../../chat/can-see.ts";
import { writeAs } from "../../chat/write-as.ts";
import type { Chat, Message } from "../../state/model.ts";
import { readExtras } from "../imbot-v1/draft.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text, type Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { accessError, isYes, openDialog, paramsOf, readMessage } from "./access.ts";

/** Older messages stay as they are. Bitrix24 docs: im.message.update. */
const EDITABLE_MS = 3 * 24 * 3_600_000;

/** What a person writes; the author is who the token belongs to. Bitrix24 docs: api-reference/chats/messages. */
export const messageMethods: RestMethod[] = [
  { name: "im.message.add", scopes: ["im"], missing: "own", run: add },
  { name: "im.message.update", scopes: ["im"], missing: "own", run: update },
  { name: "im.message.delete", scopes: ["im"], missing: "own", run: remove },
  { name: "im.message.like", scopes: ["im"], missing: "own", run: like },
];

/** SYSTEM shows the text as the portal's, without a face; only who runs the chat may do that. */
function add(call: Call): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const extras = readExtras(params);
  const message = text(params, "MESSAGE");
  if (message.trim() === "" && extras.attach === null) throw badRequest("MESSAGE_EMPTY", "Message can't be empty");
  const chat = openDialog(call, params);
  const draft = { text: message, ...extras, replyToId: readReply(call, params, chat) };
  if (!isYes(params, "SYSTEM")) return { result: writeAs(portal, caller.user, chat, draft).id };
  if (chat.kind === "private" || chat.ownerId !== caller.user.id) throw accessError();
  return { result: postMessage(portal, chat, { authorId: PORTAL_AUTHOR_ID, isSystem: true, ...draft }).id };
}

/** @throws RestError when the answered message is not of this chat, or not the caller's to see. */
function readReply({ portal, caller }: Call, params: Params, chat: Chat): number | null {
  const id = integer(params, "REPLY_ID") ?? 0;
  if (id === 0) return null;
  const answered = portal.state.messages.get(id);
  const place = answered === undefined ? undefined : portal.state.chats.get(answered.chatId);
  if (answered === undefined || answered.isDeleted || place === undefined) {
    throw badRequest("REPLY_MESSAGE_NOT_FOUND", "The message to reply to is not found");
  }
  if (!canSee(caller.user, place)) throw forbidden("REPLY_ACCESS_ERROR", "No access to the message to reply to");
  if (place !== chat) throw badRequest("REPLY_FROM_OTHER_CHAT", "The message to reply to is in another chat");
  return id;
}

/** An empty text deletes the message; what is not given stays as it was. */
function update(call: Call): Answer {
  const params = paramsOf(call);
  const message = readOwn(call, params);
  const { attach, keyboard, menu } = readExtras(params);
  const given = (name: string): boolean => params[name] !== undefined;
  if (given("MESSAGE") && text(params, "MESSAGE").trim() === "" && attach === null) {
    deleteMessage(call.portal, message);
    return TRUE;
  }
  const wasEdited = message.editedAt;
  editMessage(call.portal, message, {
    ...(given("MESSAGE") && { text: text(params, "MESSAGE") }),
    ...(given("ATTACH") && { attach }),
    ...(given("KEYBOARD") && { keyboard }),
    ...(given("MENU") && { menu }),
  });
  if (!isYes(params, "IS_EDITED", true)) message.editedAt = wasEdited;
  return TRUE;
}

function remove(call: Call): Answer {
  deleteMessage(call.portal, readOwn(call, paramsOf(call)));
  return TRUE;
}

/** @throws RestError `CANT_EDIT_MESSAGE` for another author's message, and for one older than three days. */
function readOwn(call: Call, params: Params): Message {
  const { message } = readMessage(call, params);
  const isOwn = message.authorId === call.caller.user.id && !message.isSystem;
  const ageMs = call.portal.now().getTime() - Date.parse(message.at);
  if (!isOwn || ageMs > EDITABLE_MS) {
    throw badRequest("CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access");
  }
  return message;
}

/** `auto` turns the like around. */
function like(call: Call): Answer {
  const params = paramsOf(call);
  const { message } = readMessage(call, params);
  const { id } = call.caller.user;
  const action = (text(params, "ACTION") || "auto").toLowerCase();
  const isOn = action === "auto" ? !hasReacted(message, id, "like") : action === "plus";
  if (!react(call.portal, message, id, "like", isOn)) {
    throw badRequest("WITHOUT_CHANGES", "Status of like didn't change");
  }
  return TRUE;
}
