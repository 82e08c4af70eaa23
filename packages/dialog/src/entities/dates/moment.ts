import type { Span } from "../entities.ts";

/** What comes first in a date in digits that may be written both ways; told by those that make sense in one way only. */
export type Order = "day" | "month";

/** What a stretch of text says about time, before the words around it decide which day is meant. */
export type Moment =
  | { kind: "day"; date: string; orElse: string | null; order?: Order }
  /** A day whose year is open; `orElse` when day and month may be the other way round. */
  | { kind: "dayOfYear"; month: number; day: number; orElse: { month: number; day: number } | null; order?: Order }
  | { kind: "dayOfMonth"; day: number }
  | { kind: "weekday"; weekday: number }
  /** A whole month whose year is open. */
  | { kind: "month"; month: number }
  | { kind: "period"; from: string; to: string }
  /** Said like a day, and none: nothing else is read there. */
  | { kind: "none" }
  /** How long something takes: days, or months where `months` is not zero. */
  | { kind: "length"; days: number; months: number };

/** `weak`: means time only beside another, `5` in `с 5 по 10 июля`. */
export type Atom = Span & { moment: Moment; weak: boolean };

/** `asked`: the text answers a question for a date, so a bare `15` may be one. */
export type DatesContext = { today: string; language: "en" | "ru"; direction: "past" | "future"; asked?: boolean };

/** One way of writing a moment. `read` gives null when the match is none after all, as 31.02. */
export type AtomRule = {
  pattern: RegExp;
  read: (match: RegExpExecArray, at: DatesContext, plain: string) => { moment: Moment; weak?: boolean } | null;
};

/** Not inside of a word, a number, a decimal or a version. */
export const EDGE = String.raw`(?<![\p{L}\d]|\d[.,/:])`;
export const END = String.raw`(?![\p{L}\d])`;
/** What follows a number that is no day. */
export const NO_UNIT = String.raw`(?! ?(?:руб|р\.|р(?!\p{L})|₽|%|\$|€|£|usd|eur|rub|kzt|byn|тыс|млн|кг|г(?!\p{L}|\.)|гр|мг|кв\.? ?м|см|мм|м(?![\p{L}])|км|л(?!\p{L})|мл|дюйм|"|″|gb|гб|tb|тб|мб|mb|kg|cm|mm|km|inch|шт|штук|час|ч(?!\p{L})|мин|раз|балл|звезд|x ?\d|х ?\d|pcs|items?|hours?|hrs?|h(?!\p{L})|min|am(?!\p{L})|pm(?!\p{L})|утра|вечера|бакс|доллар|евро|dollars?|euros?|bucks))`;
