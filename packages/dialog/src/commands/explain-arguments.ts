import type { Language } from "../texts/catalog.ts";
import { plainWords } from "../texts/plain-words.ts";
import type { AnyCommand } from "../define-bot.ts";
import type { Param } from "./param.ts";
import type { ReadArguments } from "./read-arguments.ts";
import type { ArgumentProblem } from "./reading/problem.ts";
import { commandTexts } from "./texts.ts";
import { valueInWords } from "./value-in-words.ts";

export type ExplainOptions = { name: string; language: Language; today: string };

/** Tells what was understood of a command's arguments, what was not and why, and how it is written; a line for each. */
export function explainArguments(
  read: Pick<ReadArguments, "understood" | "problems">,
  command: Pick<AnyCommand, "params" | "examples">,
  { name, language, today }: ExplainOptions,
): string {
  const t = commandTexts(language);
  const params = command.params ?? [];
  const known = read.understood.flatMap(({ param, value }) => {
    const definition = params.find((each) => each.name === param);
    if (definition === undefined || definition.kind === "token") return [];
    return [`${definition.title[language]} — ${valueInWords(definition, value, language, today)}`];
  });
  const problems = read.problems.map((problem) => problemInWords(problem, params, language, today));
  const example = exampleOf(name, command, language);
  return [
    ...(known.length > 0 ? [t("read", { list: known.join("; ") })] : []),
    ...problems,
    ...(example === null ? [] : [t("example", { example })]),
  ].join("\n");
}

/**
 * The command with the first of its examples that shows what may follow it, such as `/vacation 15.07–28.07`; alone where nothing
 * may, and null when there is none.
 */
export function exampleOf(
  name: string,
  { examples, params = [] }: Pick<AnyCommand, "examples" | "params">,
  language: Language,
): string | null {
  const shown = params.length === 0 ? "" : examples?.[language].find((example) => example !== "");
  return shown === undefined ? null : `/${name} ${shown}`.trim();
}

const KEYS = {
  two_ways: "twoWays",
  no_such_day: "noSuchDay",
  backwards: "backwards",
  no_start: "noStart",
  no_end: "noEnd",
  half_of_many: "halfOfMany",
  no_day: "noDay",
  not_one_day: "notOneDay",
  unknown: "unknown",
  not_found: "notFound",
  several_found: "severalFound",
  not_a_choice: "notAChoice",
  no_phone: "noPhone",
  not_whole: "notWhole",
  too_small: "tooSmall",
  too_large: "tooLarge",
  one_too_many: "oneTooMany",
} as const;

/** One problem as a sentence. */
function problemInWords(problem: ArgumentProblem, params: readonly Param[], language: Language, today: string): string {
  const t = commandTexts(language);
  const words = plainWords(problem.words);
  const param = params.find(({ name }) => name === problem.param);
  const either = meaningsInWords(problem, param, language, today).join(language === "en" ? " or " : " или ");
  if (problem.why === "not_a_choice" && param?.kind === "choice") {
    const choices = param.choices.map(({ title }) => title[language].toLowerCase()).join(", ");
    return either === "" ? t("notAChoice", { words, choices }) : t("nearChoice", { words, choices, either });
  }
  if (problem.why === "one_too_many" && either !== "") return t("perhapsPeriod", { words, either });
  if (problem.why === "not_found" && param?.kind === "department") return t("departmentNotFound", { words });
  const limits = param?.kind === "number" ? { least: param.least ?? 0, most: param.most ?? 0 } : {};
  return t(KEYS[problem.why], { words, either, ...limits });
}

/** What the words of a problem may mean, each as the person would be told it. */
export function meaningsInWords(
  { either }: ArgumentProblem,
  param: Param | undefined,
  language: Language,
  today: string,
): string[] {
  return either.map(({ value, instead }) =>
    param === undefined ? plainWords(instead) : valueInWords(param, value, language, today),
  );
}
