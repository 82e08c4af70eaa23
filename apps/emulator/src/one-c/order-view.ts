import type { CatalogRow } from "../state/catalog.ts";
import type { ShopOrder, ShopOrderStatus } from "../state/shop-orders.ts";
import type { State } from "../state/state.ts";

/** An order as the plain JSON service gives it: every name and day is known now. */
export type OrderView = {
  number: string;
  status: ShopOrderStatus;
  phone: string | null;
  customer: string | null;
  /** `YYYY-MM-DD` */
  purchased: string | null;
  expected: string | null;
  items: { article: string; name: string | null; quantity: number; category: string | null }[];
  amount: number | null;
  currency: string | null;
};

/** All orders, the newest first. */
export function orderViews(state: State, now: Date): OrderView[] {
  const byArticle = new Map([...state.products.values()].map((row) => [articleOf(row), row]));
  const views = [...state.shopOrders.values()].map((order) => orderView(order, byArticle, now));
  return views.toSorted(
    (one, other) =>
      (other.purchased ?? "").localeCompare(one.purchased ?? "") || other.number.localeCompare(one.number),
  );
}

function orderView(order: ShopOrder, byArticle: ReadonlyMap<string, CatalogRow>, now: Date): OrderView {
  const { id, status, phone, customer, amount, currency } = order;
  const nameOf = (article: string): string | null => {
    const name = byArticle.get(article.toUpperCase())?.["name"];
    return typeof name === "string" ? name : null;
  };
  return {
    number: id,
    status,
    phone,
    customer,
    purchased: dayOf(order.purchased, now),
    expected: dayOf(order.expected, now),
    items: order.items.map(({ article, name, quantity, category }) => ({
      article,
      name: name ?? nameOf(article),
      quantity,
      category,
    })),
    amount,
    currency,
  };
}

function articleOf(row: CatalogRow): string {
  return typeof row["xmlId"] === "string" ? row["xmlId"].toUpperCase() : "";
}

/** A day counted from today becomes one of the calendar, in this machine's time zone. */
function dayOf(day: string | null, now: Date): string | null {
  if (day === null || !day.startsWith("D")) return day;
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + Number(day.slice(1)));
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
