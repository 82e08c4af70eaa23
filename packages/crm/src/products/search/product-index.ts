import { articleKeys, isArticle } from "./article.ts";
import { wordKey, wordsOf } from "./word-key.ts";

/** A product as it can be found. */
export type Listing = {
  id: string;
  iblockId: string;
  article: string | null;
  name: string;
  /** The name in another language, such as the announcement keeps it; null when there is none. */
  otherName: string | null;
  /** What else tells of it. */
  about: string;
};

export type ProductIndex = {
  listings: readonly IndexedListing[];
  /** Products by every spelling of their articles, and of what reads as one in their names. */
  byArticle: ReadonlyMap<string, readonly IndexedListing[]>;
  /** Products by the keys of the words that they are known by. */
  byKey: ReadonlyMap<string, readonly IndexedListing[]>;
  /** What the words meant that were asked for of late. */
  meanings: Map<string, ReadonlyMap<IndexedListing, number>>;
};

/** With what each of its words counts. */
export type IndexedListing = Listing & { weights: ReadonlyMap<string, number> };

const OTHER_NAME_WEIGHT = 0.97;
const ABOUT_WEIGHT = 0.5;
/** `500ml` is in many names, and no article. */
const MEASURE = /^\d+(?:[.,]\d+)?\p{L}{1,3}$/u;
const SHORTEST_IN_NAME = 4;

export function indexProducts(listings: readonly Listing[]): ProductIndex {
  const indexed = listings.map((listing) => ({ ...listing, weights: weightsOf(listing) }));
  const byArticle = new Map<string, IndexedListing[]>();
  for (const listing of indexed) {
    for (const key of new Set(articlesOf(listing).flatMap(articleKeys))) {
      byArticle.set(key, [...(byArticle.get(key) ?? []), listing]);
    }
  }
  const byKey = new Map<string, IndexedListing[]>();
  for (const listing of indexed) {
    for (const key of listing.weights.keys()) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [listing]);
      else known.push(listing);
    }
  }
  return { listings: indexed, byArticle, byKey, meanings: new Map() };
}

/** What reads as an article in a name, such as `KT-200` in `Kettle Aurora KT-200`. */
export function articlesIn(name: string): string[] {
  const words = name.split(/[\s,;()"«»]+/u);
  return words.filter((word) => isArticle(word) && word.length >= SHORTEST_IN_NAME && !MEASURE.test(word));
}

function withoutArticles(name: string): string {
  return articlesIn(name).reduce((rest, article) => rest.replace(article, " "), name);
}

function articlesOf({ article, name }: Listing): string[] {
  return [...(article === null ? [] : [article]), ...articlesIn(name)];
}

/** Articles are no words: `KT-999` is not half of `KT-200`. */
function weightsOf({ name, otherName, about }: Listing): Map<string, number> {
  const weights = new Map<string, number>();
  const weigh = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) {
      const key = wordKey(word);
      weights.set(key, Math.max(weights.get(key) ?? 0, weight));
    }
  };
  weigh(withoutArticles(name), 1);
  weigh(withoutArticles(otherName ?? ""), OTHER_NAME_WEIGHT);
  weigh(about, ABOUT_WEIGHT);
  return weights;
}
