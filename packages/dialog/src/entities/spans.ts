import type { Span } from "./entities.ts";

/** Longer messages are read up to here: nobody names a date behind it, and the time an answer takes stays bounded. */
const LONGEST = 20_000;

/** What fills the place of something already understood: no letter, no digit, no blank, so nothing is read across it. */
const FILLER = "\u0001";

/**
 * The text as the finders read it: lower case, `ё` as `е`, every blank a space, every dash a hyphen, and each character
 * where it was, so that offsets hold for the text as written.
 */
export function folded(text: string): string {
  const cut = text.slice(0, LONGEST);
  const lower = cut.toLowerCase();
  // A few letters change their length with their case, such as İ; then each is lowered by itself where that keeps its length.
  const same = lower.length === cut.length ? lower : Array.from(cut, lowered).join("");
  return same
    .replaceAll("ё", "е")
    .replaceAll(/\s/g, " ")
    .replaceAll(/[‐‑‒–—−]/g, "-");
}

function lowered(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** The text with the spans struck out, of the same length. */
export function without(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((left, right) => left.start - right.start)) {
    if (end <= at) continue;
    pieces.push(text.slice(at, Math.max(at, start)), FILLER.repeat(end - Math.max(at, start)));
    at = end;
  }
  return pieces.join("") + text.slice(at);
}

/** The text with blanks where the spans are, of the same length: what stands around them is read together. */
export function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text);
}

/** Those that overlap no earlier one of the list, in the order of the text. */
export function firstOfOverlapping<Found extends Span>(found: readonly Found[]): Found[] {
  // One mark per character: comparing each with each is too slow for a message of nothing but digits.
  const taken = new Uint8Array(found.reduce((last, { end }) => Math.max(last, end), 0));
  const kept: Found[] = [];
  for (const one of found) {
    if (taken.subarray(one.start, one.end).includes(1)) continue;
    taken.fill(1, one.start, one.end);
    kept.push(one);
  }
  return kept.toSorted((left, right) => left.start - right.start);
}
