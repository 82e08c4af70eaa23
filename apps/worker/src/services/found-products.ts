import type { Product, ProductCatalog } from "@botdeck/crm";

/** A bot that looks whether words name a product asks for it a moment later; in milliseconds. */
const KEPT_MS = 20_000;
const MOST_SEARCHES = 1_000;

/** A catalog that answers the same search of a moment ago without asking the portal again. Failures are not kept. */
export function rememberSearches(catalog: ProductCatalog, now: () => number): ProductCatalog {
  const kept = new Map<string, { found: Promise<Product[]>; until: number }>();
  return {
    names: (words, limit, signal) => catalog.names(words, limit, signal),
    find(words, limit, signal) {
      const key = JSON.stringify([words, limit]);
      const known = kept.get(key);
      if (known !== undefined && now() < known.until) return known.found;
      if (kept.size >= MOST_SEARCHES) kept.clear();
      const found = catalog.find(words, limit, signal);
      kept.set(key, { found, until: now() + KEPT_MS });
      found.catch(() => kept.delete(key));
      return found;
    },
  };
}
