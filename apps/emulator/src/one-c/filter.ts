import type { OneCDocument } from "./document.ts";
import { filterTokens, type FilterToken } from "./filter-tokens.ts";
import { badOption } from "./odata-error.ts";

type Value = string | number | boolean;
type Read<Result> = (document: OneCDocument) => Result;
type Tokens = { peek(): FilterToken | undefined; next(): FilterToken | undefined };

const COMPARISONS: Record<string, (one: Value, other: Value) => boolean> = {
  eq: (one, other) => one === other,
  ne: (one, other) => one !== other,
  gt: (one, other) => one > other,
  ge: (one, other) => one >= other,
  lt: (one, other) => one < other,
  le: (one, other) => one <= other,
};

const FUNCTIONS: Record<string, (first: string, second: string) => boolean> = {
  // Protocol 3 of OData names the part first here, and second in the other two.
  substringof: (part, whole) => whole.includes(part),
  startswith: (whole, part) => whole.startsWith(part),
  endswith: (whole, part) => whole.endsWith(part),
};

/** What a `$filter` asks of a document. @throws ODataError for what is no filter, or names a field that there is not. */
export function filterOfOption(option: string, sample: OneCDocument): Read<boolean> {
  const all = filterTokens(option);
  let at = 0;
  const tokens: Tokens = { peek: () => all[at], next: () => all[at++] };
  const read = anyOf(tokens, sample);
  if (tokens.peek() !== undefined) throw badOption("$filter", "за выражением стоит лишнее");
  return read;
}

function anyOf(tokens: Tokens, sample: OneCDocument): Read<boolean> {
  const parts = [allOf(tokens, sample)];
  while (isWord(tokens.peek(), "or")) {
    tokens.next();
    parts.push(allOf(tokens, sample));
  }
  return (document) => parts.some((part) => part(document));
}

function allOf(tokens: Tokens, sample: OneCDocument): Read<boolean> {
  const parts = [condition(tokens, sample)];
  while (isWord(tokens.peek(), "and")) {
    tokens.next();
    parts.push(condition(tokens, sample));
  }
  return (document) => parts.every((part) => part(document));
}

function condition(tokens: Tokens, sample: OneCDocument): Read<boolean> {
  if (isWord(tokens.peek(), "not")) {
    tokens.next();
    const inner = condition(tokens, sample);
    return (document) => !inner(document);
  }
  if (isMark(tokens.peek(), "(")) {
    tokens.next();
    const inner = anyOf(tokens, sample);
    expectMark(tokens, ")");
    return inner;
  }
  const first = tokens.peek();
  const call = first?.kind === "word" ? FUNCTIONS[first.word] : undefined;
  return call === undefined ? comparison(tokens, sample) : functionCall(tokens, sample, call);
}

function functionCall(tokens: Tokens, sample: OneCDocument, call: (first: string, second: string) => boolean) {
  tokens.next();
  expectMark(tokens, "(");
  const first = operand(tokens, sample);
  expectMark(tokens, ",");
  const second = operand(tokens, sample);
  expectMark(tokens, ")");
  if (isWord(tokens.peek(), "eq")) {
    tokens.next();
    const wanted = operand(tokens, sample);
    return (document: OneCDocument) => call(textOf(first(document)), textOf(second(document))) === wanted(document);
  }
  return (document: OneCDocument) => call(textOf(first(document)), textOf(second(document)));
}

function comparison(tokens: Tokens, sample: OneCDocument): Read<boolean> {
  const left = operand(tokens, sample);
  const token = tokens.next();
  const compare = token?.kind === "word" ? COMPARISONS[token.word] : undefined;
  if (compare === undefined) throw badOption("$filter", "ожидалось сравнение: eq, ne, gt, ge, lt, le");
  const right = operand(tokens, sample);
  return (document) => compare(folded(left(document)), folded(right(document)));
}

function operand(tokens: Tokens, sample: OneCDocument): Read<Value> {
  const token = tokens.next();
  if (token?.kind === "value") return () => token.value;
  if (token?.kind !== "word") throw badOption("$filter", "ожидалось поле или значение");
  const path = token.word.split("/");
  if (valueAt(sample, path) === undefined) throw badOption("$filter", `поле «${token.word}» не найдено`);
  return (document) => valueAt(document, path) ?? "";
}

function valueAt(document: OneCDocument, path: readonly string[]): Value | undefined {
  let value: unknown = document;
  for (const name of path) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

/** 1C compares texts as its database does: without regard to case. */
function folded(value: Value): Value {
  return typeof value === "string" ? value.toLowerCase() : value;
}

function textOf(value: Value): string {
  return String(value).toLowerCase();
}

function isWord(token: FilterToken | undefined, word: string): boolean {
  return token?.kind === "word" && token.word === word;
}

function isMark(token: FilterToken | undefined, mark: string): boolean {
  return token?.kind === "mark" && token.mark === mark;
}

function expectMark(tokens: Tokens, mark: string): void {
  if (!isMark(tokens.next(), mark)) throw badOption("$filter", `ожидалось «${mark}»`);
}
