import type { AnyBot, AnyCommand } from "../define-bot.ts";
import type { Language } from "../texts/catalog.ts";
import type { Param } from "./param.ts";
import { inEveryLanguage } from "./texts.ts";

export const HELP = "help";

/** Shows what the bot can do. The engine runs it itself, so its handler is never asked. */
const helpCommand: AnyCommand = {
  title: inEveryLanguage("helpCommand"),
  params: [{ name: "command", kind: "token", isOptional: true, title: inEveryLanguage("helpCommandParam") }],
  handler: () => [],
};

/** A bot's commands, and `/help` where there is something that it could show. */
export function commandsOf({ kind, commands = {} }: Pick<AnyBot, "kind" | "commands">): Record<string, AnyCommand> {
  const isShown = kind !== "client" && Object.values(commands).some(({ isHidden }) => isHidden !== true);
  return isShown && commands[HELP] === undefined ? { ...commands, [HELP]: helpCommand } : commands;
}

/** True for the command that the engine runs itself. */
export const isOwnHelp = (command: AnyCommand): boolean => command === helpCommand;

/** What may follow a command, as the portal shows it behind the command: `days (kind)`. */
export const paramsInWords = (params: readonly Param[], language: Language): string =>
  params.map(({ title, isOptional }) => (isOptional === true ? `(${title[language]})` : title[language])).join(" ");
