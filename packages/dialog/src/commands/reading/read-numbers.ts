import { findMoney } from "../../entities/money/find-money.ts";
import { findPhones } from "../../entities/phones/find-phones.ts";
import type { Span } from "../../entities/entities.ts";
import type { Param } from "../param.ts";
import type { ProblemReason } from "./problem.ts";
import type { Reading } from "./reading.ts";

const NUMBER = /(?<![\p{L}\d.,])[#№]? ?(-?\d{1,3}(?:[ \u00A0]\d{3})+(?!\d)|-?\d+(?:[.,]\d+)?)(?![\p{L}\d])/gu;
/** Digits that somebody meant for a telephone number. */
const LIKE_A_PHONE = /\+?\d[\d ()-]{4,}\d/u;

export function readPhones(reading: Reading): void {
  if (!reading.has("phone")) return;
  for (const { phone, ...span } of findPhones(reading.left, reading.at.region, true)) {
    const param = reading.open("phone")[0];
    if (param === undefined) reading.fault(null, "one_too_many", [span]);
    else reading.take(param, phone, [span]);
  }
  const param = reading.open("phone")[0];
  const tried = LIKE_A_PHONE.exec(reading.left);
  if (param !== undefined && tried !== null) reading.fault(param, "no_phone", [spanOf(tried.index, tried[0])]);
}

export function readMoney(reading: Reading): void {
  if (!reading.has("money")) return;
  for (const { amount, currency, ...span } of findMoney(reading.left)) {
    const param = reading.open("money")[0];
    if (param === undefined) reading.fault(null, "one_too_many", [span]);
    else reading.take(param, { amount, currency }, [span]);
  }
}

/** Bare numbers, and a sum of money without a currency where no number is wanted. */
export function readNumbers(reading: Reading): void {
  for (const match of reading.left.matchAll(NUMBER)) {
    const [whole, written = ""] = match;
    const span = spanOf(match.index, whole);
    const value = Number(written.replaceAll(/[ \u00A0]/g, "").replace(",", "."));
    const [number, money] = [reading.open("number")[0], reading.open("money")[0]];
    if (number !== undefined) takeNumber(reading, number, value, span);
    else if (money !== undefined && !reading.has("number"))
      reading.take(money, { amount: value, currency: null }, [span]);
  }
}

function takeNumber(reading: Reading, param: Extract<Param, { kind: "number" }>, value: number, span: Span): void {
  const why = numberFault(param, value);
  if (why === null) reading.take(param, value, [span]);
  else reading.fault(param, why, [span]);
}

function numberFault(
  { isFraction, least = -Infinity, most = Infinity }: Extract<Param, { kind: "number" }>,
  value: number,
): ProblemReason | null {
  if (isFraction !== true && !Number.isInteger(value)) return "not_whole";
  if (value < least) return "too_small";
  return value > most ? "too_large" : null;
}

const spanOf = (start: number, words: string): Span => {
  const blanks = words.length - words.trimStart().length;
  return { start: start + blanks, end: start + words.length };
};
