import type { FoundOrderNumber, Span } from "../entities.ts";
import { firstOfOverlapping, folded } from "../spans.ts";
import { latinLetters } from "./latin-letters.ts";

const EDGE = String.raw`(?<![\p{L}\p{N}])`;
const ORDER = String.raw`(?:заказ\p{L}{0,3}|заявк\p{L}{1,3}|обращени\p{L}{1,3}|покупк\p{L}{1,3}|тикет\p{L}{0,2}|зак\.?|накладн\p{L}{1,3}|zakaz\p{L}{0,2}|orders?|orderno|ord|tickets?|purchase)`;
const NUMBER_WORD = String.raw`(?:номер\p{L}{0,3}|ном\.|nomer\p{L}{0,2}|number|num\.?|no\.?|nr\.?|n|№|#)`;
/** Alone, `no` is a refusal rather than a number. */
const SAYS_NUMBER = String.raw`(?:номер\p{L}{0,3}(?!\p{L})|(?:nomer\p{L}{0,2}|number|num|nr)(?![\p{L}\d])|no\.(?= ?\d)|[№#])`;
/** Digits, parts of digits after hyphens or strokes, a letter or two behind. */
const DIGITS = String.raw`\d{1,12}(?:[-/]\d{1,8}){0,2}(?:-?\p{L}{1,2}(?![\p{L}\d]))?`;
const PREFIXED = String.raw`(?:\p{L}{1,4}\d{0,2}(?: ?- ?)?|\p{L} (?=\d{3}))${DIGITS}`;
/** Not the beginning of a decimal, a date or a longer word. */
const NO_MORE = String.raw`(?![\p{L}\d@]|[.,:/-]\d)`;
/** A count, a price or a year is no number of an order. */
const NO_COUNT = String.raw`(?! ?(?:руб|р\.|р(?![\p{L}])|₽|%|\$|€|usd|eur|eвро|шт|тыс|тысяч|кг|г\.|год|дн|день|дня|недел|месяц|час|мин|раз|days?|weeks?|months?|hours?|items?|pcs|rub|dollars?|euros?))`;

/** `заказ 1042`, `заказа номер A-1042`, `order number is 1042`, `№1042`, `номер 1043`, `/ticket 7`. */
const AFTER_CUE = new RegExp(
  `${EDGE}(?:${ORDER}(?!\\p{L})|${SAYS_NUMBER})[ .:,"«(-]{0,3}(?:(?:${ORDER}|${NUMBER_WORD}|под|за|с|у|is|это|мой|моего|такой|вот|id|was|it's|был)(?![\\p{L}\\d]) ?[.:-]? ?){0,4}[#№"«(]{0,2} ?(?<number>${DIGITS}|${PREFIXED})${NO_MORE}${NO_COUNT}`,
  "gu",
);
/** `№1042` and `#A-1042` stand close. */
const AFTER_SIGN = new RegExp(`[№#] ?(?<number>${DIGITS}|${PREFIXED})${NO_MORE}`, "gu");
/** `1042 заказ`, `по 1042-му заказу`, `1042 is my order number`. */
const BEFORE_CUE = new RegExp(
  `${EDGE}(?<![\\d.,/:-])(?<number>\\d{3,10}|\\p{L}-?\\d{3,10})(?:-?(?:й|го|му|ый|м))? ?[,-]? ?(?:(?:это|is|мой|моего|my|the|номер) ){0,3}(?:заказ(?:а|у|е|ом)?|order)(?![\\p{L}])`,
  "gu",
);
/** One letter before three digits or more: `A-1042`, `a1042`, `a - 1042`. */
const ONE_LETTER = new RegExp(
  `${EDGE}(?<number>\\p{L}(?: ?- ?)?\\d{3,10}(?:[-/]\\d{1,6})?)${NO_MORE}${NO_COUNT}`,
  "gu",
);
/** Two letters or three, a hyphen and four digits or more: `DM-3102`. Articles of products mostly have fewer. */
const FEW_LETTERS = new RegExp(`${EDGE}(?<number>\\p{L}{2,3}-\\d{4,10})${NO_MORE}${NO_COUNT}`, "gu");
/** A letter and digits that are said one by one: `a - 1 0 4 2`. */
const DIGIT_BY_DIGIT = new RegExp(`${EDGE}(?<number>\\p{L} ?-? ?\\d(?: \\d){2,9})(?![\\p{L}\\d])`, "gu");
const NEXT_OF_LIST = new RegExp(
  `^ ?(?:,|и|and|&|или|or|,? а) ?(?:№|#)? ?(?<number>\\d{3,10}|\\p{L}-?\\d{3,10})${NO_MORE}${NO_COUNT}`,
  "u",
);
/** What answers a question for the number needs no cue. */
const BARE = new RegExp(
  `${EDGE}(?<![\\d.,/:+-])(?<number>\\d{3,10}(?:[-/]\\d{1,8})?(?:-\\p{L}{1,2})?|\\p{L}{1,4}-?\\d{2,10}(?:-\\d{1,8})?)${NO_MORE}${NO_COUNT}`,
  "gu",
);
/** The whole answer is a number said in parts: `10 42`, `a 1042`. */
const IN_PARTS = /^\s*(?<number>(?:\p{L}[ -]{1,3})?\d{1,3}(?:[ -]\d{1,3}){1,4}|\p{L} \d{3,10})[.!\s]*$/u;
const DENIED = /(?:^|[^\p{L}])(?:не|not|нет,? не)(?: (?:заказ\p{L}{0,2}|order|номер|number))?[ №#]*$/u;

/** A small letter and a blank are no prefix: `заказ с 1042`. */
const PREPOSITION = /^[а-я] /;
const FULL_DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/]\d{1,2}[-/](?:\d{2}|\d{4}))$/;

