import { findArticles } from "@botdeck/dialog";

import { productsIn } from "./products-in.ts";
import type { StoreContext } from "../store-context.ts";
import { productWords } from "./product-words.ts";
import { isNamed, isNothingButStore } from "./store-names.ts";

/** More words are no mere addition. */
const MOST_WORDS = 3;

/** True for a few words that tell something after a product was told of: they may be about the same one. */
export const isMoreOnProduct = ({ known }: StoreContext, text: string): boolean =>
  known["lastDialog"] === "availability" && text.split(/\s+/).length <= MOST_WORDS && productWords(text) !== undefined;

/** True for a place after a product was told of: "а в Питере?". */
export const isPlaceOfProduct = ({ known }: StoreContext, text: string): boolean =>
  known["lastDialog"] === "availability" && isNothingButStore(storesOf(known), text);

const storesOf = ({ stores }: StoreContext["known"]): string[] => (Array.isArray(stores) ? stores.map(String) : []);

/** True for words that name another place for a product that was told of: "нет, я буду в Питере". */
export const isAboutPlace = ({ known }: StoreContext, text: string): boolean =>
  known["lastDialog"] === "availability" && storesOf(known).some((store) => isNamed(store, text));

/** What to look for when words name no product of their own: the one before, with what they add. */
export async function sameProduct(ctx: StoreContext): Promise<{ words?: string }> {
  const { text, known } = ctx;
  const { words } = known;
  if (typeof words !== "string" || findArticles(text).length > 0) return {};
  const added = productWords(text)?.split(" ") ?? [];
  if (isAboutPlace(ctx, text)) return await elsewhere(ctx, words, added);
  return isMoreOnProduct(ctx, text) ? { words: [words, ...added].join(" ") } : {};
}

/** Another place takes the one before it back, unless another product is meant as well. */
async function elsewhere(ctx: StoreContext, words: string, added: readonly string[]): Promise<{ words?: string }> {
  const isPlace = (word: string) => storesOf(ctx.known).some((store) => isNamed(store, word));
  const others = added.filter((word) => !isPlace(word)).join(" ");
  if (others !== "" && (await productsIn(others, ctx)).products.length > 0) return {};
  const product = words.split(" ").filter((word) => !isPlace(word));
  return { words: [...product, ...added.filter(isPlace)].join(" ") };
}
