import { commandNamed, commandsOf, isOwnHelp, isOwnLeave } from "../commands/commands-of.ts";
import { explainArguments } from "../commands/explain-arguments.ts";
import { helpOfCommand, helpText } from "../commands/help-text.ts";
import { likelyCommands } from "../commands/likely-commands.ts";
import { accessTo, isLimited, mayCall, refusalOf } from "../commands/may-call.ts";
import { type ReadArguments, readArguments } from "../commands/read-arguments.ts";
import { commandTexts } from "../commands/texts.ts";
import { isTooLong, MOST_PARAMS } from "../commands/typed-command.ts";
import type { AnyCommand } from "../define-bot.ts";
import { plainWords } from "../texts/plain-words.ts";
import { AppError } from "@botdeck/core";

import { askFor, askAgain, meaningButtons } from "./ask-argument.ts";
import { contextOf } from "./create-context.ts";
import type { Turn } from "./turn.ts";

type Called = { name: string; params: string };
type Commands = Readonly<Record<string, AnyCommand>>;

/** Does a command: whether the person may, what its arguments are, what is missing, and then its handler. */
export async function runCommand(turn: Turn, called: Called): Promise<void> {
  const command = commandNamed(commandsOf(turn.bot), called.name);
  turn.state = { ...turn.state, asking: null };
  if (command === undefined) return await sayUnknown(turn, called);
  if (!(await isAllowed(turn, called.name, command))) {
    const access = accessTo(called.name, command.who, turn.surroundings.settings);
    turn.words.push(refusalOf(called.name, access, turn.surroundings.language));
    return;
  }
  if (command.params === undefined) return await handle(turn, command, called, {});
  if (isTooLong(called.params)) return sayTooLong(turn);
  await take(turn, command, called, await readFor(turn, command, called.params));
}

/** Said in place of reading what stands behind a command. */
export function sayTooLong({ surroundings, words }: Turn): void {
  words.push(commandTexts(surroundings.language)("tooLong", { most: MOST_PARAMS }));
}

/** Acts on what was read, asks for what is missing, or says what was not understood. */
export async function take(turn: Turn, command: AnyCommand, called: Called, read: ReadArguments): Promise<void> {
  const { language, today } = turn.surroundings;
  const problem = read.problems.find(({ either }) => either.length > 0) ?? read.problems[0];
  if (problem !== undefined) {
    turn.words.push(explainArguments(read, command, { name: called.name, language, today }));
    turn.buttons = meaningButtons(turn, command, called, problem);
    return askAgain(turn, called, read);
  }
  const missing = command.params?.find(({ name }) => name === read.missing[0]);
  if (missing === undefined) return await handle(turn, command, called, read.args);
  if (command.dialog === undefined) return askFor(turn, called, missing, read);
  return await turn.apply({ move: "begin", dialog: command.dialog, slots: read.args });
}

/** What stands behind a command of the bot, read for whoever wrote it. */
export async function readFor(turn: Turn, { params = [] }: AnyCommand, text: string): Promise<ReadArguments> {
  const { today, language, person, findPeople, findDepartments } = turn.surroundings;
  const me = { id: person.id, name: person.name };
  return await readArguments(text, params, { today, language, me, findPeople, findDepartments });
}

async function handle(turn: Turn, command: AnyCommand, { params }: Called, args: ReadArguments["args"]): Promise<void> {
  if (isOwnHelp(command)) return await help(turn, args["command"] as string | undefined);
  if (isOwnLeave(command)) return leave(turn);
  const context = contextOf(turn);
  await turn.apply(await command.handler({ ...context, params, args }));
}

async function isAllowed(turn: Turn, name: string, command: AnyCommand): Promise<boolean> {
  return Object.keys(await allowedOf(turn, { [name]: command })).length > 0;
}

/**
 * Those of the commands that the person may call. What they are on the portal is found out once, and only where it counts.
 *
 * @throws AppError `invariant` where a command is not for everybody and nobody can tell who the person is.
 */
async function allowedOf({ surroundings }: Turn, commands: Commands): Promise<Commands> {
  const all = Object.entries(commands).map(
    ([name, command]) => [name, command, accessTo(name, command.who, surroundings.settings)] as const,
  );
  const limited = all.find(([, , access]) => isLimited(access));
  if (limited === undefined) return commands;
  if (surroundings.personFacts === undefined) {
    throw new AppError("invariant", `Who may call /${limited[0]} cannot be told: nothing is known about people here`);
  }
  const facts = await surroundings.personFacts();
  const allowed = all.filter(([, , access]) => mayCall(access, facts));
  return Object.fromEntries(allowed.map(([name, command]) => [name, command]));
}

/** What the person may call and is told of. */
async function shownTo(turn: Turn): Promise<Commands> {
  const shown = Object.entries(commandsOf(turn.bot)).filter(([, { isHidden }]) => isHidden !== true);
  return await allowedOf(turn, Object.fromEntries(shown));
}

async function help(turn: Turn, asked: string | undefined): Promise<void> {
  const { language } = turn.surroundings;
  const name = asked?.replace(/^\//, "").toLowerCase();
  const shown = await shownTo(turn);
  if (name === undefined) {
    const others = Object.entries(shown).filter(([, command]) => !isOwnHelp(command));
    turn.words.push(helpText(Object.fromEntries(others), language));
    if (turn.surroundings.dialog.type === "group") turn.words.push(commandTexts(language)("leaveHint"));
    return;
  }
  const command = commandNamed(shown, name);
  if (command === undefined) return await sayUnknown(turn, { name });
  turn.words.push(helpOfCommand(name, command, language));
}

/** Whoever is in a group may send the bot out of it, as they may take any member out. */
function leave({ surroundings: { dialog, language }, words, effects }: Turn): void {
  const t = commandTexts(language);
  if (dialog.type !== "group") return void words.push(t("leaveNothing"));
  words.push(t("left"));
  effects.push({ kind: "chat.leave", dialogId: dialog.id });
}

async function sayUnknown(turn: Turn, { name }: Pick<Called, "name">): Promise<void> {
  // A bot without commands makes of it what it can.
  if (Object.values(commandsOf(turn.bot)).every(({ isHidden }) => isHidden === true)) {
    const context = contextOf(turn);
    return await turn.apply(await turn.bot.fallback({ ...context, params: "", args: {} }));
  }
  const t = commandTexts(turn.surroundings.language);
  const likely = likelyCommands(name, Object.keys(await shownTo(turn)));
  const list = likely.map((each) => `/${each}`).join(", ");
  turn.words.push(
    likely.length > 0
      ? t("noSuchCommand", { command: plainWords(name), likely: list })
      : t("noSuchCommandAtAll", { command: plainWords(name) }),
  );
  turn.buttons = [likely.map((each) => ({ kind: "command", text: `/${each}`, command: each, params: "" }))];
}
