import type { Named, Order } from "@botdeck/crm";
import type { RankedIntent, Said, SentFile } from "@botdeck/dialog";
import { inOwnLetters } from "@botdeck/dialog/dialogs";

import { productWords } from "./availability/product-words.ts";
import { productsIn } from "./availability/products-in.ts";
import { isNamed } from "./availability/store-names.ts";
import {
  BARE_PRODUCT,
  GOING_BACK,
  GUESSED,
  HAVE_ORDERED,
  MORE_TO_NOTE,
  NO_SIGN_OF_RETURN,
  NEXT_PRODUCT,
  NO_MERE_GREETING,
  NUMBER,
  NUMBER_ONLY,
  ORDER_UNDER_WAY,
  OWN_PRODUCT,
  PICTURE,
  PICTURE_BEFORE,
  PLACE,
  PRICE,
  PRODUCT,
  REACHABLE,
  REASON,
  type StoreEvidence,
} from "./evidence-weights.ts";
import { orNone } from "./hand-over/call-operator.ts";
import { ownPhoneOf } from "./own-phone.ts";
import { isMoreToNote } from "./purchase/note.ts";
import { reasonIn } from "./product-return/reason.ts";
import { ENDED_STATUSES } from "./requests.ts";
import type { StoreContext } from "./store-context.ts";

/** Whoever says that they have ordered something asks about that order. */
const ORDERED = /(?<!\p{L})(?:заказ(?:ыв)?ал\p{L}*|(?:i|we)(?:'ve| have)? ordered|my order)(?!\p{L})/iu;

const isPicture = ({ problem }: SentFile): boolean => problem === null;

/** What something costs. */
const PRICED =
  /(?<!\p{L})(?:цен[аыуе]\p{L}*|ценник\p{L}*|почём|почем|сколько (?:\p{L}+ )?(?:стоит|стоят|будет)|стоимость\p{L}*|подорожал\p{L}*|подешевел\p{L}*|prices?|pricing|costs?|how much)(?!\p{L})|(?<![\p{L}\d])\d{1,3} ?(?:k|к|тыщ|тыс)(?!\p{L})/iu;

/** Something is to go back. */
const RETURNED =
  /(?<!\p{L})(?:верн\p{L}*|возвра\p{L}*|обмен\p{L}*|замен\p{L}*|сда(?:ть|м|ю|вать)|назад|взад|обратно|return\p{L}*|rtn|refund\p{L}*|exchang\p{L}*|swap\p{L}*|replac\p{L}*|(?:send|bring|take|give|goes|going|money)(?: \p{L}+){0,2} back)(?!\p{L})/iu;

/** From this confidence on the words themselves tell what is wanted. */
const TELLING_AT = 0.35;
const LIKELY_AT = 0.45;
/** So many words hold more than a greeting. */
const MANY_WORDS = 4;
/** More words say something about the product. */
const MOST_BARE = 4;

/** True for words that are only a product's name. */
const isBare = (text: string): boolean => {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  return words.length <= MOST_BARE && productWords(text) === words.join(" ");
};

/** From this confidence on an intent about orders makes it worth a look whether the client has any. */
const LOOK_AT = 0.1;
/** Words about deliveries and payments in general are often about one's own. */
const ABOUT_ORDERS: ReadonlySet<string> = new Set(["orderStatus", "productReturn", "deliveryInfo", "paymentInfo"]);

/** What speaks for one wish or another beside the words: what they name, what the shop sells, what the client has ordered. */
export async function evidence(said: Said, ctx: StoreContext): Promise<readonly StoreEvidence[]> {
  const { text, understood } = said;
  const { phones, names } = understood.entities;
  const { products, stores } = await productsIn(text, ctx);
  const isNumbered = understood.entities.orderNumbers.some(({ number }) => !isArticle(number, products));
  const found: StoreEvidence[] = [...guessOf(ctx), ...signsOfReturn(said, ctx, { isNumbered, products })];
  if (isNumbered) found.push(NUMBER);
  if (text.split(/\s+/).length >= MANY_WORDS) found.push(NO_MERE_GREETING);
  if (phones.length + names.length > 0 && !isNumbered) found.push(REACHABLE);
  if (isMoreToNote(ctx) && !text.includes("?")) found.push(MORE_TO_NOTE);
  if (isNumbered) return found;
  if (products.length > 0) {
    found.push(PRODUCT);
    const isTelling = (understood.intents[0]?.confidence ?? 0) >= LIKELY_AT;
    if (isBare(text) && !isTelling && reasonIn(text) === null) found.push(BARE_PRODUCT);
    if (stores.some((store) => isNamed(store, text))) found.push(PLACE);
    if (PRICED.test(text)) found.push(PRICE);
    if (ctx.known["lastDialog"] === "availability") found.push(NEXT_PRODUCT);
    if (ORDERED.test(inOwnLetters(text))) found.push(HAVE_ORDERED);
  }
  const orders = understood.intents.some(isAboutOrders) ? await ownOrders(ctx) : [];
  if (orders.some(({ status }) => !ENDED_STATUSES.has(status))) found.push(ORDER_UNDER_WAY);
  if (orders.some((order) => products.some((product) => isOf(order, product)))) found.push(OWN_PRODUCT);
  return found;
}

type NamedThings = { isNumbered: boolean; products: Named["products"] };

/** What tells of a return, or that nothing does. */
function signsOfReturn({ text, files, understood }: Said, ctx: StoreContext, { isNumbered, products }: NamedThings) {
  const signs: StoreEvidence[] = [];
  const hasReason = reasonIn(text) !== null;
  const isSaid = RETURNED.test(inOwnLetters(text));
  const chance = understood.intents.find(({ intent }) => intent === "productReturn")?.confidence ?? 0;
  if (isSaid) signs.push(GOING_BACK);
  if (hasReason) signs.push(REASON);
  if (files.some(isPicture)) signs.push(PICTURE);
  else if (ctx.files.some(isPicture) && ctx.visit?.intent == null) signs.push(PICTURE_BEFORE);
  if (isNumbered && !isSaid && !hasReason && chance < TELLING_AT) signs.push(NUMBER_ONLY);
  return signs.length + products.length === 0 && !isNumbered && !ctx.isChoosing ? [NO_SIGN_OF_RETURN] : signs;
}

/** An article of the shop that looks like an order's number is none. */
export const isArticle = (number: string, products: Named["products"]): boolean =>
  products.some(({ article }) => article !== null && plain(article) === plain(number));

const plain = (number: string): string => number.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

const isAboutOrders = ({ intent, confidence }: RankedIntent): boolean =>
  ABOUT_ORDERS.has(intent) && confidence >= LOOK_AT;

/** Whoever was asked which of some things they mean, and goes on in their own words, rather means the likeliest. */
function guessOf({ isChoosing, known: { guess } }: StoreContext): StoreEvidence[] {
  return isChoosing && typeof guess === "string" ? [{ [guess]: GUESSED }] : [];
}

/** Orders of the phone that the messenger vouches for. */
async function ownOrders({ services, dialog, settings }: StoreContext): Promise<readonly Order[]> {
  const card = await orNone(services.clientCard());
  const phone = card === null ? null : ownPhoneOf(card, dialog, settings);
  return phone === null ? [] : ((await orNone(services.orders.byPhone(phone))) ?? []);
}

const isOf = ({ items }: Order, { article }: { article: string | null }): boolean =>
  article !== null && items.some((item) => item.article === article);
