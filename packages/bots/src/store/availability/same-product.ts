import { findArticles } from "@botdeck/dialog";

import type { StoreContext } from "../store-context.ts";
import { productWords } from "./product-words.ts";
import { isNothingButStore } from "./store-names.ts";

/** More words are no mere addition. */
const MOST_WORDS = 3;

/** True for a few words after a product was told of: they may be about the same one. */
export const isMoreOnProduct = ({ known }: StoreContext, text: string): boolean =>
  known["lastDialog"] === "availability" && text.split(/\s+/).length <= MOST_WORDS;

/** True for a place after a product was told of: "а в Питере?". */
export function isPlaceOfProduct({ known }: StoreContext, text: string): boolean {
  const { stores } = known;
  return known["lastDialog"] === "availability" && Array.isArray(stores) && isNothingButStore(stores.map(String), text);
}

/** What to look for when words name no product of their own: the one before, with what they add. */
export function sameProduct(ctx: StoreContext): { words?: string } {
  const { text, known } = ctx;
  const { words } = known;
  const isSame =
    (isMoreOnProduct(ctx, text) || isPlaceOfProduct(ctx, text)) && typeof words === "string" && findArticles(text).length === 0;
  return isSame ? { words: `${words} ${productWords(text) ?? ""}`.trim() } : {};
}
