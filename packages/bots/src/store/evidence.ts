import type { Order, Product } from "@botdeck/crm";
import type { Evidence, Said } from "@botdeck/dialog";

import { productWords } from "./availability/product-words.ts";
import { isNamed } from "./availability/store-names.ts";
import { orNone } from "./hand-over/call-operator.ts";
import type { StoreIntent } from "./intents.ts";
import { ownPhoneOf } from "./own-phone.ts";
import { reasonIn } from "./product-return/reason.ts";
import { ENDED_STATUSES, MOST_CHOICES } from "./requests.ts";
import type { StoreContext } from "./store-context.ts";

type StoreEvidence = Evidence<StoreIntent>;

/** Whoever names an order has something to do with it. */
const NUMBER: StoreEvidence = {
  orderStatus: 3,
  productReturn: 3,
  availability: 0.2,
  purchase: 0.3,
  returnPolicy: 0.3,
  deliveryInfo: 0.5,
  paymentInfo: 0.5,
  workingHours: 0.3,
  aboutBot: 0.2,
  job: 0.2,
  yes: 0.2,
};
/** Whoever names a product of the shop wants it, has it or waits for it. */
const PRODUCT: StoreEvidence = {
  availability: 3,
  productReturn: 2,
  purchase: 1.5,
  orderStatus: 1.3,
  complaint: 0.7,
  paymentInfo: 0.7,
  deliveryInfo: 0.6,
  operator: 0.5,
  workingHours: 0.5,
  job: 0.3,
  no: 0.3,
  cancel: 0.3,
  aboutBot: 0.2,
  yes: 0.2,
  back: 0.2,
};
/** A product in a place: is it there? */
const PLACE: StoreEvidence = { availability: 3, purchase: 0.7, deliveryInfo: 0.8 };
const ORDER_UNDER_WAY: StoreEvidence = { orderStatus: 2 };
/** The product is one that the client has ordered. */
const OWN_PRODUCT: StoreEvidence = { orderStatus: 2, productReturn: 2 };
const HAVE_ORDERED: StoreEvidence = { orderStatus: 3, availability: 0.5, purchase: 0.5 };
/** Something is wrong with it. */
const REASON: StoreEvidence = { productReturn: 3, warranty: 1.5, complaint: 1.5 };
/** Whoever leaves a phone or a name with a wish wants to be called about it. */
const REACHABLE: StoreEvidence = { purchase: 3 };
const PICTURE: StoreEvidence = { productReturn: 4, complaint: 1.5 };

/** Whoever says that they have ordered something asks about that order. */
const ORDERED = /(?<!\p{L})(?:заказ(?:ыв)?ал\p{L}*|(?:i|we)(?:'ve| have)? ordered|my order)(?!\p{L})/iu;

/** From this confidence on an intent about orders makes it worth a look whether the client has any. */
const LOOK_AT = 0.1;
/** Words about deliveries and payments in general are often about one's own. */
const ABOUT_ORDERS: ReadonlySet<string> = new Set(["orderStatus", "productReturn", "deliveryInfo", "paymentInfo"]);

/** What speaks for one wish or another beside the words: what they name, what the shop sells, what the client has ordered. */
export async function evidence(said: Said, ctx: StoreContext): Promise<readonly StoreEvidence[]> {
  const { text, understood, sure } = said;
  const { orderNumbers, phones, names } = understood.entities;
  const found: StoreEvidence[] = guessOf(ctx);
  if (orderNumbers.length > 0) found.push(NUMBER);
  if (said.files.some(({ problem }) => problem === null)) found.push(PICTURE);
  // What costs a request is worth it only where words leave it open.
  if (sure !== null) return found;
  if (reasonIn(text) !== null) found.push(REASON);
  if (phones.length + names.length > 0 && orderNumbers.length === 0) found.push(REACHABLE);
  const products = orderNumbers.length > 0 ? [] : await productsIn(text, ctx);
  if (products.length > 0) {
    found.push(PRODUCT);
    if (products.some(({ stock }) => stock.some(({ store }) => isNamed(store, text)))) found.push(PLACE);
    if (ORDERED.test(text)) found.push(HAVE_ORDERED);
  }
  const isAboutOrders = understood.intents.some(
    ({ intent, confidence }) => ABOUT_ORDERS.has(intent) && confidence >= LOOK_AT,
  );
  const orders = isAboutOrders ? await ownOrders(ctx) : [];
  if (orders.some(({ status }) => !ENDED_STATUSES.has(status))) found.push(ORDER_UNDER_WAY);
  if (orders.some((order) => products.some((product) => isOf(order, product)))) found.push(OWN_PRODUCT);
  return found;
}

/** Whoever was asked which of some things they mean, and goes on in their own words, rather means the likeliest. */
function guessOf({ isChoosing, known: { guess } }: StoreContext): StoreEvidence[] {
  return isChoosing && typeof guess === "string" ? [{ [guess]: GUESSED }] : [];
}

const GUESSED = 3;

/** What of the shop's products the words name. */
export async function productsIn(text: string, { services }: StoreContext): Promise<readonly Product[]> {
  const words = productWords(text);
  return words === undefined ? [] : ((await orNone(services.catalog.find(words, MOST_CHOICES))) ?? []);
}

/** Orders of the phone that the messenger vouches for. */
async function ownOrders({ services, dialog, settings }: StoreContext): Promise<readonly Order[]> {
  const card = await orNone(services.clientCard());
  const phone = card === null ? null : ownPhoneOf(card, dialog, settings);
  return phone === null ? [] : ((await orNone(services.orders.byPhone(phone))) ?? []);
}

const isOf = ({ items }: Order, { article }: Product): boolean =>
  article !== null && items.some((item) => item.article === article);
