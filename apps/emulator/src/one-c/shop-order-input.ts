import { z } from "zod";

import { SHOP_ORDER_STATUSES, type ShopOrder } from "../state/shop-orders.ts";
import type { State } from "../state/state.ts";

const Day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}|D[+-]\d{1,4})$/, "a day is YYYY-MM-DD, or such as D-9 or D+2");
const Item = z.strictObject({
  article: z.string().min(1),
  name: z.string().min(1).nullish(),
  quantity: z.number().positive().default(1),
  category: z.string().min(1).nullish(),
});

/** An order as the control API and a seed take it; a text among its items is the article of one piece. */
export const ShopOrderInput = z.object({
  number: z.string().trim().min(1),
  status: z.enum(SHOP_ORDER_STATUSES),
  phone: z
    .string()
    .regex(/^\+\d{7,15}$/, "a phone is in E.164: +79161234567")
    .nullish(),
  customer: z.string().nullish(),
  purchased: Day.nullish(),
  eta: Day.nullish(),
  items: z.array(z.union([z.string().min(1), Item])).default([]),
  amount: z.number().nullish(),
  currency: z.string().length(3).nullish(),
});
export type ShopOrderInput = z.infer<typeof ShopOrderInput>;

/** Adds an order, or replaces the one of the same number. */
export function keepShopOrder(state: State, { number, eta, items, ...input }: ShopOrderInput): ShopOrder {
  const order: ShopOrder = {
    id: number,
    status: input.status,
    phone: input.phone ?? null,
    customer: input.customer ?? null,
    purchased: input.purchased ?? null,
    expected: eta ?? null,
    items: items.map((item) => {
      const { article, name, quantity, category } = Item.parse(typeof item === "string" ? { article: item } : item);
      return { article, name: name ?? null, quantity, category: category ?? null };
    }),
    amount: input.amount ?? null,
    currency: input.currency ?? null,
  };
  state.shopOrders.set(order.id, order);
  return order;
}
