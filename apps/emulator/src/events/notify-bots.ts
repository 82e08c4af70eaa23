import { PORTAL_AUTHOR_ID } from "../chat/find.ts";
import type { Portal } from "../portal.ts";
import type { Bot, Chat, Message } from "../state/model.ts";
import { calledCommands } from "./called-commands.ts";
import { deliver } from "./deliver.ts";
import type { Notice } from "./notice.ts";
import { readsMessage } from "./reads-message.ts";

/** Tells every bot that may read a new message. A command that a bot owns reaches it as a command instead. */
export function notifyBotsOfMessage(portal: Portal, chat: Chat, message: Message): void {
  if (message.isSystem || message.authorId === PORTAL_AUTHOR_ID) return;
  const calls = calledCommands(portal.state, chat, message.text);
  for (const bot of otherBots(portal, message)) {
    const own = calls.filter(({ command }) => command.botId === bot.id);
    for (const { command, params } of own) {
      deliver(portal, bot, {
        kind: "command",
        chat,
        message,
        command,
        params,
        context: "textarea",
        actorId: message.authorId,
      });
    }
    if (own.length > 0 || !readsMessage(bot, chat, message)) continue;
    deliver(portal, bot, { kind: "message.add", chat, message, actorId: message.authorId });
  }
}

/** Tells the bots of a chat that a message was edited or deleted. */
export function notifyBotsOfChange(
  portal: Portal,
  chat: Chat,
  message: Message,
  kind: "message.update" | "message.delete",
): void {
  if (message.isSystem) return;
  for (const bot of otherBots(portal, message)) {
    if (readsMessage(bot, chat, message)) deliver(portal, bot, { kind, chat, message, actorId: message.authorId });
  }
}

/** Tells a bot that it now belongs to a chat, or that a person opened a dialog with it. */
export function notifyBotOfJoin(portal: Portal, bot: Bot, chat: Chat, actorId: number): void {
  deliver(portal, bot, { kind: "join", chat, actorId });
}

/** Tells a bot of a reaction to what it wrote, unless it does not care for reactions. */
export function notifyBotOfReaction(portal: Portal, change: Omit<Extract<Notice, { kind: "reaction" }>, "kind">): void {
  const bot = portal.state.bots.get(change.message.authorId);
  if (bot === undefined || !bot.isReactionsEnabled || change.actorId === bot.id) return;
  deliver(portal, bot, { kind: "reaction", ...change });
}

/** Hands a bot the data with which somebody opened its dialog. Bitrix24 docs: imbot.v2/bot-context. */
export function notifyBotOfContext(portal: Portal, bot: Bot, chat: Chat, actorId: number, context: unknown): void {
  deliver(portal, bot, { kind: "context", chat, actorId, context });
}

function otherBots(portal: Portal, message: Message): Bot[] {
  return [...portal.state.bots.values()].filter((bot) => bot.id !== message.authorId);
}
