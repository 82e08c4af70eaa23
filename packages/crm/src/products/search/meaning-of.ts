import { likeness } from "./likeness.ts";
import type { IndexedListing, ProductIndex } from "./product-index.ts";

/** The same words are asked for again in other readings of a message. */
const MOST_KEPT = 200;

/**
 * The products that an asked word may mean, and how surely, from 0 to 1. Comparing it with all words of the catalog takes
 * long, so that is done once for each word.
 *
 * @param asked Keys of the one word.
 */
export function meaningOf({ byKey, meanings }: ProductIndex, asked: readonly string[]): Meaning {
  const together = asked.join(" ");
  const known = meanings.get(together);
  if (known !== undefined) return known;
  const meaning = new Map<IndexedListing, number>();
  for (const [key, listings] of byKey) {
    let like = 0;
    for (const one of asked) like = Math.max(like, likeness(one, key));
    if (like === 0) continue;
    for (const listing of listings) {
      meaning.set(listing, Math.max(meaning.get(listing) ?? 0, like * (listing.weights.get(key) ?? 0)));
    }
  }
  if (meanings.size >= MOST_KEPT) meanings.clear();
  meanings.set(together, meaning);
  return meaning;
}

export type Meaning = ReadonlyMap<IndexedListing, number>;
