export type NamePattern = { pattern: RegExp; word: string; place: number };

/** What portals call somebody whose name they do not know. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ..."a an the client guest visitor user customer anonymous bot".split(" "),
  ..."клиент гость посетитель пользователь покупатель бот".split(" "),
]);
const SHORTEST = 2;
/** Russian names change their ends by up to so many letters: Анна, Анной. */
const LONGEST_END = 3;

/** Finds every word of these names in a text, in whatever case they stand; the longest first. */
export function namePatterns(names: readonly string[]): NamePattern[] {
  const words = names.flatMap((name) =>
    (name.match(/\p{L}[\p{L}'’]*/gu) ?? []).map((word, place) => ({ word, place })),
  );
  const unique = new Map(words.map((each) => [each.word.toLowerCase(), each] as const));
  return [...unique.values()]
    .filter(({ word }) => word.length >= SHORTEST && !NO_NAMES.has(word.toLowerCase()))
    .toSorted((one, other) => other.word.length - one.word.length)
    .map(({ word, place }) => ({ word, place, pattern: new RegExp(sourceOf(word), "giu") }));
}

function sourceOf(word: string): string {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
  const stem = isCyrillic && word.length > SHORTEST ? word.replace(/[аеёийоуъыьэюя]$/iu, "") : word;
  const end = isCyrillic ? `\\p{L}{0,${stem.length > LONGEST_END ? LONGEST_END : 2}}` : "";
  return `(?<!\\p{L})${stem}${end}(?:['’]s)?(?!\\p{L})`;
}
