import { storeAvatar } from "../../chat/avatars.ts";
import { colorByName } from "../../chat/chat-colors.ts";
import { createChat } from "../../chat/chats.ts";
import { joinChat } from "../../chat/members.ts";
import { postMessage } from "../../chat/post-message.ts";
import { showTyping } from "../../chat/show-typing.ts";
import { canSee } from "../../chat/can-see.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, text, upperKeys } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { chatOfBot, ownBot } from "./access.ts";
import { readGroup } from "./group.ts";
import { chatAvatarOf } from "./photo.ts";

/** Chats as the first bot API makes and dresses them. Bitrix24 docs: chat-bots/outdated/chats. */
export const chatV1Methods: RestMethod[] = [
  { name: "imbot.chat.add", scopes: ["imbot"], missing: "own", run: add },
  { name: "imbot.chat.get", scopes: ["imbot"], run: getChat },
  { name: "imbot.chat.sendTyping", scopes: ["imbot"], missing: "own", run: sendTyping },
  { name: "imbot.chat.updateTitle", scopes: ["imbot"], missing: "own", run: updateTitle },
  { name: "imbot.chat.updateColor", scopes: ["imbot"], missing: "own", run: updateColor },
  { name: "imbot.chat.updateAvatar", scopes: ["imbot"], missing: "own", run: updateAvatar },
];

async function add(call: Call): Promise<Answer> {
  const { portal } = call;
  const params = upperKeys(call.params);
  const bot = ownBot(call, params);
  if (params["USERS"] !== undefined && typeof params["USERS"] !== "object") {
    throw badRequest("INVALID_FORMAT", "Parameter USERS has wrong type");
  }
  const picture = params["AVATAR"] === undefined ? null : chatAvatarOf(params);
  const avatar = picture === null ? "" : await storeAvatar(portal, { ...picture, authorId: bot.id });
  const color = colorByName(text(params, "COLOR"));
  const chat = createChat(portal, {
    kind: "group",
    title: text(params, "TITLE"),
    description: text(params, "DESCRIPTION"),
    isOpen: text(params, "TYPE").toUpperCase() === "OPEN",
    ownerId: bot.id,
    memberIds: [bot.id],
    entityType: text(params, "ENTITY_TYPE"),
    entityId: text(params, "ENTITY_ID"),
    avatar,
    ...(color !== null && { color }),
  });
  if (chat.title === "") chat.title = `Chat ${chat.id}`;
  joinChat(portal, chat, list(params, "USERS").map(Number), bot.id);
  const message = text(params, "MESSAGE").trim();
  if (message !== "") postMessage(portal, chat, { authorId: bot.id, text: message });
  return { result: chat.id };
}

/** The chat that belongs to a thing outside, for the calling user. */
function getChat({ portal, params, caller }: Call): Answer {
  const upper = upperKeys(params);
  const type = text(upper, "ENTITY_TYPE");
  const id = text(upper, "ENTITY_ID");
  const found = [...portal.state.chats.values()].find(
    (chat) => chat.kind === "group" && chat.entityType === type && chat.entityId === id,
  );
  const bots = found?.memberIds.flatMap((memberId) => portal.state.bots.get(memberId) ?? []) ?? [];
  const isOwnBotThere = bots.some(({ owner }) => caller.kind === "app" && owner.key === caller.clientId);
  if (found === undefined || (!canSee(caller.user, found) && !isOwnBotThere)) {
    throw forbidden("ACCESS_ERROR", "You don't have access to this chat");
  }
  return { result: { ID: found.id } };
}

function sendTyping(call: Call): Answer {
  const params = upperKeys(call.params);
  const bot = ownBot(call, params);
  showTyping(call.portal, chatOfBot(call, params, bot), bot.id);
  return TRUE;
}

function updateTitle(call: Call): Answer {
  const params = upperKeys(call.params);
  const { chat } = readGroup(call, params);
  const title = text(params, "TITLE").trim();
  if (title === "") throw badRequest("TITLE_EMPTY", "Title can't be empty");
  chat.title = title;
  call.portal.live.publish({ type: "dialog", chat });
  return TRUE;
}

function updateColor(call: Call): Answer {
  const params = upperKeys(call.params);
  const { chat } = readGroup(call, params);
  const color = colorByName(text(params, "COLOR"));
  if (color === null) throw badRequest("WRONG_COLOR", "This color currently unavailable");
  if (color === chat.color) throw badRequest("WRONG_REQUEST", "This color currently set or chat isn't exists");
  chat.color = color;
  call.portal.live.publish({ type: "dialog", chat });
  return TRUE;
}

async function updateAvatar(call: Call): Promise<Answer> {
  const params = upperKeys(call.params);
  const { bot, chat } = readGroup(call, params);
  chat.avatar = await storeAvatar(call.portal, { ...chatAvatarOf(params), authorId: bot.id });
  call.portal.live.publish({ type: "dialog", chat });
  return TRUE;
}
