import { commandNamed, commandsOf } from "../commands/commands-of.ts";
import type { ReadArguments } from "../commands/read-arguments.ts";
import { commandTexts } from "../commands/texts.ts";
import { isShort, isTooLong, type TypedCommand, typedCommand } from "../commands/typed-command.ts";
import type { AnyCommand } from "../define-bot.ts";
import type { Input } from "./input.ts";
import { missAnswer } from "./ask-argument.ts";
import { pressedOf } from "./pressed.ts";
import { readFor, runCommand, sayTooLong, take } from "./run-command.ts";
import type { Asking } from "./state.ts";
import type { Turn } from "./turn.ts";
import { understand } from "./understand.ts";

type Heard = Extract<Input, { kind: "message" }>;

/** Said to a question, it drops it. */
const LEAVES =
  /^(?:отмена|отменить|отмени|стоп|не надо|не нужно|неважно|cancel|stop|never mind|nevermind|forget it)[.!]?$/iu;

/**
 * Words that are a command: typed with its slash, as a button's words, as what a command waits for, or beginning with the name
 * of one. Clients of an open line know no commands.
 *
 * @returns False when they are for the bot to understand.
 */
export async function hearCommand(turn: Turn, input: Heard): Promise<boolean> {
  const { bot, surroundings, state } = turn;
  const commands = commandsOf(bot);
  const names = Object.keys(commands);
  if (surroundings.dialog.type === "open_line" || names.length === 0) return false;
  const typed = typedCommand(input.text, names);
  const pressed = pressedOf(state.offered, input.text)?.command;
  if (typed?.isSure === true || pressed !== undefined) {
    await runCommand(turn, pressed ?? typed ?? { name: "", params: "" });
    return true;
  }
  if (state.asking !== null && missTooLong(turn, state.asking, input.text)) return true;
  const answer = state.asking === null ? null : await readAnswer(turn, state.asking, input.text);
  turn.state = { ...turn.state, asking: null };
  if (state.asking !== null && LEAVES.test(input.text)) {
    turn.words.push(commandTexts(surroundings.language)("dropped"));
    return true;
  }
  if (answer?.isOne === true) {
    await take(turn, answer.command, answer.called, answer.read);
    return true;
  }
  if (typed !== null && input.files.length === 0 && (await isCalled(turn, typed))) {
    await runCommand(turn, typed);
    return true;
  }
  return answer !== null && state.asking !== null && (await miss(turn, state.asking, answer, input));
}

/** True where words that begin with a command's name are nothing but that command, and nothing else waits for words. */
async function isCalled(turn: Turn, { name, params }: TypedCommand): Promise<boolean> {
  const command = commandNamed(commandsOf(turn.bot), name);
  const isFree = turn.state.dialogs.length === 0 && turn.state.workflow === null;
  if (command === undefined || command.isHidden === true || !isFree) return false;
  const takesWords = command.params === undefined || command.params.some(({ kind }) => kind === "words");
  if (isTooLong(params) || (takesWords && !isShort(params))) return false;
  return (await readFor(turn, command, params)).problems.length === 0;
}

type Called = { name: string; params: string };
/** What a command that waits makes of words; `isOne` when they are what it waits for. */
type Answer = { command: AnyCommand; called: Called; read: ReadArguments; isOne: boolean };

/** The words complete what was wrong, or are put to what was right: whichever can be acted on. */
async function readAnswer(turn: Turn, asking: Asking, words: string): Promise<Answer | null> {
  const command = turn.bot.commands?.[asking.command];
  if (command === undefined) return null;
  for (const before of new Set([asking.attempt, asking.text])) {
    const called = { name: asking.command, params: `${before} ${words}`.trim() };
    if (isTooLong(called.params)) continue;
    const read = await readFor(turn, command, called.params);
    const isOne = read.problems.length === 0 && asking.param in read.args;
    if (isOne || before === asking.text) return { command, called, read, isOne };
  }
  return null;
}

/** Words too long to be read as the answer to what a command waits for; false for others. */
function missTooLong(turn: Turn, asking: Asking, words: string): boolean {
  const command = turn.bot.commands?.[asking.command];
  if (command === undefined || !isTooLong(`${asking.text} ${words}`.trim())) return false;
  sayTooLong(turn);
  missAnswer(turn, asking.command, command);
  return true;
}

/**
 * Words that are no answer: the question is dropped for what they are sure to mean instead; else it is put again.
 *
 * @returns False when they are for the bot to understand.
 */
async function miss(turn: Turn, asking: Asking, { command, called, read }: Answer, input: Heard): Promise<boolean> {
  // Only to see what else they may mean: what they change is thrown away.
  const said = await understand({ ...turn }, { ...input, files: [] });
  if (said.sure !== null && turn.bot.on?.[said.sure] !== undefined) return false;
  await take(turn, command, called, read);
  const { asking: anew } = turn.state;
  turn.state = { ...turn.state, asking: { ...asking, ...anew, misses: asking.misses } };
  missAnswer(turn, asking.command, command);
  return true;
}
