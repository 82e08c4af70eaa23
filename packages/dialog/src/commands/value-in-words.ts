import type { Day, Period } from "../entities/day-parts/period.ts";
import type { Language } from "../texts/catalog.ts";
import { plainWords } from "../texts/plain-words.ts";
import type { Named, Param } from "./param.ts";
import { commandTexts } from "./texts.ts";

/** At noon UTC a calendar day is the same day everywhere that is asked for in UTC. */
const noonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);

/**
 * Days as people write them, `15–28 July`, with the year where it is not this one.
 *
 * @param today The day it is read on, `YYYY-MM-DD`.
 */
export function periodInWords(
  { from, to, half, fromNoon, untilNoon }: Period,
  language: Language,
  today: string,
): string {
  const isThisYear = from.slice(0, 4) === today.slice(0, 4) && to.slice(0, 4) === today.slice(0, 4);
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "ru", {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    ...(!isThisYear && { year: "numeric" }),
  });
  const days = from === to ? format.format(noonOf(from)) : format.formatRange(noonOf(from), noonOf(to));
  const t = commandTexts(language);
  if (half !== undefined) return t(half === "first" ? "firstHalf" : "secondHalf", { day: days });
  return [days, ...(fromNoon ? [t("fromNoon")] : []), ...(untilNoon ? [t("untilNoon")] : [])].join(", ");
}

/** What was read, as the person is told it: `15–28 July`, `Иван Петров`, `unpaid`. */
export function valueInWords(param: Param, value: unknown, language: Language, today: string): string {
  switch (param.kind) {
    case "period":
      return periodInWords(value as Period, language, today); // safe: of this kind, as the others below are of theirs
    case "day": {
      const { date, half } = value as Day;
      return periodInWords({ from: date, to: date, ...(half && { half }) }, language, today);
    }
    case "person":
    case "department":
      return plainWords((value as Named).name);
    case "money": {
      const { amount, currency } = value as { amount: number; currency: string | null };
      const format = new Intl.NumberFormat(language, currency === null ? {} : { style: "currency", currency });
      return format.format(amount);
    }
    case "choice":
      return param.choices.find((choice) => choice.value === value)?.title[language] ?? String(value);
    case "number":
    case "phone":
    case "token":
    case "words":
      return plainWords(String(value));
  }
}
