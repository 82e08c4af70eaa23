import { AppError } from "@botdeck/core";
import { z } from "zod";

import type { Portal } from "../portal.ts";
import { execute } from "../rest/execute.ts";
import type { Execution } from "../rest/execute.ts";
import type { Caller } from "../rest/method.ts";
import { METHODS } from "../rest/methods.ts";
import type { Params } from "../rest/params.ts";
import type { CatalogRow } from "../state/catalog.ts";
import { nextId } from "../state/state.ts";
import { ensureCatalog } from "./basics.ts";

/** A product as a day of clients brings it. */
export const ProductInput = z.object({
  article: z.string().trim().min(1),
  name: z.string().min(1),
  nameRu: z.string().min(1).nullish(),
  price: z.number().min(0).nullish(),
  currency: z.string().length(3).default("RUB"),
  /** Pieces by city: each city is a store of that title. */
  stock: z.record(z.string().min(1), z.number().min(0)).default({}),
});
type ProductInput = z.infer<typeof ProductInput>;

/**
 * Adds a product to the portal's catalog, or changes the one of the same article, which stands in `xmlId`. The catalog has
 * one name: it is that in the portal's language, and the name in the other language goes into `previewText`.
 */
export async function keepProduct(execution: Execution, product: ProductInput): Promise<void> {
  const { portal } = execution;
  const { state } = portal;
  const { iblockId } = ensureCatalog(portal);
  const isRussian = administratorOf(portal).language === "ru";
  const names = isRussian ? [product.nameRu ?? product.name, product.name] : [product.name, product.nameRu ?? ""];
  const quantity = Object.values(product.stock).reduce((sum, amount) => sum + amount, 0);
  const code = product.article.toLowerCase();
  const fields = { xmlId: product.article, code, name: names[0], previewText: names[1], quantity };
  const isSame = (row: CatalogRow): boolean =>
    String(row["xmlId"] ?? "").toLowerCase() === product.article.toLowerCase();
  const known = [...state.products.values()].find(isSame);
  if (known === undefined) await call(execution, "catalog.product.add", { fields: { ...fields, iblockId } });
  else await call(execution, "catalog.product.update", { id: known.id, fields });
  const productId = known?.id ?? [...state.products.values()].findLast(isSame)?.id;
  if (productId === undefined) throw new AppError("invariant", `The product ${product.article} was not kept.`);
  if (product.price != null) await keepPrice(execution, productId, product.price, product.currency);
  await keepStock(execution, productId, product.stock);
}

async function keepPrice(execution: Execution, productId: number, price: number, currency: string): Promise<void> {
  const { prices, priceTypes } = execution.portal.state;
  const known = [...prices.values()].find((row) => row["productId"] === productId);
  const fields = { productId, catalogGroupId: [...priceTypes.keys()][0], price, currency };
  if (known === undefined) await call(execution, "catalog.price.add", { fields });
  else await call(execution, "catalog.price.update", { id: known.id, fields });
}

/** No REST method writes stock: documents of the warehouse do. */
async function keepStock(execution: Execution, productId: number, stock: ProductInput["stock"]): Promise<void> {
  const { state } = execution.portal;
  for (const [id, row] of state.storeProducts) if (row["productId"] === productId) state.storeProducts.delete(id);
  for (const [city, amount] of Object.entries(stock)) {
    const isCity = (row: CatalogRow): boolean => row["title"] === city;
    if (![...state.stores.values()].some(isCity)) {
      await call(execution, "catalog.store.add", { fields: { title: city, address: city } });
    }
    const storeId = [...state.stores.values()].find(isCity)?.id;
    const id = nextId(state, "storeProduct");
    state.storeProducts.set(id, { id, productId, storeId, amount, quantityReserved: 0 });
  }
}

function administratorOf({ state }: Portal): Caller["user"] {
  const [administrator] = state.people.values();
  if (administrator === undefined) throw new AppError("invariant", "A portal needs at least one person.");
  return administrator;
}

async function call(execution: Execution, method: string, params: Params): Promise<void> {
  const user = administratorOf(execution.portal);
  const caller: Caller = { kind: "webhook", user, scopes: METHODS.flatMap(({ scopes }) => scopes), key: "shop" };
  const outcome = await execute(execution, caller, method, params);
  if (!outcome.ok) throw new AppError("invalid", `${method} answered ${outcome.error.code}: ${outcome.error.message}`);
}
