import type { Product } from "@botdeck/crm/products";
import type { Line } from "@botdeck/dialog/dialogs";

import { isNamed } from "./store-names.ts";

/** What there is of a product, by store, with the store that was asked about first. */
export function stockLine({ name, price, currency, stock, total }: Product, words: string): Line {
  const hasPrice = price === null ? "no" : "yes";
  const asked = stock.find(({ store }) => isNamed(store, words));
  const stores = stock
    .toSorted((one, other) => Number(other === asked) - Number(one === asked) || other.amount - one.amount)
    .map(({ store, amount }) => `${store}: ${amount}`)
    .join(", ");
  return {
    text: total === 0 ? "productNone" : asked !== undefined && asked.amount <= 0 ? "productElsewhere" : "productThere",
    values: {
      name,
      hasPrice,
      price: price ?? 0,
      currency: currency ?? "",
      stores,
      total: total ?? 0,
      hasStores: stores === "" ? "no" : "yes",
      store: asked?.store ?? "",
    },
  };
}
