import type { Span } from "../entities.ts";
import { firstOfOverlapping, folded } from "../spans.ts";

/** Half of a working day. `half` is null where the words leave open which, as `полдня` does. */
export type FoundHalf = Span & { half: "first" | "second" | null };

const EDGE = String.raw`(?<![\p{L}\d])`;
const END = String.raw`(?![\p{L}\d])`;
/** `the first half of 2026` is no part of a day. */
const OF_YEAR = String.raw`(?! (?:of )?(?:(?:the|this|last|next) )?(?:year|(?:19|20)\d\d)| (?:этого |прошлого )?(?:года|(?:19|20)\d\d))`;
const FIRST = [
  `(?:в )?перв(?:ая|ую|ой) половин(?:а|у|е|ы)(?: дня)?${OF_YEAR}`,
  "до (?:обеда|полудня)",
  "(?:с )?утра?|утром|(?:с )?утра до обеда",
  `(?:the |in the )?first half(?: of the day)?${OF_YEAR}(?: of(?= ))?`,
  "(?:before|till|until) (?:lunch|noon|midday)",
  "(?:in )?(?:the )?morning",
];
const SECOND = [
  `(?:во? |со )?втор(?:ая|ую|ой) половин(?:а|у|е|ы)(?: дня)?${OF_YEAR}`,
  "после (?:обеда|полудня)|с обеда",
  `(?:the |in the )?second half(?: of the day)?${OF_YEAR}(?: of(?= ))?`,
  "(?:after|from) (?:lunch|noon|midday)",
  "(?:in )?(?:the )?afternoon",
];
const OPEN = ["пол ?дня", "половин(?:а|у) дня", "(?:a )?half[- ](?:a )?day(?: off)?", "half of (?:the )?day"];

const PATTERNS = [
  ["first", FIRST],
  ["second", SECOND],
  [null, OPEN],
] as const;
const RULES = PATTERNS.map(
  ([half, sources]) => [half, new RegExp(`${EDGE}(?:${sources.join("|")})${END}`, "gu")] as const,
);

/** Halves of days that a text names, `15 июля после обеда`; which day is for `readDates` to say. */
export function findHalves(text: string): FoundHalf[] {
  const plain = folded(text);
  const found = RULES.flatMap(([half, pattern]) =>
    Array.from(plain.matchAll(pattern), (match): FoundHalf => {
      return { half, start: match.index, end: match.index + match[0].length };
    }),
  );
  return firstOfOverlapping(found.toSorted((one, other) => lengthOf(other) - lengthOf(one)));
}

const lengthOf = ({ start, end }: Span) => end - start;
