import type { Chat, Command, Message } from "../state/model.ts";
import type { State } from "../state/state.ts";

const SLASH_COMMAND = /^\/(?<name>[^\s/]+)(?:\s+(?<params>[\s\S]*))?$/u;

/** The registered commands that a text such as `/help orders` calls: of bots in the chat, and common ones of any bot. */
export function calledCommands(state: State, chat: Chat, text: string): { command: Command; params: string }[] {
  const groups = SLASH_COMMAND.exec(text.trim())?.groups;
  if (groups === undefined) return [];
  const name = groups["name"]?.toLowerCase();
  const commands = [...state.commands.values()].filter((command) => command.name.toLowerCase() === name);
  return commands
    .filter((command) => command.isCommon || chat.memberIds.includes(command.botId))
    .map((command) => ({ command, params: groups["params"] ?? "" }));
}

/** True for a message that calls a command: typed with a slash, or by a button of its keyboard or menu. */
export function wasCalledBy(message: Message, command: Command): boolean {
  const typed = SLASH_COMMAND.exec(message.text.trim())?.groups?.["name"] ?? "";
  const onButtons = [...message.keyboard, ...(message.menu ?? [])].map((button) => String(button["COMMAND"] ?? ""));
  return [typed, ...onButtons].some((name) => name.replace(/^\//, "").toLowerCase() === command.name.toLowerCase());
}
