import type { AnyBot, AnyCommand } from "../define-bot.ts";
import type { Language } from "../texts/catalog.ts";
import type { Param } from "./param.ts";
import { inEveryLanguage } from "./texts.ts";

const HELP = "help";

/** Only a group's help names it. */
const LEAVE = "leave";

/** Sends the bot out of a group. The engine runs it itself, so its handler is never asked. */
const leaveCommand: AnyCommand = { title: inEveryLanguage("leaveCommand"), isHidden: true, handler: () => [] };

/** Shows what the bot can do. Run by the engine as well. */
const helpCommand: AnyCommand = {
  title: inEveryLanguage("helpCommand"),
  params: [{ name: "command", kind: "token", isOptional: true, title: inEveryLanguage("helpCommandParam") }],
  handler: () => [],
};

/** A bot's commands, and where there is something that it could show, `/help` and `/leave`. */
export function commandsOf({ kind, commands = {} }: Pick<AnyBot, "kind" | "commands">): Record<string, AnyCommand> {
  const isShown = kind !== "client" && Object.values(commands).some(({ isHidden }) => isHidden !== true);
  if (!isShown) return commands;
  const own = { [HELP]: helpCommand, [LEAVE]: leaveCommand };
  return { ...commands, ...Object.fromEntries(Object.entries(own).filter(([name]) => !(name in commands))) };
}

/** The command that somebody called by this name, whatever they typed: `constructor` is none because every object has one. */
export const commandNamed = (commands: Readonly<Record<string, AnyCommand>>, name: string): AnyCommand | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;

/** True for the commands that the engine runs itself. */
export const isOwnHelp = (command: AnyCommand): boolean => command === helpCommand;
export const isOwnLeave = (command: AnyCommand): boolean => command === leaveCommand;

/** What may follow a command, as the portal shows it behind the command: `‹days› [kind]`. */
export const paramsInWords = (params: readonly Param[], language: Language): string =>
  params
    .map(({ title, isOptional }) => (isOptional === true ? `[${title[language]}]` : `‹${title[language]}›`))
    .join(" ");
