import type { Span } from "../../entities/entities.ts";
import { folded } from "../../entities/spans.ts";
import { stem } from "../../nlu/text/stem.ts";
import type { Reading } from "./reading.ts";

/** Words that only join arguments, or are polite. */
const JOINING = new Set(
  [
    "с со по на в во за до для и о об от к у про из начиная пожалуйста плиз нужен нужна нужно надо хочу бы",
    "from to on in at for since starting of the a an and by with please i i'd like want need until till through",
  ].flatMap((line) => line.split(" ")),
);
/** Those that belong to the day behind them. */
const BEFORE_DAYS = /(?:^|\s)(?:с|со|по|на|в|во|за|до|к|from|to|on|in|at|for|by|until|till)(?: the)?\s*$/iu;
// oxlint-disable-next-line no-control-regex -- what was taken is filled with it
const PIECE = /[^\u0001]+/gu;
const WORD = /[^\s,;()]+/gu;

/** The first word that is left, as it stands. */
export function readTokens(reading: Reading): void {
  for (const param of reading.open("token")) {
    const { left } = reading;
    const match = /[^\s\u0001]+/u.exec(left); // oxlint-disable-line no-control-regex -- as above
    if (match === null) return;
    const span = { start: match.index, end: match.index + match[0].length };
    reading.take(param, match[0], [span]);
  }
}

/** Stretches of words that nothing has taken, without those that only join. */
export function restOf(reading: Reading): Span[] {
  const { left } = reading;
  const joins = joiningFor(reading);
  return Array.from(left.matchAll(PIECE)).flatMap(({ index, 0: piece }) => {
    const words = Array.from(piece.matchAll(WORD), (match) => ({
      word: match[0],
      start: index + match.index,
      end: index + match.index + match[0].length,
    }));
    const isSaying = ({ word }: { word: string }) => /[\p{L}\p{N}]/u.test(word) && !joins(word);
    const first = words.find(isSaying);
    const last = words.findLast(isSaying);
    if (first === undefined || last === undefined) return [];
    const end = last.end - (/[.,;:!?]+$/.exec(last.word)?.[0].length ?? 0);
    return [{ start: first.start, end }];
  });
}

/** What a param is called may stand before it: `номер 1234`. `мне` is a person where one is wanted. */
function joiningFor(reading: Reading): (word: string) => boolean {
  // `отдел продаж` is a department's name, and so are both its words.
  const titled = reading.params.filter(({ kind }) => kind !== "department");
  const titles = new Set(titled.flatMap(({ name, title }) => [name, title.en, title.ru]).map(plain));
  const wantsPerson = reading.open("person").length > 0;
  return (word) => {
    const lower = word.toLowerCase();
    return JOINING.has(lower) || (lower === "мне" && !wantsPerson) || titles.has(plain(word));
  };
}

const plain = (word: string): string => stem(folded(word).replaceAll(/[^\p{L}\p{N}]/gu, ""));

/** All words that are left, for the param that takes them. */
export function readWords(reading: Reading): void {
  const param = reading.open("words")[0];
  if (param === undefined) return;
  const { left, text } = reading;
  const pieces = Array.from(left.matchAll(PIECE), ({ index, 0: piece }) => {
    const isBeforeTaken = index + piece.length < left.length;
    return isBeforeTaken ? piece.replace(BEFORE_DAYS, "") : piece;
  });
  const words = pieces
    .map((piece) => piece.trim().replace(/^[,;:.–-]+\s*|\s*[,;:–-]+$/gu, ""))
    .filter((piece) => piece !== "")
    .join(" ");
  if (words !== "") reading.take(param, words, [{ start: 0, end: text.length }]);
}
