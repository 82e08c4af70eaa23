/** A product as a client asks for it. */
export type Product = {
  id: string;
  article: string | null;
  name: string;
  /** Null when the catalog has no price. */
  price: number | null;
  currency: string | null;
  /** What is there, by store; empty when the portal keeps no stock by store. */
  stock: readonly { store: string; amount: number }[];
  /** In all stores together; null when the portal does not count. */
  total: number | null;
};

/** What words name in a shop, without what it costs and how much there is. */
export type Named = {
  products: readonly { article: string | null; name: string }[];
  /** Every store of the shop. */
  stores: readonly string[];
};

/** The products of a portal's catalog. */
export type ProductCatalog = {
  /**
   * Products that the words may mean, likeliest first, at most `limit`: an article that matches whole is the only one.
   *
   * @throws AppError when the portal does not answer or does not let us read its catalog.
   */
  find(words: string, limit: number, signal?: AbortSignal): Promise<Product[]>;
  /**
   * The same by name alone. It asks the portal nothing while the names are kept; of a catalog too large to keep it does.
   *
   * @throws AppError as `find` does.
   */
  names(words: string, limit: number, signal?: AbortSignal): Promise<Named>;
};
