import type { RankedIntent, Said } from "@botdeck/dialog";

import { productWords } from "./availability/product-words.ts";
import { isMoreOnProduct } from "./availability/same-product.ts";
import { orNone } from "./hand-over/call-operator.ts";
import type { StoreIntent } from "./intents.ts";
import { ownPhoneOf } from "./own-phone.ts";
import { reasonIn } from "./product-return/reason.ts";
import { isMoreToNote } from "./purchase/note.ts";
import { ENDED_STATUSES, MOST_CHOICES } from "./requests.ts";
import type { StoreContext } from "./store-context.ts";

/** What words mean that leave the examples in doubt: an order's number by itself, or something that the shop sells. */
export async function hint({ text, understood }: Said, ctx: StoreContext): Promise<StoreIntent | null> {
  // In the middle of something only a question about goods is worth a look.
  if (ctx.isBusy) {
    const isAsked = text.trimEnd().endsWith("?") && understood.entities.orderNumbers.length === 0;
    return isAsked && (await namesProduct(ctx, text)) ? "availability" : null;
  }
  if (isBareNumber(text, understood.entities.orderNumbers)) return "orderStatus";
  const isLikely = (...but: readonly string[]) =>
    understood.intents.some(({ intent, confidence }) => !but.includes(intent) && confidence >= LIKELY_AT);
  // Who names an order and nothing else that is clear wants to know about it.
  if (understood.entities.orderNumbers.length > 0) {
    const isReturn = reasonIn(text) !== null || likelierOf(understood.intents, ABOUT_AN_ORDER) === "productReturn";
    const wish = isReturn ? "productReturn" : "orderStatus";
    return isLikely(wish) ? null : wish;
  }
  // Who leaves a phone with a wish wants to be called about it.
  const { phones, names } = understood.entities;
  const mayBuy = understood.intents.some(
    ({ intent, confidence }) => intent === "purchase" && confidence >= ctx.settings.askAt,
  );
  if (phones.length + names.length > 0 && mayBuy && !isLikely("purchase")) return "purchase";
  // More about what was just noted belongs to it.
  if (isMoreToNote(ctx) && !isLikely("purchase")) return "purchase";
  const mayBeOrder = understood.intents.some(
    ({ intent, confidence }, index) =>
      (intent === "orderStatus" && confidence >= ctx.settings.askAt) || (index === 0 && NEAR_ORDERS.has(intent)),
  );
  if (mayBeOrder && !isLikely("orderStatus", ...NEAR_ORDERS) && (await hasOrderUnderWay(ctx))) return "orderStatus";
  // A few words more about the product that was just told of.
  if (isMoreOnProduct(ctx, text) && !isLikely("availability")) return "availability";
  if (isLikely("availability") || !(await namesProduct(ctx, text))) return null;
  return ORDERED.test(text) ? "orderStatus" : (likelierOf(understood.intents, ABOUT_PRODUCTS) ?? "availability");
}

/** Whoever says that they have ordered something asks about that order. */
const ORDERED = /(?<!\p{L})(?:заказ(?:ыв)?ал\p{L}*|(?:i|we)(?:'ve| have)? ordered|my order)(?!\p{L})/iu;

/** What somebody who names a product or an order may want. */
const ABOUT_PRODUCTS: readonly StoreIntent[] = ["availability", "productReturn", "orderStatus"];
const ABOUT_AN_ORDER: readonly StoreIntent[] = ["orderStatus", "productReturn"];
/** From this confidence on another wish is likelier than what the evidence speaks for. */
const LIKELY_AT = 0.45;
/** Below this confidence an intent tells nothing. */
const HINT_AT = 0.3;

/** The likeliest of some intents, when the words tell anything of them. */
function likelierOf(ranked: readonly RankedIntent[], of: readonly StoreIntent[]): StoreIntent | null {
  const best = ranked.find(({ intent }) => of.some((each) => each === intent));
  return best === undefined || best.confidence < HINT_AT ? null : (best.intent as StoreIntent); // safe: it is one of them
}

/** Words about deliveries and payments in general are often about one's own. */
const NEAR_ORDERS: ReadonlySet<string> = new Set(["deliveryInfo", "paymentInfo"]);

/** Who waits for an order probably asks about that one. */
async function hasOrderUnderWay({ services, dialog, settings }: StoreContext): Promise<boolean> {
  const card = await orNone(services.clientCard());
  const phone = card === null ? null : ownPhoneOf(card, dialog, settings);
  const orders = phone === null ? null : await orNone(services.orders.byPhone(phone));
  return orders !== null && orders.some(({ status }) => !ENDED_STATUSES.has(status));
}

/** Words that are nothing but an order's number. */
function isBareNumber(text: string, found: readonly { start: number; end: number }[]): boolean {
  const [number] = found;
  if (number === undefined) return false;
  const rest = text.slice(0, number.start) + text.slice(number.end);
  return (rest.match(/\p{L}{3,}/gu) ?? []).every((word) => ABOUT_ORDERS.test(word));
}

const ABOUT_ORDERS = /^(?:order|orders|number|my|the|заказ\p{L}*|номер\p{L}*|мой|моего|моему|вот|это|по)$/iu;

/** Somebody who only names what the shop sells wants to know about it. */
async function namesProduct(ctx: StoreContext, text: string): Promise<boolean> {
  const words = productWords(text);
  if (words === undefined || words.split(" ").length > MOST_PRODUCT_WORDS) return false;
  const found = await orNone(ctx.services.catalog.find(words, MOST_CHOICES));
  return found !== null && found.length > 0;
}

/** More words tell a story in which a product is only mentioned. */
const MOST_PRODUCT_WORDS = 8;
