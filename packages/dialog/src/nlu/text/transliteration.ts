/** Longest first. Covers what people write in chats and the ISO 9 and GOST 7.79-B spellings in common. */
const COMMON: readonly (readonly [latin: string, cyrillic: string])[] = [
  ...pairs("shch щ sch щ shh щ"),
  ...pairs("yo е jo е zh ж kh х ts ц ch ч sh ш yu ю ju ю ya я ja я ye е je е"),
  ...pairs("a а b б v в w в g г d д e е z з i и j й k к q к l л m м n н o о p п r р s с t т u у f ф h х x х c ц ' ь"),
];

/** As in passports (ICAO): "ia" and "iu" for я and ю. */
const PASSPORT: readonly (readonly [latin: string, cyrillic: string])[] = [
  ...pairs("shch щ ia я iu ю ie ъе"),
  ...COMMON,
];

const VOWEL = /[aeiouy]/;

/** Russian that was written in Latin letters, in Cyrillic ones as far as the letters tell. */
export function toCyrillic(text: string, spelling: "common" | "passport"): string {
  const table = spelling === "common" ? COMMON : PASSPORT;
  const latin = text.toLowerCase();
  let cyrillic = "";
  for (let at = 0; at < latin.length;) {
    const pair = table.find(([letters]) => latin.startsWith(letters, at));
    cyrillic += pair?.[1] ?? single(latin, at);
    at += pair?.[0].length ?? 1;
  }
  return cyrillic;
}

/** "y" is й behind a vowel and ы elsewhere; a 4 before a letter is ч, as in "4to". */
function single(latin: string, at: number): string {
  const letter = latin.charAt(at);
  if (letter === "y") return VOWEL.test(latin.charAt(at - 1)) ? "й" : "ы";
  if (letter === "4" && /[a-z]/.test(latin.charAt(at + 1))) return "ч";
  return letter;
}

function pairs(list: string): [string, string][] {
  const words = list.split(" ");
  return Array.from({ length: words.length / 2 }, (_, at) => [words[2 * at] ?? "", words[2 * at + 1] ?? ""]);
}
