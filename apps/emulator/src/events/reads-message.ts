import type { Bot, Chat, Message } from "../state/model.ts";

/**
 * True when a bot learns of a message: one-to-one always, in an open line as its bot, in a group when mentioned;
 * supervisors and personal bots read everything in their chats.
 *
 * Bitrix24 docs: chat-bots-v2, bot types.
 */
export function readsMessage(bot: Bot, chat: Chat, message: Message): boolean {
  if (!chat.memberIds.includes(bot.id)) return false;
  if (bot.type === "supervisor" || bot.type === "personal") return true;
  if (chat.kind === "private") return true;
  if (chat.kind === "open_line") return bot.type === "openline" || bot.isSupportOpenline;
  return mentions(message.text, bot.id);
}

function mentions(text: string, personId: number): boolean {
  return new RegExp(`\\[user=(?:${personId}|all)(?:\\s[^\\]]*)?\\]`, "i").test(text);
}
