import { articleKeys, isArticle } from "./article.ts";
import { type Meaning, meaningOf } from "./meaning-of.ts";
import type { IndexedListing, Listing, ProductIndex } from "./product-index.ts";
import { inOtherLayout } from "./other-layout.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { wordKeys, wordsOf } from "./word-key.ts";

/** A product that fits so much worse than the best is not what was meant. */
const SHARE_OF_BEST = 0.75;
/** Of all that was asked for, weighed by how much each word tells. */
const LEAST_SCORE = 0.42;
/** Longer messages tell a story: so many of their words are looked for, those that products have before all others. */
const MOST_WORDS = 12;
/** What a Russian adjective tells against a noun: `кухонный гарнитур` are no kitchen scales. */
const ADJECTIVE_WEIGHT = 0.5;
const ADJECTIVE = /\p{L}{3}(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]ми|ую|юю|[ыи]х|[ыи]м)$/u;

/** The products that the words may mean, likeliest first. Those of an article that is named whole are the only ones. */
export function rankProducts(index: ProductIndex, words: string, limit: number): Listing[] {
  const found = rankAsWritten(index, words, limit);
  const switched = found.length > 0 ? null : inOtherLayout(words);
  return switched === null ? found : rankAsWritten(index, switched, limit);
}

function rankAsWritten(index: ProductIndex, words: string, limit: number): Listing[] {
  const named = ofArticle(index, words);
  if (named.length === 1) return named.slice(0, limit);
  const terms = termsOf(index, words);
  const candidates = named.length > 0 ? named : listingsWith(index, terms);
  const scored = candidates
    .map((listing) => ({ listing, score: scoreOf(listing, terms) }))
    .toSorted((one, other) => other.score - one.score || one.listing.name.length - other.listing.name.length);
  const best = scored[0]?.score ?? 0;
  const least = named.length > 0 ? 0 : Math.max(best * SHARE_OF_BEST, LEAST_SCORE);
  return scored
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ listing }) => listing);
}

/** The words of a question that may name a product. */
export function tellingWords(words: string): string[] {
  return [...new Set(wordsOf(words))].filter((word) => !STOP_WORDS.has(word) && !/^\p{L}$/u.test(word));
}

/** `KT-200`, `kt200` and `kt 200`, in either alphabet. */
export function articleWords(words: string): string[] {
  const parts = words.split(/[\s,;:!?()"«»]+/u).filter((part) => part !== "");
  const pairs = parts.slice(1).map((part, index) => `${parts[index] ?? ""}${part}`);
  return [...parts, ...pairs].map((part) => part.replace(/[.\-/]+$/, "")).filter((part) => /\d/.test(part));
}

/** Whether the words name an article that no product has. */
export function namesUnknownArticle({ byArticle }: ProductIndex, words: string): boolean {
  return articleWords(words).some((word) => isArticle(word) && !articleKeys(word).some((key) => byArticle.has(key)));
}

function ofArticle({ byArticle }: ProductIndex, words: string): IndexedListing[] {
  const keys = articleWords(words).flatMap(articleKeys);
  return [...new Set(keys.flatMap((key) => byArticle.get(key) ?? []))];
}

type Terms = { known: readonly Term[]; unknownWeight: number };
type Term = {
  isNumber: boolean;
  meaning: Meaning;
  /** How much it tells: a word that many products have tells little. */
  weight: number;
  /** How much of what was asked for it is. */
  share: number;
};

function termsOf(index: ProductIndex, words: string): Terms {
  const terms = mostTelling(index, tellingWords(words)).map((word): Term => {
    const meaning = meaningOf(index, wordKeys(word));
    const share = Math.log(1 + index.listings.length / Math.max(meaning.size, 1));
    const weight = ADJECTIVE.test(word) ? share * ADJECTIVE_WEIGHT : share;
    return { isNumber: /^\d/.test(word), meaning, weight, share };
  });
  const found = terms.filter(({ meaning }) => meaning.size > 0);
  // A number tells one kettle from another, and alone it may be anything.
  const known = found.some(({ isNumber }) => !isNumber) ? found : [];
  const unknownWeight = sumOf(terms.filter(({ meaning }) => meaning.size === 0));
  // People say much that names no product: it makes a doubtful likeness more doubtful, and a sure one no less sure.
  return { known, unknownWeight: Math.min(unknownWeight, sumOf(known.map(({ share }) => ({ weight: share })))) };
}

function mostTelling({ byKey }: ProductIndex, words: readonly string[]): readonly string[] {
  if (words.length <= MOST_WORDS) return words;
  const known = new Set(words.filter((word) => wordKeys(word).some((key) => byKey.has(key))));
  return [...known, ...words.filter((word) => !known.has(word))].slice(0, MOST_WORDS);
}

/** The products that any of the words may be about, in their order: all others score nothing. */
function listingsWith(index: ProductIndex, { known }: Terms): IndexedListing[] {
  const found = new Set(known.flatMap(({ meaning }) => [...meaning.keys()]));
  return index.listings.filter((listing) => found.has(listing));
}

function scoreOf(listing: IndexedListing, { known, unknownWeight }: Terms): number {
  const met = known.map(({ meaning, weight }) => ({ weight: (meaning.get(listing) ?? 0) * weight }));
  return sumOf(met) / (sumOf(known) + unknownWeight || 1);
}

function sumOf(terms: readonly { weight: number }[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
