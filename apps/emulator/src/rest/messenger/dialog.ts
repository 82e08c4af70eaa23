import { showTyping } from "../../chat/show-typing.ts";
import { setReadUpTo, unreadIn } from "../../chat/unread.ts";
import { canSee } from "../../chat/can-see.ts";
import { dialogIdFor, messagesByChat, messagesOf } from "../../chat/find.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { isYes, paramsOf, rangeOf, readDialog, readMessage, slice } from "./access.ts";
import { chatDetails } from "./chat-view.ts";
import { changeRecent } from "./recent-entry.ts";
import { imUserView } from "./user-view.ts";

/** A dialog of the caller's as a whole. Bitrix24 docs: api-reference/chats. */
export const dialogMethods: RestMethod[] = [
  { name: "im.dialog.get", scopes: ["im"], missing: "own", run: get },
  { name: "im.dialog.users.list", scopes: ["im"], missing: "own", run: listUsers },
  { name: "im.dialog.read", scopes: ["im"], missing: "own", run: read },
  { name: "im.dialog.read.all", scopes: ["im"], missing: "own", run: readAll },
  { name: "im.dialog.unread", scopes: ["im"], missing: "own", run: unread },
  { name: "im.dialog.writing", scopes: ["im"], missing: "own", run: writing },
];

function get(call: Call): Answer {
  return { result: chatDetails(call.portal, readDialog(call), call.caller.user.id) };
}

function listUsers(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readDialog(call, params);
  const skipsClients = isYes(params, "SKIP_EXTERNAL");
  const lastId = integer(params, "LAST_ID") ?? 0;
  const people = chat.memberIds
    .filter((id) => id > lastId)
    .flatMap((id) => call.portal.state.people.get(id) ?? [])
    .filter(({ role }) => !skipsClients || (role !== "client" && role !== "bot"));
  return slice(
    people.map((person) => imUserView(call.portal, person)),
    rangeOf(params, 50, 200),
  );
}

/** Without MESSAGE_ID everything is read. What was read once stays so. */
function read(call: Call): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const chat = readDialog(call, params);
  const newestId = messagesOf(portal.state, chat.id).at(-1)?.id ?? 0;
  const messageId = Math.min(integer(params, "MESSAGE_ID") ?? newestId, newestId);
  const lastId = Math.max(chat.readUpTo[String(caller.user.id)] ?? 0, messageId);
  setReadUpTo(portal, chat, caller.user.id, lastId);
  changeRecent(portal.state, caller.user.id, chat.id, { isUnread: false });
  const counter = unreadIn(portal.state, chat, caller.user.id).length;
  return { result: { dialogId: dialogIdFor(chat, caller.user.id), chatId: chat.id, lastId, counter } };
}

function readAll({ portal, caller: { user } }: Call): Answer {
  const byChat = messagesByChat(portal.state);
  for (const chat of portal.state.chats.values()) {
    if (!canSee(user, chat)) continue;
    const last = byChat.get(chat.id)?.at(-1)?.id ?? 0;
    if ((chat.readUpTo[String(user.id)] ?? 0) < last) setReadUpTo(portal, chat, user.id, last);
    changeRecent(portal.state, user.id, chat.id, { isUnread: false });
  }
  return TRUE;
}

/** MESSAGE_ID is the first that counts as unread again. */
function unread(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readDialog(call, params);
  const { message } = readMessage(call, params);
  if (message.chatId !== chat.id) throw badRequest("MESSAGE_ID_ERROR", "The message is not in this dialog");
  setReadUpTo(call.portal, chat, call.caller.user.id, message.id - 1);
  return TRUE;
}

function writing(call: Call): Answer {
  showTyping(call.portal, readDialog(call), call.caller.user.id);
  return TRUE;
}
