import type { Order } from "@botdeck/crm/orders";
import { findArticles } from "@botdeck/dialog/dialogs";
import type { RequestStep, Said, SlotDefinition, Slots, AskStep } from "@botdeck/dialog/dialogs";

import { cardStep } from "../client/card-step.ts";

/** The client's phones that prove whose an order is: the one they told and the one the portal knows. */
export const phonesOf = ({ phone, knownPhone, ownPhone }: Slots): string[] =>
  [phone, ownPhone, knownPhone].filter((each): each is string => typeof each === "string");

export const orderOf = ({ order }: Slots): Order | null =>
  typeof order === "object" && order !== null ? (order as Order) : null; // safe: `findOrder` put it there

export const ordersOf = ({ orders }: Slots): readonly Order[] => (Array.isArray(orders) ? (orders as Order[]) : []);

const namedIn = ({ understood }: Said): string | undefined => understood.entities.orderNumbers.at(-1)?.number;

/** In words about orders a number that is nothing else is an order's, even without a letter or a word for it. */
function numberIn(said: Said): string | undefined {
  const named = namedIn(said);
  if (named !== undefined) return named;
  const { text, understood } = said;
  const { entities } = understood;
  // In a long story numbers are many things.
  if (text.split(/\s+/).length > MOST_WORDS) return undefined;
  const { dates, ranges, phones, money } = entities;
  const taken = [...dates, ...ranges, ...phones, ...money];
  const bare = [
    ...text.matchAll(
      /(?<![\p{L}\p{N}-]|\d[.,/:])\d{3,10}(?![\p{L}\p{N}-]|[.,/:]\d|\s*(?:гр|кг|мл|см|мм|вт|руб|тыс|шт|дн|км|kg|ml|cm|mm|grams?|watt|rub|usd|eur|pcs|days)(?:\p{L}*)|[₽$€%])/giu,
    ),
  ].filter(({ index }) => !taken.some(({ start, end }) => index >= start && index < end));
  return bare.length === 1 ? bare[0]?.[0] : undefined;
}

/** Where the number was asked for, what looks like a product's article is one, too. */
const askedNumberIn = (said: Said): string | undefined => numberIn(said) ?? findArticles(said.text).at(-1)?.article;

const MOST_WORDS = 12;

/** Nothing but a number, as the right one instead of what was told: "no, 1043", "ой, ошибся, 1043". */
const CORRECTED =
  /^\P{L}*(?:(?:no|nope|sorry|oops|actually|it'?s|is|i meant|mistake|my|нет|ой|упс|извините|простите|точнее|вернее|ошиб\p{L}*|опечат\p{L}*|перепутал\p{L}*|а|это)(?:\P{L}+|$)){1,4}$/iu;

/** Once an order is told, a bare number is a price, a year or a serial number, unless it takes the told one back. */
const newNumberIn = (said: Said, { number }: Slots): string | undefined =>
  number === undefined || CORRECTED.test(said.text) ? numberIn(said) : namedIn(said);

const phoneIn = (said: Said): string | undefined => said.understood.entities.phones.at(-1)?.phone;

/** Slots of every dialog that is about one of the client's orders. */
export const ORDER_SLOTS = {
  number: {
    expects: "orderNumber",
    decides: ["order", "again", "isUnknown"],
    find: newNumberIn,
    read(said) {
      const number = askedNumberIn(said);
      if (number !== undefined) return { kind: "value", value: number };
      const phone = phoneIn(said);
      // Who has no number at hand may be found by the phone.
      return phone === undefined ? { kind: "unclear" } : { kind: "value", value: undefined, also: { phone } };
    },
  },
  phone: {
    expects: "phone",
    decides: ["order", "orders", "again", "isUnknown"],
    find: phoneIn,
    read(said) {
      const phone = phoneIn(said);
      return phone === undefined ? { kind: "unclear" } : { kind: "value", value: phone };
    },
  },
  again: {
    expects: "orderNumber",
    read(said) {
      const number = askedNumberIn(said);
      const phone = phoneIn(said);
      if (number === undefined && phone === undefined) return { kind: "unclear" };
      const told = { ...(number !== undefined && { number }), ...(phone !== undefined && { phone }) };
      return { kind: "value", value: true, also: told };
    },
  },
} as const satisfies Record<string, SlotDefinition>;

const CARD = cardStep({
  if: ({ number, phone }) => number === undefined || phone === undefined,
  when: "number or phone is not told",
});

const OWN_ORDERS: RequestStep = {
  kind: "request",
  // A phone that was only typed opens nothing by itself.
  if: (slots) => slots["number"] === undefined && slots["ownPhone"] !== undefined,
  when: "the messenger tells the phone",
  request: "ownOrders",
  params: ({ ownPhone }) => ({ phone: ownPhone }),
  fills: ["orders"],
  take: (answer) => ({ slots: { orders: answer } }),
};

const ASK_NUMBER: AskStep = {
  kind: "ask",
  slot: "number",
  if: (slots) => ordersOf(slots).length === 0 && slots["orders"] !== "away",
  when: "no order is known",
  ask: (slots) => ({ text: slots["orders"] === undefined ? "askNumber" : "askNumberNoneFound" }),
  again: () => ({ text: "numberUnclear" }),
};

const ASK_PHONE: AskStep = {
  kind: "ask",
  slot: "phone",
  if: (slots) => slots["number"] !== undefined && phonesOf(slots).length === 0,
  when: "the portal knows no phone",
  ask: () => ({ text: "askPhone" }),
  again: () => ({ text: "phoneUnclear" }),
};

const FIND: RequestStep = {
  kind: "request",
  // An unknown one is looked for again only with what was told since.
  if: ({ number, isUnknown, again }) => number !== undefined && (isUnknown !== true || again !== undefined),
  when: "there is something to look for",
  request: "findOrder",
  params: (slots) => ({ number: slots["number"], phones: phonesOf(slots) }),
  fills: ["order"],
  take(answer, slots) {
    if (answer !== null) return { slots: { order: answer, isUnknown: undefined } };
    const say = { text: "orderUnknown", values: { number: String(slots["number"]) } };
    return { slots: { isUnknown: true, again: undefined }, miss: { slot: "again", say } };
  },
};

const ASK_AGAIN: AskStep = {
  kind: "ask",
  slot: "again",
  if: (slots) => slots["isUnknown"] === true && slots["order"] === undefined,
  when: "no such order of this client",
  ask: (slots) => ({ text: "orderUnknown", values: { number: String(slots["number"]) } }),
  again: () => ({ text: "numberUnclear" }),
};

/** Who the client is and which orders they have. */
export const CLIENT_STEPS = { card: CARD, ownOrders: OWN_ORDERS };
/** From a number and a phone to the order, if it is theirs. */
export const FIND_STEPS = { number: ASK_NUMBER, phone: ASK_PHONE, findOrder: FIND, again: ASK_AGAIN };
