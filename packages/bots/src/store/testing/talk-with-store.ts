import { findEntities, type Understood, type Words } from "@botdeck/dialog";
import { conversation } from "@botdeck/testing/conversation";
import type { TalkOptions } from "@botdeck/testing/talk";

import { storeBot } from "../bot.ts";
import type { StoreIntent } from "../intents.ts";
import { GivenShop, openShop } from "../scripts/given-shop.ts";
import { STAGES } from "../../stages.ts";

/** Words that leave no doubt; what the bot makes of all others is not what these tests are about. */
const WISHES: readonly (readonly [StoreIntent, RegExp])[] = [
  ["operator", /a person|оператор/i],
  ["cancel", /^(?:never mind|отмена)/i],
  ["back", /^(?:back|назад)$/i],
  ["productReturn", /want to return|хочу вернуть/i],
  ["purchase", /want to buy|хочу купить/i],
  ["availability", /in stock|в наличии/i],
  ["orderStatus", /where is my order|где мой заказ/i],
  ["workingHours", /when are you open|когда вы работаете/i],
  ["thanks", /^(?:thanks|спасибо)/i],
  ["no", /^(?:no|нет)$/i],
  ["yes", /^(?:yes|да)$/i],
];

/** Understands the words above, and entities as ever; nothing has to be learned for that. */
export async function understandPlainly({ text, ...around }: Words): Promise<Understood> {
  const intents = WISHES.filter(([, pattern]) => pattern.test(text)).map(([intent]) => ({ intent, confidence: 0.95 }));
  return {
    intents: intents.slice(0, 1),
    provider: "rule",
    fellBackFrom: null,
    entities: findEntities(text, { ...around, direction: "past" }),
  };
}

export const storeTalk = (given: unknown = {}, more: Partial<TalkOptions> = {}): TalkOptions => ({
  services: openShop(GivenShop.parse(given)),
  understand: understandPlainly,
  flows: STAGES["store"]?.flows ?? {},
  ...more,
});

/** A conversation with the store's bot, whose return is led as its workflow would. */
export const talkWithStore = (given: unknown = {}, more: Partial<TalkOptions> = {}) =>
  conversation(storeBot, storeTalk(given, more));

export const PHONE = "+79161234567";

/** An order of the client's phone, bought nine days ago. */
export const ORDER = {
  number: "A-1042",
  phone: PHONE,
  customer: "Anna",
  status: "shipped",
  purchasedOn: "2026-11-12",
  expectedOn: "2026-11-22",
  items: [{ article: "KT-200", name: "Kettle Aurora" }],
  amount: 2990,
  currency: "RUB",
};

/** The same order when it has arrived. */
export const ARRIVED = { ...ORDER, status: "delivered" };
