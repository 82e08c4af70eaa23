import { findEntities, latinLetters } from "@botdeck/dialog";
import { z } from "zod";

const KINDS = ["date", "range", "phone", "order", "name"] as const;

export const entityPhraseSchema = z.object({
  text: z.string(),
  kind: z.enum(KINDS),
  expected: z.string(),
  direction: z.enum(["past", "future"]),
  /** The moment of reading, with the offset of the reader's own time. */
  ref: z.iso.datetime({ offset: true }),
});

export type EntityPhrase = z.infer<typeof entityPhraseSchema>;

export type Share = { right: number; total: number };

/** A phrase read wrongly; `found` is all that was found of its kind, best first. */
export type EntityMiss = { text: string; kind: string; expected: string; found: readonly string[] };

export type EntityScore = { kinds: Readonly<Record<string, Share>>; total: Share; misses: readonly EntityMiss[] };

/** A phrase is right when the first thing found of its kind is exactly what was expected, as a dialog would take it. */
export function scoreEntities(phrases: readonly EntityPhrase[]): EntityScore {
  const read = phrases.map((phrase) => ({ ...phrase, found: foundIn(phrase) }));
  const misses = read.filter(({ kind, expected, found }) => found[0] !== asFound(kind, expected));
  const share = (kind: string | null): Share => {
    const total = read.filter((phrase) => kind === null || phrase.kind === kind).length;
    return { right: total - misses.filter((miss) => kind === null || miss.kind === kind).length, total };
  };
  const kinds = KINDS.filter((kind) => phrases.some((phrase) => phrase.kind === kind));
  return {
    kinds: Object.fromEntries(kinds.map((kind) => [kind, share(kind)])),
    total: share(null),
    misses: misses.map(({ text, kind, expected, found }) => ({ text, kind, expected, found })),
  };
}

function foundIn({ text, kind, direction, ref }: EntityPhrase): string[] {
  const language = /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en";
  const found = findEntities(text, { today: ref.slice(0, 10), language, direction });
  switch (kind) {
    case "date":
      return found.dates.map(({ date }) => date);
    case "range":
      return found.ranges.map(({ from, to }) => `${from}/${to}`);
    case "phone":
      return found.phones.map(({ phone }) => phone);
    case "order":
      return found.orderNumbers.map(({ number }) => number);
    case "name":
      return found.names.map(({ name }) => name);
  }
}

/** Order numbers are compared as they are looked up: with Latin letters where those look alike. */
function asFound(kind: EntityPhrase["kind"], expected: string): string {
  return kind === "order" ? latinLetters(expected) : expected;
}
