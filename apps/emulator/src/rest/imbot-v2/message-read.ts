import { messagesOf } from "../../chat/find.ts";
import { setReadUpTo } from "../../chat/unread.ts";
import type { Bot, Message } from "../../state/model.ts";
import { messageView } from "../../wire/v2-message.ts";
import { portalUserView, userView } from "../../wire/v2-user.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { chatOfBot, messageForBot, ownBot } from "./access.ts";

const MAX_RANGE = 50;

/** What a bot reads. Bitrix24 docs: chat-bots-v2/imbot.v2/messages. */
export const messageReadMethods: RestMethod[] = [
  { name: "imbot.v2.Chat.Message.read", scopes: ["imbot"], missing: "own", run: read },
  { name: "imbot.v2.Chat.Message.get", scopes: ["imbot"], missing: "own", run: getMessage },
  { name: "imbot.v2.Chat.Message.getContext", scopes: ["imbot"], missing: "own", run: getContext },
];

function read(call: Call): Answer {
  const bot = ownBot(call);
  const chat = chatOfBot(call, bot);
  const messages = messagesOf(call.portal.state, chat.id);
  const wanted = integer(call.params, "messageId");
  const lastId = wanted ?? messages.at(-1)?.id ?? 0;
  if (wanted !== null && !messages.some(({ id }) => id === wanted)) {
    throw badRequest("MESSAGE_NOT_FOUND", "Message not found");
  }
  const before = chat.readUpTo[bot.id] ?? 0;
  const others = messages.filter(({ authorId }) => authorId !== bot.id);
  if (lastId > before) setReadUpTo(call.portal, chat, bot.id, lastId);
  const viewedMessages = others.filter(({ id }) => id > before && id <= lastId).map(({ id }) => id);
  const counter = others.filter(({ id }) => id > Math.max(before, lastId)).length;
  return { result: { chatId: chat.id, lastId, counter, viewedMessages } };
}

function getMessage(call: Call): Answer {
  const bot = readingBot(call);
  const message = messageForBot(call, bot, "MESSAGE_ACCESS_DENIED");
  return { result: { message: messageView(call.portal.state, message), user: authorView(call, message) } };
}

/** Messages around one, up to `range` on either side. */
function getContext(call: Call): Answer {
  const bot = readingBot(call);
  const message = messageForBot(call, bot, "MESSAGE_ACCESS_DENIED");
  const range = Math.min(Math.max(integer(call.params, "range") ?? MAX_RANGE, 1), MAX_RANGE);
  const all = messagesOf(call.portal.state, message.chatId);
  const index = all.indexOf(message);
  const messages = all.slice(Math.max(0, index - range), index + range + 1);
  const authors = new Map(messages.map((item) => [item.authorId, authorView(call, item)]));
  return {
    result: {
      messages: messages.map((item) => messageView(call.portal.state, item)),
      users: [...authors.values()],
      hasPrevPage: index - range > 0,
      hasNextPage: index + range + 1 < all.length,
    },
  };
}

/** Ordinary bots know only what they were told: reading on demand is for supervisors and personal bots. */
function readingBot(call: Call): Bot {
  const bot = ownBot(call);
  if (bot.type === "supervisor" || bot.type === "personal") return bot;
  throw forbidden("BOT_TYPE_NOT_ALLOWED", "Bot type is not allowed to call this method");
}

function authorView({ portal }: Call, message: Message): Record<string, unknown> {
  const author = portal.state.people.get(message.authorId);
  return author === undefined ? portalUserView() : userView(portal.state, author);
}