/**
 * Numbers of orders as a receipt has them. A bare number counts only with a word or sign that says what it is, or when the
 * text answers the question for one (`asked`); so does a prefix of several letters before few digits, which is rather a product's
 * article.
 * Of a correction, `not 1042 but 1043`, only the right one is given.
 */
export function findOrderNumbers(text: string, asked = false): FoundOrderNumber[] {
  const plain = folded(text);
  const cued = [AFTER_CUE, AFTER_SIGN, BEFORE_CUE].flatMap((pattern) => matchesOf(pattern, plain));
  const listed = cued.flatMap((span) => restOfList(plain, span));
  const found = [
    ...cued,
    ...listed,
    ...matchesOf(ONE_LETTER, plain),
    ...matchesOf(FEW_LETTERS, plain),
    ...matchesOf(DIGIT_BY_DIGIT, plain),
  ]
    .map((span) => (PREPOSITION.test(text.slice(span.start, span.end)) ? { ...span, start: span.start + 2 } : span))
    .filter((span) => isNumber(plain, span));
  if (asked) found.push(...bareNumbers(plain));
  const kept = firstOfOverlapping(found);
  const meant = kept.filter(({ start }) => !DENIED.test(plain.slice(Math.max(0, start - 30), start)));
  return (meant.length > 0 ? meant : kept).map((span) => ({
    ...span,
    number: latinLetters(text.slice(span.start, span.end)),
  }));
}

function bareNumbers(plain: string): Span[] {
  const inParts = IN_PARTS.exec(plain)?.groups?.["number"];
  if (inParts && inParts.replaceAll(/\D/g, "").length > 2) {
    const start = plain.indexOf(inParts);
    return [{ start, end: start + inParts.length }];
  }
  return matchesOf(BARE, plain).filter((span) => isNumber(plain, span));
}

function matchesOf(pattern: RegExp, plain: string): Span[] {
  return Array.from(plain.matchAll(pattern), (match) => {
    const number = match.groups?.["number"] ?? "";
    const start = match.index + match[0].lastIndexOf(number);
    return { start, end: start + number.length };
  });
}

/** `заказы 1042, 1043 и 1044`. */
function restOfList(plain: string, first: Span): Span[] {
  const rest: Span[] = [];
  let end = first.end;
  for (;;) {
    const match = NEXT_OF_LIST.exec(plain.slice(end, end + 40));
    const number = match?.groups?.["number"];
    if (!match || !number) return rest;
    rest.push({ start: end + match[0].length - number.length, end: end + match[0].length });
    end += match[0].length;
  }
}

/** Short numbers need a sign before them: `№7`, but not `заказ 7`, which may go on `дней`. */
function isNumber(plain: string, { start, end }: Span): boolean {
  const written = plain.slice(start, end);
  const digits = written.replaceAll(/\D/g, "");
  if (FULL_DATE.test(written) || digits.length > 16) return false;
  const signed = /(?:[№#]|номер\p{L}{0,3}|number|no\.?|ticket)[ :."-]{0,3}(?:is )?$/u.test(
    plain.slice(Math.max(0, start - 16), start),
  );
  return digits.length >= (signed ? 1 : 3);
}
