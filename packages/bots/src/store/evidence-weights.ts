import type { Evidence } from "@botdeck/dialog";

import type { StoreIntent } from "./intents.ts";

export type StoreEvidence = Evidence<StoreIntent>;

/** Whoever names an order has something to do with it. */
export const NUMBER: StoreEvidence = {
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
/** An order is named, and nothing tells of a return. */
export const NUMBER_ONLY: StoreEvidence = { orderStatus: 5, productReturn: 0.35 };
/** Whoever names a product of the shop wants it, has it or waits for it. */
export const PRODUCT: StoreEvidence = {
  availability: 3,
  productReturn: 2,
  purchase: 1.5,
  orderStatus: 1.6,
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
/** Another product, after one was told of. */
export const NEXT_PRODUCT: StoreEvidence = { availability: 4 };
/** Something is to go back, or may have to. */
export const GOING_BACK: StoreEvidence = { productReturn: 2, returnPolicy: 2, availability: 0.5 };
/** Nothing tells of a return but the sound of the words: what begins one has to be said. */
export const NO_SIGN_OF_RETURN: StoreEvidence = { productReturn: 0.5 };
/** A product and nothing else. */
export const BARE_PRODUCT: StoreEvidence = { availability: 4, productReturn: 0.5 };
/** A greeting is short. */
export const NO_MERE_GREETING: StoreEvidence = { greeting: 0.3 };
/** What the bot took for the likeliest when it asked. */
export const GUESSED = 3;
/** More about what was just noted. */
export const MORE_TO_NOTE: StoreEvidence = { purchase: 4 };
/** A product and what it costs. */
export const PRICE: StoreEvidence = { availability: 3 };
/** A product in a place: is it there? */
export const PLACE: StoreEvidence = { availability: 4, purchase: 0.7, deliveryInfo: 0.8 };
export const ORDER_UNDER_WAY: StoreEvidence = { orderStatus: 2 };
/** The product is one that the client has ordered. */
export const OWN_PRODUCT: StoreEvidence = { orderStatus: 2, productReturn: 2 };
export const HAVE_ORDERED: StoreEvidence = { orderStatus: 3, availability: 0.5, purchase: 0.5 };
/** Something is wrong with it. */
export const REASON: StoreEvidence = { productReturn: 3, warranty: 1.5, complaint: 1.5 };
/** Whoever leaves a phone or a name with a wish wants to be called about it. */
export const REACHABLE: StoreEvidence = { purchase: 3 };
export const PICTURE: StoreEvidence = { productReturn: 4, complaint: 1.5 };
/** A picture came before in this visit, and nobody has said yet what it is about. */
export const PICTURE_BEFORE: StoreEvidence = { productReturn: 3, availability: 0.5 };
