import { type Entities, findEntities, type Span } from "@botdeck/dialog";

import { ADDRESSES_AND_SECRETS, DIGITS, NUMBERS_AND_NAMES } from "./personal-patterns.ts";

/** More of a message tells nothing more about what is wanted. */
const LONGEST = 2_000;
/** No calendar is needed: days are not taken out by what they mean. */
const ANY_DAY = "2000-01-01";

/**
 * The text with placeholders for what says who wrote it or could be misused: phones, e-mails, links, numbers of orders and
 * cards, passwords, names behind words that announce one, streets. Too much goes rather than too little: what a message is
 * about shows without them. A name that nothing announces stays.
 */
export function withoutPersonalData(text: string, language: "en" | "ru"): string {
  const unaddressed = masked(plainly(text.slice(0, LONGEST)), ADDRESSES_AND_SECRETS);
  const unnumbered = masked(withoutNumbers(unaddressed, language), NUMBERS_AND_NAMES);
  const names = entitiesOf(unnumbered, language).names.map((span) => ({ ...span, mask: "[name]" }));
  return replaced(unnumbered, names).slice(0, LONGEST);
}

function masked(text: string, patterns: typeof NUMBERS_AND_NAMES): string {
  return patterns.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), text);
}

/** The same words without what hides digits and letters from a pattern: look-alike digits, invisible signs, odd blanks and dashes. */
function plainly(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/\p{Cf}|\p{Variation_Selector}|[\u20e3\u034f\p{Co}\p{Cn}\p{Cs}]/gu, "")
    .replaceAll(/\p{Nd}/gu, (digit) => (digit >= "0" && digit <= "9" ? digit : "0"))
    .replaceAll(/[\p{No}\p{Nl}]/gu, "0")
    .replaceAll(/[\s\p{Cc}\p{Z}]/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .replaceAll(/[‐‑‒–—−]/g, "-");
}

type MaskedSpan = Span & { mask: string };

/** Whole runs of digits, by what is found in them: a number that is a phone in part would leave the other part behind. */
function withoutNumbers(text: string, language: "en" | "ru"): string {
  const { phones, orderNumbers } = entitiesOf(text, language);
  const runs = Array.from(text.matchAll(DIGITS), ({ index, 0: run }) => ({ start: index, end: index + run.length }));
  const known: MaskedSpan[] = [
    ...phones.map(({ start, end }) => ({ start, end, mask: "[phone]" })),
    ...orderNumbers.map(({ start, end }) => ({ start, end, mask: "[order]" })),
    ...runs.map((run) => ({ ...run, mask: "[number]" })),
  ];
  return replaced(text, joined(known));
}

/** Spans that touch become one, which is what the first of them in the list is. */
function joined(spans: readonly MaskedSpan[]): MaskedSpan[] {
  const rank = new Map(spans.map((span, at) => [span, at]));
  const whole: MaskedSpan[] = [];
  let best = 0;
  for (const span of spans.toSorted((left, right) => left.start - right.start)) {
    const last = whole.at(-1);
    const place = rank.get(span) ?? 0;
    if (last === undefined || span.start >= last.end) {
      whole.push({ ...span });
      best = place;
      continue;
    }
    last.end = Math.max(last.end, span.end);
    if (place < best) [last.mask, best] = [span.mask, place];
  }
  return whole;
}

function entitiesOf(text: string, language: "en" | "ru"): Entities {
  return findEntities(text, { today: ANY_DAY, language, direction: "past", expects: null });
}

/** From the end, so that the places before stay where they are. */
function replaced(text: string, spans: readonly MaskedSpan[]): string {
  return spans
    .toSorted((left, right) => right.start - left.start)
    .reduce((rest, { start, end, mask }) => rest.slice(0, start) + mask + rest.slice(end), text);
}
