import { joinChat, leaveChat } from "../../chat/members.ts";
import { personById } from "../../chat/find.ts";
import type { Bot, Chat } from "../../state/model.ts";
import { roleOf } from "../../wire/v2-chat.ts";
import { userDetails } from "../../wire/v2-user.ts";
import { DONE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, record, text } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { chatOfBot, ownBot } from "./access.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Who is in a chat, and who manages it. Bitrix24 docs: chat-bots-v2/imbot.v2/chats. */
export const chatMemberMethods: RestMethod[] = [
  { name: "imbot.v2.Chat.User.add", scopes: ["imbot"], missing: "own", run: addUsers },
  { name: "imbot.v2.Chat.User.delete", scopes: ["imbot"], missing: "own", run: deleteUser },
  { name: "imbot.v2.Chat.User.list", scopes: ["imbot"], missing: "own", run: listUsers },
  { name: "imbot.v2.Chat.Manager.add", scopes: ["imbot"], missing: "own", run: addManagers },
  { name: "imbot.v2.Chat.Manager.delete", scopes: ["imbot"], missing: "own", run: deleteManagers },
];

function addUsers(call: Call): Answer {
  const { bot, chat } = administered(call);
  joinChat(call.portal, chat, readUserIds(call), bot.id);
  return DONE;
}

/** Whoever is not there needs no deleting. The owner has to give the chat away first. */
function deleteUser(call: Call): Answer {
  const { chat } = administered(call);
  const userId = integer(call.params, "userId");
  if (userId === null) throw badRequest("EMPTY_USER_IDS", "Empty user IDs");
  if (userId === chat.ownerId) throw denied();
  leaveChat(call.portal, chat, userId);
  return DONE;
}

/** A plain list, by the numbers of people or by when they wrote last. */
function listUsers(call: Call): Answer {
  const { state } = call.portal;
  const chat = chatOfBot(call, ownBot(call));
  const limit = Math.min(Math.max(integer(call.params, "limit") ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
  const offset = Math.max(integer(call.params, "offset") ?? 0, 0);
  const [field = "id", direction = "ASC"] = Object.entries(record(call.params, "order"))[0] ?? [];
  const lastMessageOf = (personId: number): number =>
    [...state.messages.values()].findLast((item) => item.chatId === chat.id && item.authorId === personId)?.id ?? 0;
  const sign = String(direction).toUpperCase() === "DESC" ? -1 : 1;
  const rank = field === "lastSendMessageId" ? lastMessageOf : (id: number): number => id;
  const ids = chat.memberIds.toSorted((one, other) => sign * (rank(one) - rank(other)));
  return { result: ids.slice(offset, offset + limit).map((id) => userDetails(call.portal, personById(state, id))) };
}

function addManagers(call: Call): Answer {
  const chat = owned(call);
  const members = readUserIds(call).filter((id) => chat.memberIds.includes(id) && id !== chat.ownerId);
  chat.managerIds = [...new Set([...chat.managerIds, ...members])];
  call.portal.live.publish({ type: "dialog", chat });
  return DONE;
}

function deleteManagers(call: Call): Answer {
  const chat = owned(call);
  const left = readUserIds(call);
  chat.managerIds = chat.managerIds.filter((id) => !left.includes(id));
  call.portal.live.publish({ type: "dialog", chat });
  return DONE;
}

/** @throws RestError unless the bot is the chat's owner or one of its managers. */
function administered(call: Call): { bot: Bot; chat: Chat } {
  const bot = ownBot(call);
  const chat = chatOfBot(call, bot);
  if (chat.kind !== "group" || !["owner", "manager"].includes(roleOf(chat, bot.id))) throw denied();
  return { bot, chat };
}

/** @throws RestError unless the chat is the bot's own. */
function owned(call: Call): Chat {
  const bot = ownBot(call);
  if (list(call.params, "userIds").length === 0) throw badRequest("EMPTY_USER_IDS", "Empty user IDs");
  const chat = chatOfBot(call, bot);
  if (chat.kind !== "group" || chat.ownerId !== bot.id) throw denied();
  return chat;
}

function readUserIds({ params }: Call): number[] {
  const ids = list(params, "userIds").map((id) => text({ id }, "id"));
  if (ids.length === 0) throw badRequest("EMPTY_USER_IDS", "Empty user IDs");
  return ids.map(Number);
}

function denied(): Error {
  return forbidden("ACCESS_DENIED", "Access denied");
}
