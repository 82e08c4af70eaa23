import type { B24Client, CallOptions } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";

import type { ProductCatalog } from "./product.ts";
import { readShop, searchListings, type Shop } from "./read-listings.ts";
import { readProducts } from "./read-products.ts";
import { indexProducts, type ProductIndex } from "./search/product-index.ts";
import { articleWords, namesUnknownArticle, rankProducts, tellingWords } from "./search/rank-products.ts";
import { stem } from "./search/word-key.ts";

const REFRESH_MS = 600_000;
/** Something that is not found may have been added since. */
const DOUBT_MS = 60_000;
/** Of a catalog too large to keep so many words are searched for: the longest tell the most. */
const MOST_STEMS = 4;
const MOST_PRODUCTS = 10;
const SHORTEST_STEM = 3;

type Kept = { shop: Shop; index: ProductIndex | null; readAtMs: number };

export type CatalogOptions = {
  /** What the portal's calls are for; `reply` unless told. */
  lane?: CallOptions["lane"];
  /** How old the names may be that products are found by, in milliseconds; 600,000 by default. */
  refreshMs?: number | undefined;
  now?: (() => number) | undefined;
};

/**
 * The portal's catalog. Names and articles are kept in memory, so a question takes one request for prices and stock; the
 * first one takes one or two more. Older names are read anew behind a question's back. A catalog of more than 2,500 products
 * is searched on the portal, which takes one request more each time.
 *
 * Keep one for each portal: what it knows is lost with it.
 */
export function createCatalog(client: B24Client, options: CatalogOptions = {}): ProductCatalog {
  const { lane = "reply", refreshMs = REFRESH_MS, now = Date.now } = options;
  let kept: Kept | null = null;
  let reading: Promise<Kept> | null = null;

  return {
    async find(words, limit, signal) {
      if (tellingWords(words).length === 0) return [];
      const { shop, listings } = await look(words, limit, { signal, mayBeNew: true });
      return listings.length === 0 ? [] : readProducts(client, shop, listings, { lane, signal });
    },

    async names(words, limit, signal) {
      if (tellingWords(words).length === 0) return { products: [], stores: [] };
      const { shop, listings } = await look(words, limit, { signal, mayBeNew: false });
      const products = listings.map(({ article, name }) => ({ article, name }));
      return { products, stores: [...shop.storeNames.values()] };
    },
  };

  /** @param mayBeNew What is not found may have been added since: then the names are read anew. */
  async function look(
    words: string,
    limit: number,
    { signal, mayBeNew }: { signal: AbortSignal | undefined; mayBeNew: boolean },
  ) {
    const most = Math.min(limit, MOST_PRODUCTS);
    const known = kept ?? (await unlessGone(read(lane), signal));
    if (now() - known.readAtMs > refreshMs) void read("digest").catch(() => {});
    let { shop } = known;
    let listings = await search(known, words, most, signal);
    const isDoubtful = listings.length === 0 || (known.index !== null && namesUnknownArticle(known.index, words));
    if (mayBeNew && isDoubtful && now() - known.readAtMs > DOUBT_MS) {
      const fresh = await unlessGone(read(lane), signal);
      shop = fresh.shop;
      listings = await search(fresh, words, most, signal);
    }
    return { shop, listings };
  }

  /** Once for all who wait, so nobody's cancelling ends it. */
  function read(forLane: CallOptions["lane"]): Promise<Kept> {
    reading ??= readShop(client, { lane: forLane })
      .then((shop) => {
        kept = { shop, index: shop.listings === null ? null : indexProducts(shop.listings), readAtMs: now() };
        return kept;
      })
      .finally(() => (reading = null));
    return reading;
  }

  async function search({ shop, index }: Kept, words: string, limit: number, signal: AbortSignal | undefined) {
    if (index !== null) return rankProducts(index, words, limit);
    const byLength = tellingWords(words)
      .map(stem)
      .toSorted((one, other) => other.length - one.length);
    const stems = byLength.filter((word) => word.length >= SHORTEST_STEM).slice(0, MOST_STEMS);
    const articles = articleWords(words).slice(0, MOST_STEMS);
    const found = await searchListings(client, shop.iblockIds, { stems, articles }, { lane, signal });
    return rankProducts(indexProducts(found), words, limit);
  }
}

/** The names are read for all who wait; each waits for as long as they like. */
async function unlessGone<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work;
  const { promise: gone, reject } = Promise.withResolvers<never>();
  const leave = (): void => reject(new AppError("unreachable", "Nobody waits any more for what the catalog says"));
  signal.addEventListener("abort", leave, { once: true });
  if (signal.aborted) leave();
  try {
    return await Promise.race([work, gone]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
