import {
  type B24Client,
  type CallOptions,
  callTogether,
  command,
  type MethodResult,
  type Told,
} from "@botdeck/b24-client";

import type { Product } from "./product.ts";
import type { Shop } from "./read-listings.ts";
import { resultOf } from "./result-of.ts";
import type { Listing } from "./search/product-index.ts";

/** Its variations are what is sold. Bitrix24 docs: catalog.enum.getProductTypes */
const WITH_VARIATIONS = 3;

type Row = NonNullable<MethodResult<"catalog.product.list">["products"]>[number];
type Price = NonNullable<MethodResult<"catalog.price.list">["prices"]>[number];
type Stock = NonNullable<MethodResult<"catalog.storeproduct.list">["storeProducts"]>[number];

/** Prices and stock of these products as they are now, in one request. One that is no longer sold is left out. */
export async function readProducts(
  client: B24Client,
  { storeNames, basePriceId }: Shop,
  listings: readonly Listing[],
  options: CallOptions,
): Promise<Product[]> {
  const ids = listings.map(({ id }) => id);
  const select = ["id", "iblockId", "name", "type", "quantity", "quantityTrace"];
  const iblockId = [...new Set(listings.map((listing) => listing.iblockId))];
  // One by one: a page of the list ends after 50 stores, of whichever product.
  const stocks: Record<`stock${string}`, ReturnType<typeof stockCommand>> = Object.fromEntries(
    ids.map((id) => [`stock${id}`, stockCommand(id)]),
  );
  const answers = await callTogether(
    client,
    {
      products: command("catalog.product.list", { select, filter: { iblockId, id: ids, active: "Y" } }),
      prices: command("catalog.price.list", { filter: { productId: ids }, order: { id: "asc" } }),
      ...stocks,
    },
    options,
  );
  const rows = new Map((resultOf(answers.products).products ?? []).map((row) => [row.id, row]));
  const prices = resultOf(answers.prices).prices ?? [];
  return listings.flatMap((listing) => {
    const row = rows.get(listing.id);
    if (row === undefined) return [];
    const stock = stockOf(stockRows(answers, listing.id), storeNames);
    return [productOf(listing, row, priceOf(prices, listing.id, basePriceId), stock)];
  });
}

function stockCommand(productId: string) {
  return command("catalog.storeproduct.list", { filter: { productId } });
}

type Stocks = Readonly<Record<`stock${string}`, Told<MethodResult<"catalog.storeproduct.list">>>>;

function stockRows(answers: Stocks, id: string): Stock[] {
  const told = answers[`stock${id}`];
  return told === undefined ? [] : (resultOf(told).storeProducts ?? []);
}

function productOf(listing: Listing, row: Row, price: Price | null, stock: Product["stock"]): Product {
  const isCounted = row.quantityTrace !== "N" && row.type !== WITH_VARIATIONS;
  return {
    id: listing.id,
    article: listing.article,
    name: row.name ?? listing.name,
    price: price?.price ?? null,
    currency: price?.currency ?? null,
    stock: isCounted ? stock : [],
    total: isCounted ? (row.quantity ?? null) : null,
  };
}

/** The base price; of other price types the first, for a shop has to have one. */
function priceOf(prices: readonly Price[], id: string, basePriceId: string | null): Price | null {
  const own = prices.filter(({ productId }) => productId === id);
  return own.find(({ catalogGroupId }) => catalogGroupId === basePriceId) ?? own[0] ?? null;
}

function stockOf(rows: readonly Stock[], storeNames: Shop["storeNames"]): Product["stock"] {
  return rows.flatMap(({ storeId, amount }) => {
    const store = storeNames.get(storeId ?? "");
    return store === undefined ? [] : [{ store, amount: amount ?? 0 }];
  });
}
