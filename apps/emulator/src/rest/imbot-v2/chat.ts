import { storeAvatar } from "../../chat/avatars.ts";
import { createChat } from "../../chat/chats.ts";
import { colorByName } from "../../chat/chat-colors.ts";
import { personById } from "../../chat/find.ts";
import { giveChatTo, joinChat, leaveChat } from "../../chat/members.ts";
import { leaveLine } from "../../chat/open-line.ts";
import { postMessage } from "../../chat/post-message.ts";
import type { Bot, Chat } from "../../state/model.ts";
import { chatDetails } from "../../wire/v2-chat.ts";
import { userDetails } from "../../wire/v2-user.ts";
import { DONE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, record, text } from "../params.ts";
import type { Params } from "../params.ts";
import { forbidden } from "../rest-error.ts";
import { chatOfBot, ownBot, requiredFields } from "./access.ts";
import { avatarOf } from "./avatar.ts";

/** Bitrix24 docs: chat-bots-v2/imbot.v2/chats. */
export const chatMethods: RestMethod[] = [
  { name: "imbot.v2.Chat.add", scopes: ["imbot"], missing: "own", run: add },
  { name: "imbot.v2.Chat.get", scopes: ["imbot"], missing: "own", run: get },
  { name: "imbot.v2.Chat.update", scopes: ["imbot"], missing: "own", run: update },
  { name: "imbot.v2.Chat.leave", scopes: ["imbot"], missing: "own", run: leave },
  { name: "imbot.v2.Chat.setOwner", scopes: ["imbot"], missing: "own", run: setOwner },
];

/** The bot owns the chat unless `ownerId` names somebody. People who do not exist are passed over. */
async function add(call: Call): Promise<Answer> {
  const { portal } = call;
  const bot = ownBot(call);
  const fields = record(call.params, "fields");
  const color = colorByName(text(fields, "color"));
  const avatar = await keptAvatar(call, fields, bot);
  const ownerId = integer(fields, "ownerId") ?? bot.id;
  const chat = createChat(portal, {
    kind: "group",
    title: text(fields, "title"),
    description: text(fields, "description"),
    ownerId: portal.state.people.has(ownerId) ? ownerId : bot.id,
    memberIds: [bot.id],
    ...(color !== null && { color }),
    ...(avatar !== null && { avatar }),
  });
  if (chat.title === "") chat.title = `Chat ${chat.id}`;
  joinChat(portal, chat, [chat.ownerId, ...list(fields, "userIds").map(Number)], bot.id);
  const message = text(fields, "message");
  if (message.trim() !== "") postMessage(portal, chat, { authorId: bot.id, text: message });
  const users = chat.memberIds
    .filter((id) => id !== bot.id)
    .map((id) => userDetails(portal, personById(portal.state, id)));
  return { result: { chat: { ...chatDetails(portal.state, chat, bot.id), isNew: true, lastId: null }, users } };
}

function get(call: Call): Answer {
  const bot = ownBot(call);
  return { result: { chat: chatDetails(call.portal.state, chatOfBot(call, bot), bot.id) } };
}

/** A colour that is not known is passed over, as with Chat.add. */
async function update(call: Call): Promise<Answer> {
  const bot = ownBot(call);
  const chat = groupOfBot(call, bot);
  const fields = requiredFields(call);
  const color = colorByName(text(fields, "color"));
  const avatar = await keptAvatar(call, fields, bot);
  Object.assign(chat, {
    ...(text(fields, "title") !== "" && { title: text(fields, "title") }),
    ...(fields["description"] !== undefined && { description: text(fields, "description") }),
    ...(color !== null && { color }),
    ...(avatar !== null && { avatar }),
  });
  call.portal.live.publish({ type: "dialog", chat });
  return DONE;
}

/** A bot that leaves a client's dialog while it answers leaves it to the line's queue. */
function leave(call: Call): Answer {
  const bot = ownBot(call);
  const chat = groupOfBot(call, bot);
  if (chat.kind === "open_line") leaveLine(call.portal, chat, bot);
  leaveChat(call.portal, chat, bot.id);
  return DONE;
}

function setOwner(call: Call): Answer {
  const bot = ownBot(call);
  const chat = groupOfBot(call, bot);
  const userId = integer(call.params, "userId") ?? 0;
  if (chat.ownerId !== bot.id || !chat.memberIds.includes(userId)) throw forbidden("ACCESS_DENIED", "Access denied");
  giveChatTo(call.portal, chat, userId);
  return DONE;
}

async function keptAvatar({ portal }: Call, fields: Params, bot: Bot): Promise<string | null> {
  const picture = avatarOf(fields);
  return picture === null ? null : storeAvatar(portal, { ...picture, authorId: bot.id });
}

/** A private dialog has no title, no owner to change and nobody who could leave. */
function groupOfBot(call: Call, bot: Bot): Chat {
  const chat = chatOfBot(call, bot);
  if (chat.kind === "private") throw forbidden("ACCESS_DENIED", "Access denied");
  return chat;
}
