import { z } from "zod";

import { toE164 } from "../../clients/phones.ts";
import { calendarDay } from "../calendar-day.ts";
import type { Order } from "../order.ts";

const Text = z.string().nullish();
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform(calendarDay)
  .nullish();

/** What a plain JSON service answers, newest first. README.md describes the form. */
export const JsonAnswer = z.object({
  orders: z.array(
    z.object({
      number: z.string().min(1),
      /** One of ours, or a word of the shop's settings. */
      status: z.string(),
      phone: Text,
      customer: Text,
      purchased: Day,
      expected: Day,
      items: z
        .array(
          z.object({
            article: z.string(),
            name: Text,
            quantity: z.number().positive().default(1),
            category: Text,
          }),
        )
        .default([]),
      amount: z.number().nullish(),
      currency: Text,
    }),
  ),
});
export type JsonOrder = z.infer<typeof JsonAnswer>["orders"][number];

/** @param status What its word means. */
export function toOrder(order: JsonOrder, status: Order["status"]): Order {
  return {
    number: order.number,
    status,
    phone: toE164(order.phone ?? ""),
    customer: order.customer ?? null,
    purchasedOn: order.purchased ?? null,
    expectedOn: order.expected ?? null,
    items: order.items.map(({ article, name, quantity, category }) => ({
      article,
      name: name ?? null,
      quantity,
      category: category ?? null,
    })),
    amount: order.amount ?? null,
    currency: order.currency ?? null,
  };
}
