import { readAvatar, storeAvatar } from "../../chat/avatars.ts";
import { colorByName } from "../../chat/chat-colors.ts";
import { createChat } from "../../chat/chats.ts";
import { joinChat } from "../../chat/members.ts";
import { postMessage } from "../../chat/post-message.ts";
import { canSee } from "../../chat/can-see.ts";
import type { Chat } from "../../state/model.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, text, type Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { accessError, findByEntity, isYes, paramsOf, readChat, readGroup } from "./access.ts";

/** Chats of several people. Bitrix24 docs: api-reference/chats. */
export const chatMethods: RestMethod[] = [
  { name: "im.chat.add", scopes: ["im"], missing: "own", run: add },
  { name: "im.chat.get", scopes: ["im"], missing: "own", run: get },
  { name: "im.chat.updateTitle", scopes: ["im"], missing: "own", run: updateTitle },
  { name: "im.chat.updateColor", scopes: ["im"], missing: "own", run: updateColor },
  { name: "im.chat.updateAvatar", scopes: ["im"], missing: "own", run: updateAvatar },
  { name: "im.chat.mute", scopes: ["im"], missing: "own", run: mute },
];

/** The caller owns the new chat. People who do not exist are passed over. */
async function add(call: Call): Promise<Answer> {
  const { portal, caller } = call;
  const params = paramsOf(call);
  if (caller.user.role === "client") throw accessError();
  const color = colorByName(text(params, "COLOR"));
  const avatar = text(params, "AVATAR") === "" ? "" : await keepAvatar(call, params);
  const chat = createChat(portal, {
    kind: "group",
    title: text(params, "TITLE"),
    description: text(params, "DESCRIPTION"),
    isOpen: text(params, "TYPE").toUpperCase() === "OPEN",
    ownerId: caller.user.id,
    memberIds: [caller.user.id],
    entityType: text(params, "ENTITY_TYPE"),
    entityId: text(params, "ENTITY_ID"),
    avatar,
    ...(color !== null && { color }),
  });
  if (chat.title === "") chat.title = `Chat ${chat.id}`;
  joinChat(portal, chat, list(params, "USERS").map(Number), caller.user.id);
  const message = text(params, "MESSAGE");
  if (message.trim() !== "") postMessage(portal, chat, { authorId: caller.user.id, text: message });
  return { result: chat.id };
}

/** The chat of an entity of another part of the portal, such as `CRM` and `DEAL|12`. */
function get(call: Call): Answer {
  const params = paramsOf(call);
  const entityType = text(params, "ENTITY_TYPE");
  const entityId = text(params, "ENTITY_ID");
  if (entityType === "") throw badRequest("ENTITY_TYPE_EMPTY", "Entity type can't be empty");
  if (entityId === "") throw badRequest("ENTITY_ID_EMPTY", "Entity ID can't be empty");
  const chat = findByEntity(call.portal.state, entityType, entityId);
  if (chat === null) return { result: null };
  if (!canSee(call.caller.user, chat)) throw accessError();
  return { result: { ID: chat.id } };
}

function updateTitle(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readOwnGroup(call, params);
  const title = text(params, "TITLE").trim();
  if (title === "") throw badRequest("TITLE_EMPTY", "Title can't be empty");
  return changed(call, chat, { title });
}

function updateColor(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readOwnGroup(call, params);
  const color = colorByName(text(params, "COLOR"));
  if (color === null) throw badRequest("WRONG_COLOR", "This color is not available");
  return changed(call, chat, { color });
}

async function updateAvatar(call: Call): Promise<Answer> {
  const params = paramsOf(call);
  const chat = readOwnGroup(call, params);
  return changed(call, chat, { avatar: await keepAvatar(call, params) });
}

/** The chat makes no more sound for the caller; its messages count apart. */
function mute(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readChat(call, params);
  const { id } = call.caller.user;
  const others = chat.mutedIds.filter((mutedId) => mutedId !== id);
  return changed(call, chat, { mutedIds: isYes(params, "MUTE", true) ? [...others, id] : others });
}

function changed(call: Call, chat: Chat, change: Partial<Chat>): Answer {
  Object.assign(chat, change);
  call.portal.live.publish({ type: "dialog", chat });
  return TRUE;
}

/** Members may change how a chat looks. @throws RestError for those who only look on. */
function readOwnGroup(call: Call, params: Params): Chat {
  const chat = readGroup(call, params);
  if (!chat.memberIds.includes(call.caller.user.id)) throw forbidden("ACCESS_ERROR", "You are not in this chat");
  return chat;
}

async function keepAvatar({ portal, caller }: Call, params: Params): Promise<string> {
  const avatar = readAvatar(text(params, "AVATAR"));
  if (avatar.kind !== "avatar") throw badRequest("AVATAR_ERROR", "Incorrect avatar");
  const { content, extension } = avatar;
  return storeAvatar(portal, { content, extension, authorId: caller.user.id });
}
