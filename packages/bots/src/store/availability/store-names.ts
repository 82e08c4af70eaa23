/** What people call towns in chats, by what shops call them. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  мск: "moscow",
  msk: "moscow",
  питер: "saint",
  питере: "saint",
  спб: "saint",
  санкт: "saint",
  piter: "saint",
  petersburg: "saint",
  петербург: "saint",
  петербурге: "saint",
  spb: "saint",
  екб: "yekaterinburg",
  екат: "yekaterinburg",
  нск: "novosibirsk",
  новосиб: "novosibirsk",
};

/** Words that stand beside a place and say nothing more. */
const BESIDE =
  /^(?:in|at|the|and|what|about|only|just|store|shop|в|во|на|а|и|по|из|для|г|город|городе|магазин|магазине|только|именно|мне)$/u;

const SHORTEST = 4;

/** "в Казани" names the store of Kazan: the words begin alike, in either script. */
export function isNamed(store: string, words: string): boolean {
  const known = toLatin(store.toLowerCase()).slice(0, 3);
  return wordsOf(words).some((word) => {
    const name = SHORT_NAMES[word] ?? word;
    return name.length >= SHORTEST && toLatin(name).startsWith(known);
  });
}

/** True for words that name one of the stores, and nothing else: "Казань", "а в Питере?". */
export function isNothingButStore(stores: readonly string[], words: string): boolean {
  const telling = wordsOf(words).filter((word) => !BESIDE.test(word));
  const named = telling.filter((word) => stores.some((store) => isNamed(store, word) || isPartOf(store, word)));
  return telling.length > 0 && named.length === telling.length;
}

/** The second word of "Saint Petersburg". */
const isPartOf = (store: string, word: string): boolean =>
  wordsOf(store).some((part) => part.length >= SHORTEST && toLatin(word).startsWith(toLatin(part).slice(0, SHORTEST)));

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  "абвгдезийклмнопрстуфыэ".split("").map((letter, index) => [letter, "abvgdeziyklmnoprstufye"[index] ?? ""]),
);
const toLatin = (text: string): string => text.replaceAll(/\p{L}/gu, (letter) => LATIN[letter] ?? letter);
