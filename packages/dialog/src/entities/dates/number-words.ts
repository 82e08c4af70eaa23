/** Counts as they stand before days and weeks, folded: `две недели`, `a couple of days`. */
const COUNTS: Readonly<Record<number, string>> = {
  1: "один|одну|одного|одна|a|an|one",
  2: "два|две|двух|пару|пара|пары|two|a couple of|a couple|couple of|couple",
  3: "три|трех|three",
  4: "четыре|четырех|four",
  5: "пять|пяти|five",
  6: "шесть|шести|six",
  7: "семь|семи|seven",
  8: "восемь|восьми|eight",
  9: "девять|девяти|nine",
  10: "десять|десяти|ten",
  11: "одиннадцать|eleven",
  12: "двенадцать|twelve",
  14: "четырнадцать|fourteen",
  15: "пятнадцать|fifteen",
  20: "двадцать|twenty",
  21: "двадцать один|twenty-one|twenty one",
  28: "двадцать восемь|twenty-eight",
  30: "тридцать|thirty",
};

/** Days of a month by stem, folded; endings of the last word follow: `двадцать второго`. */
const ORDINAL_STEMS = [
  "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат",
  "тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат",
].flatMap((line) => line.split(" "));
const ENGLISH_ORDINALS = [
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
  "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
].flatMap((line) => line.split(" "));
const ENDING = "(?:ого|его|ое|ье|ому|ым|ый|ий|ьего|ьему)";

const countsByWord = new Map(
  Object.entries(COUNTS).flatMap(([count, words]) => words.split("|").map((word) => [word, Number(count)] as const)),
);
const longestFirst = [...countsByWord.keys()].toSorted((left, right) => right.length - left.length);

/** Source of a pattern for a count of days, weeks and so on. */
export const COUNT = `(?:\\d{1,3}|${longestFirst.join("|")})`;

export function countOf(words: string | undefined): number {
  if (words === undefined) return 1;
  return /^\d/.test(words) ? Number(words) : (countsByWord.get(words) ?? 1);
}

/** Source of a pattern for the day of a month in words. */
export const ORDINAL = `(?:(?:двадцать |тридцать )?(?:${ORDINAL_STEMS.toReversed().join("|")})${ENDING}|тридцат${ENDING}|(?:twenty[- ]|thirty[- ])?(?:${ENGLISH_ORDINALS.toReversed().join("|")})|thirtieth)`;

/** The day of the month that the words name, 1 to 39; whether a month has it is for the calendar to say. */
export function ordinalOf(words: string): number {
  if (/^тридцат[^ь]/.test(words) || words === "thirtieth") return 30;
  const tens = /^(?:двадцать |twenty[- ])/.test(words) ? 20 : /^(?:тридцать |thirty[- ])/.test(words) ? 30 : 0;
  const last = words.split(/[- ]/).at(-1) ?? "";
  const russian = ORDINAL_STEMS.findLastIndex((stem) => last.startsWith(stem));
  return tens + 1 + (russian >= 0 ? russian : ENGLISH_ORDINALS.indexOf(last));
}
