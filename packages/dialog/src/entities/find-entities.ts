import { readDates } from "./dates/read-dates.ts";
import type { Entities } from "./entities.ts";
import { findMoney } from "./money/find-money.ts";
import { findNames } from "./names/find-names.ts";
import { findArticles } from "./order-numbers/find-articles.ts";
import { findOrderNumbers } from "./order-numbers/find-order-numbers.ts";
import { findPhones } from "./phones/find-phones.ts";
import { without } from "./spans.ts";

/** What the words are read against. */
export type ReadingContext = {
  /** The person's own day, `YYYY-MM-DD`: what `tomorrow` counts from. */
  today: string;
  language: "en" | "ru";
  /** Which year a day without one means: the nearest that is still to come, or the last that was. */
  direction: "past" | "future";
  /** Country of the telephone numbers written without `+`, ISO 3166; default `RU`. */
  region?: string;
  /** What the bot has just asked for: then less is needed to take a word or a number for it. */
  expects?: "name" | "orderNumber" | "phone" | "date" | null;
};

/** Everything of use that a text names. Each stretch of text is read as one kind only; any text is answered, none throws. */
export function findEntities(text: string, at: ReadingContext): Entities {
  const asked = at.expects ?? null;
  const phones = findPhones(text, at.region, asked === "phone");
  const unphoned = without(text, phones);
  const money = findMoney(unphoned);
  const unpriced = without(unphoned, money);
  const { orderNumbers, rest } = takeOrderNumbers(unpriced, at);
  const { dates, ranges } = readDates(rest, { ...at, asked: asked === "date" });
  const names = findNames(without(rest, [...dates, ...ranges]), asked === "name");
  return { dates, ranges, phones, orderNumbers, money, names };
}

/** A bare number that may be an order's when one is asked for may also be part of a date: then the date has it. */
function takeOrderNumbers(text: string, at: ReadingContext) {
  const cued = findOrderNumbers(text);
  const undated = without(text, [...cued, ...findArticles(text)]);
  if (at.expects !== "orderNumber") return { orderNumbers: cued, rest: undated };
  const { dates, ranges } = readDates(without(text, cued), at);
  const orderNumbers = findOrderNumbers(without(text, [...dates, ...ranges]), true);
  return { orderNumbers, rest: without(text, orderNumbers) };
}
