import { AppError } from "@botdeck/core";
import { type Order, ORDER_STATUSES, type Product } from "@botdeck/crm";
import { z } from "zod";

import type { StoreServices } from "../services.ts";

const Day = z.iso.date().nullable().default(null);

const GivenOrder = z.strictObject({
  number: z.string(),
  status: z.enum(ORDER_STATUSES).default("shipped"),
  phone: z.string().nullable().default(null),
  customer: z.string().nullable().default(null),
  purchasedOn: Day,
  expectedOn: Day,
  items: z
    .array(
      z.strictObject({
        article: z.string(),
        name: z.string().nullable().default(null),
        quantity: z.number().default(1),
        category: z.string().nullable().default(null),
      }),
    )
    .default([]),
  amount: z.number().nullable().default(null),
  currency: z.string().nullable().default(null),
}) satisfies z.ZodType<Order>;

const GivenProduct = z
  .strictObject({
    article: z.string().nullable().default(null),
    name: z.string(),
    price: z.number().nullable().default(null),
    currency: z.string().nullable().default("RUB"),
    /** Pieces by store. */
    stock: z.record(z.string(), z.number()).default({}),
  })
  .transform(({ stock, ...product }): Product => {
    const stores = Object.entries(stock).map(([store, amount]) => ({ store, amount }));
    const total = stores.reduce((sum, { amount }) => sum + amount, 0);
    return { ...product, id: product.article ?? product.name, stock: stores, total };
  });

/** What a written conversation may say about the shop around the bot. */
export const GivenShop = z.strictObject({
  orders: z.array(GivenOrder).default([]),
  products: z.array(GivenProduct).default([]),
  /** True when every search finds all of the products, whatever the words; else a word of the name or the article has to be there. */
  anyWordsFind: z.boolean().default(false),
  /** The client's phone as the CRM has it, and as their messenger tells it; in E.164. */
  clientPhone: z.string().nullable().default(null),
  messengerPhone: z.string().nullable().default(null),
  clientName: z.string().nullable().default(null),
  /** What does not answer. */
  away: z.array(z.enum(["orders", "catalog"])).default([]),
});
export type GivenShop = z.output<typeof GivenShop>;

/** A shop in which all is as it was given. */
export function openShop(given: GivenShop): StoreServices {
  const { orders, products, anyWordsFind, clientPhone, messengerPhone, clientName, away } = given;
  async function answer<Answer>(from: "orders" | "catalog", value: Answer): Promise<Answer> {
    if (away.includes(from)) throw new AppError("unreachable", "It is given that this does not answer");
    return value;
  }
  return {
    orders: {
      byNumber: (number) => answer("orders", orders.find((order) => isSameNumber(order.number, number)) ?? null),
      byPhone: (phone) =>
        answer(
          "orders",
          orders.filter((order) => order.phone === phone),
        ),
    },
    catalog: {
      names: (words, limit) =>
        answer("catalog", {
          products: products.filter((product) => anyWordsFind || isNamed(product, words)).slice(0, limit),
          stores: [...new Set(products.flatMap(({ stock }) => stock.map(({ store }) => store)))],
        }),
      find: (words, limit) =>
        answer("catalog", products.filter((product) => anyWordsFind || isNamed(product, words)).slice(0, limit)),
    },
    refusals: { areTooMany: () => false, note: () => {} },
    clientCard: async () => ({
      leadId: null,
      contactId: null,
      phone: clientPhone ?? messengerPhone,
      ownPhone: messengerPhone,
      name: clientName,
    }),
    knownCard: () => null,
    transcript: async () => "",
  };
}

/** As order sources compare them: `1042` is `A-1042`. */
function isSameNumber(number: string, asked: string): boolean {
  const [whole, wanted] = [number, asked].map((each) => each.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, ""));
  return whole === wanted || whole?.replace(/^\p{L}+/u, "") === wanted;
}

function isNamed({ name, article }: Product, words: string): boolean {
  const asked = wordsOf(words);
  return wordsOf(`${name} ${article ?? ""}`).some((word) => asked.includes(word));
}

/** Endings are no part of the comparison. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, 5));
