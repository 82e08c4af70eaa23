import type { Order, Product } from "@botdeck/crm";
import type { Said } from "@botdeck/dialog";

import { productsIn } from "./availability/products-in.ts";
import { isNamed } from "./availability/store-names.ts";
import {
  HAVE_ORDERED,
  NUMBER,
  ORDER_UNDER_WAY,
  OWN_PRODUCT,
  PICTURE,
  PLACE,
  PRODUCT,
  REACHABLE,
  REASON,
  type StoreEvidence,
} from "./evidence-weights.ts";
import { orNone } from "./hand-over/call-operator.ts";
import { ownPhoneOf } from "./own-phone.ts";
import { reasonIn } from "./product-return/reason.ts";
import { ENDED_STATUSES } from "./requests.ts";
import type { StoreContext } from "./store-context.ts";

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

/** Orders of the phone that the messenger vouches for. */
async function ownOrders({ services, dialog, settings }: StoreContext): Promise<readonly Order[]> {
  const card = await orNone(services.clientCard());
  const phone = card === null ? null : ownPhoneOf(card, dialog, settings);
  return phone === null ? [] : ((await orNone(services.orders.byPhone(phone))) ?? []);
}

const isOf = ({ items }: Order, { article }: Product): boolean =>
  article !== null && items.some((item) => item.article === article);
