import { romanize } from "@botdeck/crm";

/** Towns that people call otherwise than shops do, in chats and in the other language: how their names begin, in Latin letters. */
const TOWNS: readonly (readonly [known: RegExp, said: RegExp])[] = [
  [/^mos[ck]/u, /^(?:mos[ck]o?[wv]|moskv|msk$)/u],
  [/^(?:saint|st|sankt)[ .-]*petersburg|^(?:sankt-)?peterburg/u, /^(?:saint|sankt|peters?burg|piter|spb$)/u],
  [/^(?:ye|e)katerinburg/u, /^(?:(?:ye|e)katerin|ekb$|ekat$)/u],
  [/^novosibirsk/u, /^(?:novosib|nsk$)/u],
];

/** So much of another name has to be the same: endings change. */
const BEGINNING = 5;

/** Words that stand beside a place and say nothing more. */
const BESIDE =
  /^(?:in|at|the|and|what|about|only|just|store|shop|в|во|на|а|и|по|из|для|г|город|городе|магазин|магазине|только|именно|мне)$/u;

/** "в Казани" names the store of Kazan: the words begin alike, in either script. */
export function isNamed(store: string, words: string): boolean {
  const known = romanize(store.toLowerCase());
  const [, said] = TOWNS.find(([town]) => town.test(known)) ?? [];
  const begins = (name: string) => known.length >= 4 && name.startsWith(known.slice(0, BEGINNING));
  return wordsOf(words)
    .map(romanize)
    .some((name) => (said === undefined ? begins(name) : said.test(name)));
}

/** True for words that name one of the stores, and nothing else: "Казань", "а в Питере?". */
export function isNothingButStore(stores: readonly string[], words: string): boolean {
  const telling = wordsOf(words).filter((word) => !BESIDE.test(word));
  return telling.length > 0 && telling.every((word) => stores.some((store) => isNamed(store, word)));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
