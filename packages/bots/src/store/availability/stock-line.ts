import type { Product } from "@botdeck/crm/products";
import type { Line } from "@botdeck/dialog/dialogs";

/** What there is of a product, by store, with the store that was asked about first. */
export function stockLine({ name, price, currency, stock, total }: Product, words: string): Line {
  const hasPrice = price === null ? "no" : "yes";
  const asked = stock.find(({ store }) => isNamed(store, words));
  const stores = stock
    .toSorted((one, other) => other.amount - one.amount)
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

/** "в Казани" names the store of Kazan: the words begin alike, in either script. */
function isNamed(store: string, words: string): boolean {
  const known = toLatin(store.toLowerCase()).slice(0, 3);
  return (words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => toLatin(word).startsWith(known));
}

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  "абвгдезийклмнопрстуфыэ".split("").map((letter, index) => [letter, "abvgdeziyklmnoprstufye"[index] ?? ""]),
);
const toLatin = (text: string): string => text.replaceAll(/\p{L}/gu, (letter) => LATIN[letter] ?? letter);
