import type { FindNamed } from "../finders.ts";
import type { Named, Param } from "../param.ts";
import type { ReadArguments } from "../read-arguments.ts";
import type { ArgumentsContext } from "../reading/reading.ts";

const titled = (en: string, ru: string) => ({ en, ru });

/** Params as the office's bots have them, by command. */
export const PARAMS: Readonly<Record<string, readonly Param[]>> = {
  vacation: [
    { name: "days", kind: "period", title: titled("days", "дни") },
    {
      name: "kind",
      kind: "choice",
      isOptional: true,
      title: titled("kind", "вид"),
      choices: [
        { value: "paid", title: titled("Paid", "Оплачиваемый"), also: ["отпуск", "vacation"] },
        { value: "unpaid", title: titled("Unpaid", "Без оплаты"), also: ["за свой счёт", "неоплачиваемый"] },
        { value: "sick", title: titled("Sick leave", "Больничный"), also: ["sick", "болею"] },
        { value: "remote", title: titled("Remote", "Удалённо"), also: ["удалёнка", "home office"] },
      ],
    },
  ],
  report: [
    {
      name: "what",
      kind: "choice",
      title: titled("report", "отчёт"),
      choices: [
        { value: "sales", title: titled("Sales", "Продажи") },
        { value: "conversion", title: titled("Conversion", "Конверсия") },
      ],
    },
    { name: "period", kind: "period", direction: "past", title: titled("period", "период") },
    { name: "who", kind: "person", isOptional: true, title: titled("person", "сотрудник") },
    { name: "department", kind: "department", isOptional: true, title: titled("department", "отдел") },
  ],
  ticket: [{ name: "number", kind: "number", least: 1, most: 999_999, title: titled("number", "номер") }],
  remind: [
    { name: "day", kind: "day", title: titled("day", "день") },
    { name: "what", kind: "words", title: titled("what", "что") },
  ],
  call: [{ name: "phone", kind: "phone", title: titled("phone", "телефон") }],
  client: [{ name: "name", kind: "words", title: titled("name", "имя") }],
  budget: [
    { name: "sum", kind: "money", title: titled("sum", "сумма") },
    { name: "until", kind: "day", isOptional: true, title: titled("day", "день") },
  ],
  delegate: [
    { name: "number", kind: "number", title: titled("number", "номер") },
    { name: "to", kind: "person", title: titled("person", "сотрудник") },
  ],
  absence: [
    { name: "id", kind: "token", title: titled("id", "номер") },
    {
      name: "verdict",
      kind: "choice",
      title: titled("verdict", "решение"),
      choices: [
        { value: "approve", title: titled("Approve", "Согласовать") },
        { value: "decline", title: titled("Decline", "Отказать") },
      ],
    },
  ],
};

const PEOPLE: readonly Named[] = [
  { id: "5", name: "Иван Петров" },
  { id: "6", name: "Анна Иванова" },
  { id: "7", name: "Пётр Иванов" },
  { id: "8", name: "John Smith" },
];
const DEPARTMENTS: readonly Named[] = [
  { id: "10", name: "Отдел продаж" },
  { id: "11", name: "Sales" },
  { id: "12", name: "Поддержка" },
  { id: "13", name: "Склад Север" },
  { id: "14", name: "Склад Юг" },
];

const stemOf = (word: string) => (word.length > 5 ? word.slice(0, -1) : word);

const finderIn =
  (all: readonly Named[]): FindNamed =>
  async (words) => {
    const plain = (text: string) => text.toLowerCase().replaceAll("ё", "е");
    const parts = plain(words).match(/\p{L}+/gu) ?? [];
    const isPart = (name: string, part: string) =>
      plain(name)
        .split(" ")
        .some((each) => each.startsWith(stemOf(part)));
    return parts.length === 0 ? [] : all.filter(({ name }) => parts.every((part) => isPart(name, part)));
  };

export const findPeople = finderIn(PEOPLE);
export const findDepartments = finderIn(DEPARTMENTS);

/** On Wednesday, 8 July 2026, in the language of the words. */
export const at = (text: string): ArgumentsContext => ({
  today: "2026-07-08",
  language: /[а-я]/i.test(text) ? "ru" : "en",
  me: { id: "5", name: "Иван Петров" },
  findPeople,
  findDepartments,
});

/** What was read, in one line: `days=2026-07-15/2026-07-28 kind=paid`; a fault as `!why(words)`, what is missing as `?name`. */
export function shown({ args, problems, missing }: ReadArguments): string {
  const good = Object.entries(args).map(([name, value]) => `${name}=${valueShown(value)}`);
  const wrong = problems.map(({ why, words, either }) => {
    const ways = either.map(({ value }) => valueShown(value)).join("|");
    return `!${why}(${words})${ways === "" ? "" : `[${ways}]`}`;
  });
  return [...good, ...wrong, ...missing.map((name) => `?${name}`)].join(" ");
}

function valueShown(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { from, to, date, half, fromNoon, untilNoon, id, amount, currency } = value as Record<string, unknown>;
  const noon = (isNoon: unknown) => (isNoon === true ? ",noon" : "");
  const days = `${String(from)}${noon(fromNoon)}/${String(to)}${noon(untilNoon)}`;
  const day = from === undefined ? date : from === to ? from : days;
  if (day !== undefined) return `${String(day)}${half === undefined ? "" : `,${String(half)}`}`;
  return id === undefined ? `${String(amount)} ${String(currency)}` : `#${String(id)}`;
}
