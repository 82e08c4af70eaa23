/** What an order of the shop's own system says of one line. */
export type ShopOrderItem = {
  article: string;
  /** As the shop calls it; null for the name in the portal's catalog, if it knows the article. */
  name: string | null;
  quantity: number;
  /** What the shop files it under; null when it does not say. */
  category: string | null;
};

/** An order of the shop's own system, which is no part of the portal. `id` is the number on the receipt. */
export type ShopOrder = {
  id: string;
  status: ShopOrderStatus;
  /** In E.164. */
  phone: string | null;
  customer: string | null;
  /** `YYYY-MM-DD`, or a day counted from today, such as `D-9`: a demo order never gets old. */
  purchased: string | null;
  /** The day it is expected, or was delivered; a day as above. */
  expected: string | null;
  items: ShopOrderItem[];
  amount: number | null;
  currency: string | null;
};

export const SHOP_ORDER_STATUSES = [
  "new",
  "paid",
  "packing",
  "shipped",
  "at_pickup",
  "delivered",
  "cancelled",
  "returned",
] as const;
export type ShopOrderStatus = (typeof SHOP_ORDER_STATUSES)[number];

export type ShopOrdersState = { shopOrders: Map<string, ShopOrder> };

export function emptyShopOrders(): ShopOrdersState {
  return { shopOrders: new Map() };
}
