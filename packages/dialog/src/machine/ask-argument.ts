import { commandNamed } from "../commands/commands-of.ts";
import { exampleOf, meaningsInWords } from "../commands/explain-arguments.ts";
import type { Param } from "../commands/param.ts";
import type { ReadArguments } from "../commands/read-arguments.ts";
import type { ArgumentProblem } from "../commands/reading/problem.ts";
import { commandTexts } from "../commands/texts.ts";
import { valueInWords } from "../commands/value-in-words.ts";
import type { AnyCommand } from "../define-bot.ts";
import type { Language } from "../texts/catalog.ts";
import type { DeedButton } from "./context.ts";
import type { Turn } from "./turn.ts";

type Called = { name: string; params: string };

/** Buttons of one row, at most; longer lists stand below one another. */
const MOST_IN_ROW = 3;
/** Answers of no use after which a command is left. */
const MOST_MISSES = 2;

/** Asks for something that a command cannot do without, with buttons for what is probably meant. */
export function askFor(turn: Turn, { name, params }: Called, param: Param, read: ReadArguments): void {
  const { language, today, dialog } = turn.surroundings;
  const t = commandTexts(language);
  const known = read.understood.flatMap(({ param: of, value }) => {
    const own = turnParam(turn, name, of);
    return own === undefined || own.kind === "token" ? [] : [valueInWords(own, value, language, today)];
  });
  const asked = t("ask", { title: capitalised(param.title[language]) });
  // Words that do not mention it are not brought to a bot of a group.
  const question = dialog.type === "group" ? `${asked} ${t("mentionMe")}` : asked;
  const offers = offersOf(param, language);
  const command = commandNamed(turn.bot.commands ?? {}, name);
  // Where there is nothing to press, an example shows what is meant.
  const example = offers.length > 0 || command === undefined ? null : exampleOf(name, command, language);
  const lines = [
    ...(known.length > 0 ? [t("read", { list: known.join("; ") })] : []),
    question,
    ...(example === null ? [] : [t("example", { example })]),
  ];
  turn.words.push(lines.join("\n"));
  turn.buttons = inRows(offers.map((offer) => commandButton(name, offer.text, `${params} ${offer.instead}`.trim())));
  // In a group a bare answer would not reach the bot.
  if (turn.surroundings.dialog.type === "group") {
    turn.buttons = [...turn.buttons, [{ kind: "put", text: t("answer"), put: `/${name} ${params}`.trim() + " " }]];
  }
  turn.state = {
    ...turn.state,
    asking: { command: name, text: params, attempt: params, param: param.name, misses: 0 },
  };
}

/** After words that could not be acted on: what is said next may put them right. */
export function askAgain(turn: Turn, { name, params }: Called, read: ReadArguments): void {
  const param = read.problems.find((problem) => problem.param !== null)?.param ?? null;
  if (param === null) return;
  let text = params;
  for (const { start, end } of read.problems.toSorted((one, other) => other.start - one.start)) {
    text = `${text.slice(0, start)} ${text.slice(end)}`;
  }
  text = text.replace(/\s+/g, " ").trim();
  turn.state = { ...turn.state, asking: { command: name, text, attempt: params, param, misses: 0 } };
}

/** After one more answer of no use: asks again, or leaves it. */
export function missAnswer(turn: Turn, name: string, command: AnyCommand): void {
  const { asking } = turn.state;
  const t = commandTexts(turn.surroundings.language);
  const misses = (asking?.misses ?? 0) + 1;
  if (asking !== null && misses < MOST_MISSES) {
    turn.state = { ...turn.state, asking: { ...asking, misses } };
    return;
  }
  turn.state = { ...turn.state, asking: null };
  turn.buttons = [];
  turn.words = [t("gaveUp", { example: exampleOf(name, command, turn.surroundings.language) ?? `/${name}` })];
}

/** A button for each thing that the words of a problem may mean. */
export function meaningButtons(
  { surroundings: { language, today } }: Turn,
  { params = [] }: AnyCommand,
  { name, params: text }: Called,
  problem: ArgumentProblem,
): DeedButton[][] {
  const param = params.find((each) => each.name === problem.param);
  const labels = meaningsInWords(problem, param, language, today);
  return inRows(
    problem.either.map(({ instead }, index) => {
      const anew = `${text.slice(0, problem.start)}${instead}${text.slice(problem.end)}`;
      return commandButton(name, labels[index] ?? instead, anew.trim());
    }),
  );
}

/** What may be meant, as a label and as words behind the command. */
function offersOf(param: Param, language: Language): { text: string; instead: string }[] {
  const same = (words: readonly string[]) => words.map((text) => ({ text: capitalised(text), instead: text }));
  if (param.offers !== undefined) return same(param.offers[language]);
  const t = commandTexts(language);
  if (param.kind === "choice") {
    return param.choices.map(({ title }) => ({ text: title[language], instead: title[language] }));
  }
  if (param.kind === "period") {
    return same(param.direction === "past" ? [t("thisMonth"), t("lastMonth")] : [t("tomorrow"), t("nextWeek")]);
  }
  return param.kind === "day" ? same([t("tomorrow")]) : [];
}

const turnParam = ({ bot }: Turn, command: string, name: string): Param | undefined =>
  bot.commands?.[command]?.params?.find((param) => param.name === name);

const commandButton = (command: string, text: string, params: string): DeedButton => ({
  kind: "command",
  text,
  command,
  params,
});

const inRows = (buttons: readonly DeedButton[]): DeedButton[][] =>
  buttons.length <= MOST_IN_ROW ? (buttons.length === 0 ? [] : [[...buttons]]) : buttons.map((button) => [button]);

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
