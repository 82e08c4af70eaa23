import type { Said } from "@botdeck/dialog";

import { productsIn } from "./availability/products-in.ts";
import { isAboutPlace, isMoreOnProduct, isPlaceOfProduct } from "./availability/same-product.ts";
import { isArticle } from "./evidence.ts";
import { type StoreIntent, storeIntents } from "./intents.ts";
import { isMoreToNote } from "./purchase/note.ts";
import { farewellOf } from "./rating/farewell-of.ts";
import type { StoreContext } from "./store-context.ts";

/** From this confidence on another wish is likelier than that the words go on with what was before. */
const LIKELY_AT = 0.45;
/** Above this an intent beside thanks is what is wanted. */
const OTHER_AT = 0.2;
/** From this confidence on a question in the middle of something may be for a product. */
const STOCK_AT = 0.15;

/** What words mean that say nothing by themselves: an order's number, or a little more about what was just spoken of. */
export async function hint(said: Said, ctx: StoreContext): Promise<StoreIntent | null> {
  const { text, understood } = said;
  const { orderNumbers } = understood.entities;
  const isNumber = isBareNumber(text, orderNumbers) && !(await namesArticle(text, ctx));
  // In the middle of something only a number and a question about goods are worth a look.
  if (ctx.isBusy) {
    if (isNumber) return "orderStatus";
    const isAsked = text.trimEnd().endsWith("?") && orderNumbers.length === 0;
    const isForStock = understood.intents.some(
      ({ intent, confidence }) => intent === "availability" && confidence >= STOCK_AT,
    );
    return isAsked && isForStock && (await productsIn(text, ctx)).products.length > 0 ? "availability" : null;
  }
  if (isNumber) return ctx.isChoosing && ctx.known["guess"] === "productReturn" ? "productReturn" : "orderStatus";
  if (isPlaceOfProduct(ctx, text)) return "availability";
  const isLikely = (but: StoreIntent) =>
    understood.intents.some(({ intent, confidence }) => intent !== but && confidence >= LIKELY_AT);
  if (ctx.visit?.isAnswered === true && THANKS.test(text) && isNoMore(said)) return "thanks";
  if ((isMoreOnProduct(ctx, text) || isAboutPlace(ctx, text)) && !isLikely("availability")) return "availability";
  return isMoreToNote(ctx) && (!text.includes("?") || !isLikely("purchase")) ? "purchase" : null;
}

/** Whoever thanks for an answer has nothing else at heart that is clear. */
const THANKS =
  /(?<!\p{L})(?:спасиб\p{L}*|благодар\p{L}*|спс|пасиб\p{L}*|рахмет|thanks?|thank you|thx|cheers)(?!\p{L})/iu;

/** Neither a complaint nor another wish stands beside the thanks. */
const isNoMore = ({ text, understood }: Said): boolean =>
  farewellOf(text) !== "complaint" &&
  understood.intents.every(
    ({ intent, confidence }) => storeIntents[intent as StoreIntent]?.isTalk === true || confidence < OTHER_AT,
  );

const namesArticle = async (text: string, ctx: StoreContext): Promise<boolean> =>
  isArticle(text.trim(), (await productsIn(text, ctx)).products);

/** Words that are nothing but an order's number. */
function isBareNumber(text: string, found: readonly { start: number; end: number }[]): boolean {
  const [number] = found;
  if (number === undefined) return false;
  const rest = text.slice(0, number.start) + text.slice(number.end);
  return (rest.match(/\p{L}{3,}/gu) ?? []).every((word) => BESIDE_A_NUMBER.test(word));
}

const BESIDE_A_NUMBER = /^(?:order|orders|number|my|the|заказ\p{L}*|номер\p{L}*|мой|моего|моему|вот|это|по)$/iu;
