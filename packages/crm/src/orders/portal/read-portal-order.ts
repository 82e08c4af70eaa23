import type { MethodResult } from "@botdeck/b24-client";

import { isArticle } from "../../products/search/article.ts";
import { toE164 } from "../../clients/phones.ts";
import { calendarDay } from "../calendar-day.ts";
import type { Order, OrderItem, OrderStatus } from "../order.ts";

export type PortalOrder = NonNullable<MethodResult<"sale.order.get">["order"]>;

/** The codes of the properties that a new portal asks a buyer for. Bitrix24 docs: sale.property.list */
export const PHONE = "PHONE";
const NAME = "FIO";
/** Shipped as a whole. */
const BEFORE_SHIPPING: readonly OrderStatus[] = ["new", "paid", "packing"];

/** An order of the portal's shop with all that belongs to it. @param status What its status means. */
export function readPortalOrder(order: PortalOrder, status: OrderStatus): Order {
  const propertyOf = (code: string): string | null =>
    order.propertyValues?.find((property) => property.code === code)?.value ?? null;
  return {
    number: order.accountNumber ?? order.id ?? "",
    status: withMarks(order, status),
    phone: toE164(propertyOf(PHONE) ?? ""),
    customer: propertyOf(NAME),
    purchasedOn: calendarDay(order.dateInsert),
    // A shop's order knows no day of its own.
    expectedOn: null,
    items: (order.basketItems ?? []).map(itemOf),
    amount: order.price ?? null,
    currency: order.currency ?? null,
  };
}

/** A status is set by hand, what was paid and shipped is booked. */
function withMarks({ canceled, deducted, payed }: PortalOrder, status: OrderStatus): OrderStatus {
  if (canceled === true) return "cancelled";
  if (deducted === true && BEFORE_SHIPPING.includes(status)) return "shipped";
  return payed === true && status === "new" ? "paid" : status;
}

type BasketItem = NonNullable<PortalOrder["basketItems"]>[number];

function itemOf({ productXmlId, name, quantity }: BasketItem): OrderItem {
  const article = productXmlId ?? "";
  return { article: isArticle(article) ? article : "", name: name ?? null, quantity: quantity ?? 1, category: null };
}
