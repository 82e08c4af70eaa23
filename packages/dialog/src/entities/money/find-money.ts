import type { FoundMoney } from "../entities.ts";
import { firstOfOverlapping, folded } from "../spans.ts";

const CURRENCIES: readonly (readonly [string, string])[] = [
  ["RUB", "₽|руб(?:\\.|л\\p{L}{1,3})?|р(?:\\.|(?![\\p{L}-]))|rub(?:les?)?|деревянных"],
  ["USD", "\\$|usd|бакс\\p{L}{0,3}|доллар\\p{L}{0,3}|dollars?|bucks?|у\\.?е\\.?"],
  ["EUR", "€|eur(?:os?)?|евро"],
  ["GBP", "£|gbp|фунт\\p{L}{0,3}|pounds?"],
  ["KZT", "₸|kzt|тенге"],
  ["BYN", "byn|бел\\.? руб\\p{L}{0,3}"],
];
const CURRENCY_PATTERNS = CURRENCIES.map(([code, source]) => [code, new RegExp(`^(?:${source})$`, "u")] as const);
const CURRENCY = CURRENCIES.map(([, source]) => source).join("|");
const NUMBER = String.raw`\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,9}(?:[.,]\d{1,2}(?!\d))?`;
const TIMES = String.raw`тыс(?:\.|яч\p{L}?)?|тыщ\p{L}?|т\.(?= ?р)|т(?=\.?р)|k|к|thousand|млн\.?|миллион\p{L}{0,2}|million|mln`;
const WORDS = String.raw`полторы тысячи|полтора миллиона|тысяч[ауи]|тыщ[ау]|миллион|сто|двести|триста|пятьсот|a thousand|a hundred|a million`;
const EDGE = String.raw`(?<![\p{L}\d]|\d[.,/])`;

const BEFORE = new RegExp(
  `(?<currency>[$€£₽₸]|(?<!\\p{L})(?:usd|eur|rub)) ?(?<number>${NUMBER})(?: ?(?<times>${TIMES})(?![\\p{L}\\d]))?(?!\\d)`,
  "gu",
);
const BEHIND = new RegExp(
  `${EDGE}(?:(?<number>${NUMBER})(?: ?(?<times>${TIMES}))?|(?<words>${WORDS})) ?(?<currency>${CURRENCY})(?![\\p{L}\\d])`,
  "gu",
);
/** `5k`, `20 тысяч`: thousands are money where nothing else is counted. */
const THOUSANDS = new RegExp(
  `${EDGE}(?<number>${NUMBER}) ?(?<times>тыс(?:\\.|яч\\p{L}?)?|тыщ\\p{L}?|thousand|(?<=\\d)[kк])(?![\\p{L}\\d])(?! ?(?:шт|штук|км|раз|об|мл|людей|человек|items?|pcs))`,
  "gu",
);
const PRICED = new RegExp(
  `(?<!\\p{L})(?:цен\\p{L}{1,2}|стоимость\\p{L}{0,2}|стоит|стоил\\p{L}?|сумм\\p{L}{1,2}|бюджет\\p{L}{0,2}|за(?= \\d[\\d ]{2})(?! (?:19|20)\\d\\d(?!\\d))|заплатил\\p{L}?|оплатил\\p{L}?|отдал\\p{L}?|вернули|price|budget|costs?|total|amount|paid|spent)(?!\\p{L})(?: ?[:=-])? ?(?:(?:до|около|от|в районе|не более|примерно|на|is|was|of|around|about|up to|under) ){0,2}(?<number>${NUMBER})(?![\\p{L}\\d%]|[.,/:-]\\d)(?! ?(?:%|процент|дн|день|шт))`,
  "gu",
);

/** Sums of money. `1,5` is one and a half, `1,500` is a thousand and a half; the currency is null where none is named. */
export function findMoney(text: string): FoundMoney[] {
  const plain = folded(text);
  const found = [BEFORE, BEHIND, THOUSANDS, PRICED].flatMap((pattern) =>
    Array.from(plain.matchAll(pattern), (match): FoundMoney => {
      const { number, times, words, currency } = match.groups ?? {};
      const amount = number === undefined ? amountInWords(words ?? "") : Number(plainNumber(number)) * factorOf(times);
      const start = match.index;
      return {
        amount: Math.round(amount * 100) / 100,
        currency: currencyOf(currency),
        start,
        end: start + match[0].length,
      };
    }),
  );
  return firstOfOverlapping(found);
}

function plainNumber(written: string): string {
  const joined = written.replaceAll(/[ ']/g, "");
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(joined)) return joined.replaceAll(/[.,]/g, "");
  return joined.replace(",", ".");
}

function factorOf(word: string | undefined): number {
  if (word === undefined) return 1;
  return /^(?:мл|милл|mil|mln)/.test(word) ? 1_000_000 : 1000;
}

function amountInWords(words: string): number {
  const known: readonly (readonly [RegExp, number])[] = [
    [/^полторы/, 1500],
    [/^полтора/, 1_500_000],
    [/^(?:тыс|тыщ|a thousand)/, 1000],
    [/^(?:миллион|a million)/, 1_000_000],
    [/^(?:сто|a hundred)/, 100],
    [/^двести/, 200],
    [/^триста/, 300],
  ];
  return known.find(([pattern]) => pattern.test(words))?.[1] ?? 500;
}

function currencyOf(word: string | undefined): string | null {
  if (word === undefined) return null;
  return CURRENCY_PATTERNS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}
