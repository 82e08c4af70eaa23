import { checkRule } from "@botdeck/notifications";

/** What is wrong with a rule: where (`condition`, `template.ru.rows.0.value`), what, and in a condition at which character. */
export type RuleProblem = { place: string; problem: string; at: number | null };

/** A condition's fault names its place in words, for whoever reads it elsewhere. */
const AT_CHARACTER = /at character (\d+)/;

/** Everything that is wrong with what somebody writes; nothing when it is a rule. */
export function problemsOf(rule: unknown): RuleProblem[] {
  return checkRule(rule).faults.map(({ place, problem }) => {
    const character = place === "condition" ? AT_CHARACTER.exec(problem)?.[1] : undefined;
    return { place, problem, at: character === undefined ? null : Number(character) - 1 };
  });
}
