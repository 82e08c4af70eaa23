import { toCyrillicLayout, toLatinLayout } from "./keyboard-layout.ts";
import { withoutMarkup } from "./normalise.ts";
import { toCyrillic } from "./transliteration.ts";

/** How much more of a text must become known before another reading of it is taken. */
const LEAST_GAIN = 0.1;
/** A text of which so much is known is not read in another way: a few words of Russian in Latin letters are known as such. */
const MOST_KNOWN = 0.9;

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;

/** How a text was read: as written, as if typed in the wrong keyboard layout, or as Russian in Latin letters. */
export type Reading = { text: string; as: "written" | "layout" | "transliteration" };

/** The scripts in which training phrases are mostly written; nothing is read into another one. */
export type Scripts = { latin: boolean; cyrillic: boolean };

export function scriptsOf(texts: readonly string[]): Scripts {
  return {
    latin: texts.some((text) => scriptOf(text) === "latin"),
    cyrillic: texts.some((text) => scriptOf(text) === "cyrillic"),
  };
}

/** The reading of a text of which clearly most is known, by what `weigh` makes of it; as written in case of doubt. */
export function read<Weighed extends { known: number }>(
  text: string,
  scripts: Scripts,
  weigh: (text: string) => Weighed,
): { reading: Reading; weighed: Weighed } {
  const written = { reading: { text, as: "written" } as Reading, weighed: weigh(text) };
  if (written.weighed.known > MOST_KNOWN) return written;
  let best = written;
  for (const reading of otherReadings(withoutMarkup(text), scripts)) {
    const weighed = weigh(reading.text);
    const least = best === written ? written.weighed.known + LEAST_GAIN : best.weighed.known;
    if (weighed.known > least) best = { reading, weighed };
  }
  return best;
}

function otherReadings(text: string, scripts: Scripts): Reading[] {
  const script = scriptOf(text);
  if (script === "cyrillic" && scripts.latin) return [{ text: toLatinLayout(text), as: "layout" }];
  if (script !== "latin" || !scripts.cyrillic) return [];
  return [
    { text: toCyrillicLayout(text), as: "layout" },
    { text: toCyrillicLayout(withoutPunctuation(text)), as: "layout" },
    { text: toCyrillic(text, "common"), as: "transliteration" },
    { text: toCyrillic(text, "passport"), as: "transliteration" },
  ];
}

/** Full stops and commas behind words may be meant as such by who types in the wrong layout, or be letters. */
function withoutPunctuation(text: string): string {
  return text.replace(/[.,;:!]+(?=\s|$)/gu, " ");
}

/** The script of most letters of a text; null without letters. */
export function scriptOf(text: string): keyof Scripts | null {
  const [latin, cyrillic] = [lettersOf(text, LATIN), lettersOf(text, CYRILLIC)];
  if (latin + cyrillic === 0) return null;
  return latin > cyrillic ? "latin" : "cyrillic";
}

function lettersOf(text: string, script: RegExp): number {
  return text.match(script)?.length ?? 0;
}
