import type { Bot } from "../state/model.ts";
import type { State } from "../state/state.ts";

/** A bot as its owner sees it. Bitrix24 docs: chat-bots-v2/entities, Bot. */
export function botView(state: State, bot: Bot): Record<string, unknown> {
  const messages = [...state.messages.values()].filter((message) => message.authorId === bot.id);
  const chats = [...state.chats.values()].filter((chat) => chat.memberIds.includes(bot.id));
  const users = new Set(chats.flatMap((chat) => chat.memberIds).filter((id) => id !== bot.id));
  return {
    id: bot.id,
    code: bot.code,
    type: bot.type,
    isHidden: bot.isHidden,
    isSupportOpenline: bot.isSupportOpenline,
    isReactionsEnabled: bot.isReactionsEnabled,
    backgroundId: bot.backgroundId,
    language: state.people.get(bot.id)?.language ?? "en",
    moduleId: "rest",
    eventMode: bot.eventMode,
    countMessage: messages.length,
    countCommand: [...state.commands.values()].filter((command) => command.botId === bot.id).length,
    countChat: chats.length,
    countUser: users.size,
  };
}
