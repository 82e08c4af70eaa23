import { parseMoment } from "../wire/parse-moment.ts";

/** What a filter compares: a value of a row, or all values of a field that has several. */
export type Found = unknown;

/** Longer ones first, so that `!=` is not read as `!`. */
export const OPERATOR = /^(?:!=%|!%=|!=|!%|!@|<=|>=|=%|%=|[!=<>%@])/;

/**
 * A comparison of a list filter, made once for all rows. Texts that are moments compare as moments, numbers as numbers;
 * a number that is not set counts as 0, so that `""` finds it.
 *
 * @param operator The prefix of the filter's key; empty means equal. Bitrix24 docs: list-methods-pecularities.
 * @param wanted Any of these will do, or none of them after a `!`.
 */
export function comparison(operator: string, wanted: readonly unknown[]): (found: Found) => boolean {
  const isNegative = operator.startsWith("!");
  const bare = isNegative ? operator.slice(1) : operator;
  const tests = wanted.map((value) => test(bare, value));
  const meets = (value: unknown): boolean => tests.some((one) => one(value));
  return (found) => {
    const isMet = Array.isArray(found) ? (found.length === 0 ? meets("") : found.some(meets)) : meets(found);
    return isMet !== isNegative;
  };
}

function test(operator: string, value: unknown): (found: unknown) => boolean {
  const wanted = value === null || value === undefined ? "" : String(value);
  if (operator === "%") return contains(wanted);
  if (operator === "=%" || operator === "%=") return isLike(wanted);
  if (operator === "" || operator === "=" || operator === "@") return equals(wanted);
  const order = compareTo(wanted);
  const isOrdered = { "<": isLess, "<=": isLessOrEqual, ">": isGreater, ">=": isGreaterOrEqual }[operator];
  return (found) => found !== null && found !== "" && isOrdered?.(order(found)) === true;
}

const isLess = (order: number): boolean => order < 0;
const isLessOrEqual = (order: number): boolean => order <= 0;
const isGreater = (order: number): boolean => order > 0;
const isGreaterOrEqual = (order: number): boolean => order >= 0;

function contains(wanted: string): (found: unknown) => boolean {
  const part = wanted.toLowerCase();
  return (found) => asText(found).toLowerCase().includes(part);
}

/** `%` stands for any text, as in SQL. Without a regular expression: one with many `.*` may take for ever. */
function isLike(pattern: string): (found: unknown) => boolean {
  const [first = "", ...middle] = pattern.toLowerCase().split("%");
  const last = middle.pop();
  return (found) => {
    const text = asText(found).toLowerCase();
    if (last === undefined) return text === first;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let from = first.length;
    for (const part of middle) {
      const at = text.indexOf(part, from);
      if (at === -1) return false;
      from = at + part.length;
    }
    return from <= text.length - last.length;
  };
}

function equals(wanted: string): (found: unknown) => boolean {
  const number = Number(wanted);
  const moment = momentOf(wanted);
  return (found) => {
    if (typeof found === "number") return found === number;
    const text = asText(found);
    return text === wanted || (moment !== null && momentOf(text) === moment);
  };
}

function compareTo(wanted: string): (found: unknown) => number {
  const number = Number(wanted);
  const moment = momentOf(wanted);
  return (found) => {
    if (typeof found === "number") return found - number;
    const text = asText(found);
    const foundMoment = moment === null ? null : momentOf(text);
    if (moment !== null && foundMoment !== null) return foundMoment - moment;
    const difference = Number(text) - number;
    return Number.isNaN(difference) ? text.localeCompare(wanted) : difference;
  };
}

/** The order of two values of one column. */
export function compareValues(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return compareTo(asText(other))(asText(one));
}

function asText(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

function momentOf(value: string): number | null {
  return /^\d{4}-\d{2}-\d{2}/.test(value) ? parseMoment(value) : null;
}
