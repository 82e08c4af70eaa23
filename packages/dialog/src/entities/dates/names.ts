/** Months and weekdays as people write them, folded, also with Latin letters for Russian; the first is January and Monday. Short forms stand apart. */
const MONTHS = [
  "январ[ьяюе]|янв|yanvarya|january|jan",
  "феврал[ьяюе]|фев|февр|fevralya|february|feb",
  "март[ауе]?|мар|marta|march|mar",
  "апрел[ьяюе]|апр|aprelya|april|apr",
  "ма[йяюе]|maya|may",
  "июн[ьяюе]?|iyunya|iunya|ijunya|june|jun",
  "июл[ьяюе]?|iyulya|iulya|ijulya|july|jul",
  "август[ауе]?|авг|avgusta|august|aug",
  "сентябр[ьяюе]|сен|сент|sentyabrya|september|sept|sep",
  "октябр[ьяюе]|окт|oktyabrya|october|oct",
  "ноябр[ьяюе]|ноя|нояб|noyabrya|november|nov",
  "декабр[ьяюе]|дек|dekabrya|december|dec",
];
const WEEKDAYS = [
  "понедельник(?:а|у|е|ом)?|monday|mon|пн",
  "вторник(?:а|у|е|ом)?|tuesday|tues|tue|вт",
  "сред(?:а|у|ы|е|ой)|wednesday|wed|ср",
  "четверг(?:а|у|е|ом)?|thursday|thurs|thur|thu|чт",
  "пятниц(?:а|у|ы|е|ей)|friday|fri|пт",
  "суббот(?:а|у|ы|е|ой)|saturday|sat|сб",
  "воскресень(?:е|я|ю|ем)|sunday|sun|вс",
];

/** Sources of patterns. A short month may end in a point. */
export const MONTH = `(?:${MONTHS.join("|")})(?![\\p{L}])\\.?`;
export const WEEKDAY = `(?:${WEEKDAYS.join("|")})(?![\\p{L}])`;

const months = MONTHS.map((source) => new RegExp(`^(?:${source})\\.?$`, "u"));
const weekdays = WEEKDAYS.map((source) => new RegExp(`^(?:${source})$`, "u"));

/** 1 to 12. */
export function monthOf(word: string): number {
  return 1 + months.findIndex((pattern) => pattern.test(word));
}

/** Monday is 1. */
export function weekdayNumberOf(word: string): number {
  return 1 + weekdays.findIndex((pattern) => pattern.test(word));
}

/** `mar` and `сен` alone may be anything, and so may `may` and `march`. */
export function isPlainMonth(word: string): boolean {
  if (/^ма[йяе]$/.test(word)) return true;
  return word.length > 3 && !word.endsWith(".") && !/^(?:march|marta|maya|sept|сент|нояб|февр)$/.test(word);
}

/** `sat`, `sun`, `ср` are weekdays only where the words around say so. */
export function isShortWeekday(word: string): boolean {
  return word.length <= 3;
}
