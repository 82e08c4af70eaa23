import type { Fault, RuleFault } from "./rule-fault.ts";
import type { RuleLanguage } from "./words.ts";

type Words = Readonly<Record<Fault["code"], string>>;

/** What is in braces stands in the fault's values. */
const WORDS: Readonly<Record<RuleLanguage, Words>> = {
  en: {
    empty: "This has to be filled in",
    too_long: "This is too long, or too many: {most} at most",
    form: "This has another form than a rule has here",
    person_id: "This is no portal user id, such as 7",
    department_id: "This is no id of a department, such as 7",
    group_chat: "This is no group chat, which is named like chat42",
    no_rota: "There is no rota “{name}”",
    unknown_field: "There is no {field} in such an event",
    never_changes: "A {record} never {change}",
    only_records: "Only records of the portal can be taken or completed",
    only_tasks: "Only a task can be completed",
    nobody_of_deleted: "Of a record that was deleted nobody knows whose it was",
    nobody_of_posted: "What another system posts belongs to nobody of the portal",
    evaluation: "{detail}",
    condition_other: "{detail}",
    condition_type: "it gives {type}, and has to be true or false",
    condition_field: 'a {record} has no "{name}" in {scope}',
    condition_setting: 'there is no setting "{name}"',
    condition_actor: "the actor is a portal user id, and has no parts: compare it itself",
    condition_change: 'what happened is never "{change}" here',
    condition_no_before: "nobody knows what was before: another system posted it",
    condition_no_record: "the record is gone when it was deleted: ask what was before",
    condition_call: '"{name}" cannot be used here',
    condition_patterns: 'patterns ("matches") may take too long: use contains, startsWith or endsWith',
    condition_lists: "lists cannot be added, and nothing can be added within a loop",
    condition_loops: "more than {most} loops in one another",
  },
  ru: {
    empty: "Это нужно заполнить",
    too_long: "Слишком длинно или слишком много: не больше {most}",
    form: "Здесь в правиле стоит другое",
    person_id: "Это не id сотрудника на портале, например 7",
    department_id: "Это не id отдела, например 7",
    group_chat: "Это не групповой чат: его имя выглядит как chat42",
    no_rota: "Нет графика дежурств «{name}»",
    unknown_field: "В таком событии нет {field}",
    never_changes: "Для {record} не бывает события «{change}»",
    only_records: "Взять в работу или завершить можно только запись портала",
    only_tasks: "Завершить можно только задачу",
    nobody_of_deleted: "У удалённой записи уже неизвестно, чья она",
    nobody_of_posted: "То, что прислала другая система, не принадлежит никому на портале",
    evaluation: "{detail}",
    condition_other: "{detail}",
    condition_type: "получается {type}, а нужно true или false",
    condition_field: "в {scope} для {record} нет «{name}»",
    condition_setting: "нет настройки «{name}»",
    condition_actor: "actor — это id сотрудника, у него нет частей: сравнивайте его самого",
    condition_change: "здесь никогда не бывает «{change}»",
    condition_no_before: "что было до этого, неизвестно: это прислала другая система",
    condition_no_record: "удалённой записи уже нет: спрашивайте before",
    condition_call: "«{name}» здесь использовать нельзя",
    condition_patterns:
      "шаблоны («matches») могут вычисляться слишком долго: используйте contains, startsWith или endsWith",
    condition_lists: "списки не складываются, а внутри цикла не складывается ничего",
    condition_loops: "больше {most} циклов друг в друге",
  },
};

const RECORDS = {
  en: { lead: "lead", deal: "deal", task: "task" },
  ru: { lead: "лида", deal: "сделки", task: "задачи" },
} as const;
const NEVER = {
  en: { commented: "is commented on", overdue: "becomes overdue", stale: "stands still" },
  ru: { commented: "комментарий", overdue: "просрочка", stale: "нет движения" },
} as const;

const CONDITION: Readonly<Record<RuleLanguage, (place: string, reason: string) => string>> = {
  en: (place, reason) => `The condition is wrong${place}: ${reason}`,
  ru: (place, reason) => `Условие неверно${place}: ${reason}`,
};
const PLACE: Readonly<Record<RuleLanguage, (at: string, near: string) => string>> = {
  en: (at, near) => ` at character ${at} ("${near}")`,
  ru: (at, near) => `, символ ${at} («${near}»)`,
};

/** What is wrong, in a language. What the evaluator of conditions says by itself is English. */
export function faultWords({ code, values }: Fault, language: RuleLanguage): string {
  const named: Readonly<Record<string, string>> = code.startsWith("condition_")
    ? RECORDS[language]
    : { ...RECORDS[language], ...NEVER[language] };
  const shown = (value: string | number = "") => named[value] ?? String(value);
  const reason = WORDS[language][code].replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name]));
  if (!code.startsWith("condition_")) return reason;
  const { at, near } = values;
  const place = at === undefined ? "" : PLACE[language](String(at), String(near ?? ""));
  return CONDITION[language](place, reason);
}

/** All that is wrong with a rule in one line, each with its place where the words do not tell it. */
export function faultsInWords(faults: readonly RuleFault[], language: RuleLanguage): string {
  return faults
    .map((fault) => (fault.place === "condition" ? "" : `${fault.place}: `) + faultWords(fault, language))
    .join("; ");
}
