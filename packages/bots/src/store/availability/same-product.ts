import { findArticles } from "@botdeck/dialog";

import type { StoreContext } from "../store-context.ts";
import { productWords } from "./product-words.ts";

/** More words are no mere addition. */
const MOST_WORDS = 3;

/** True for a few words after a product was told of: they may be about the same one. */
export const isMoreOnProduct = ({ known }: StoreContext, text: string): boolean =>
  known["lastDialog"] === "availability" && text.split(/\s+/).length <= MOST_WORDS;

/** What to look for when words name no product of their own: the one before, with what they add. */
export function sameProduct(ctx: StoreContext): { words?: string } {
  const { text, known } = ctx;
  const { words } = known;
  const isSame = isMoreOnProduct(ctx, text) && typeof words === "string" && findArticles(text).length === 0;
  return isSame ? { words: `${words} ${productWords(text) ?? ""}`.trim() } : {};
}
