/** Where an order stands. Each source maps its own words to these. */
export const ORDER_STATUSES = [
  "new",
  "paid",
  "packing",
  "shipped",
  "at_pickup",
  "delivered",
  "cancelled",
  "returned",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export type OrderItem = {
  article: string;
  /** As the source calls it; null when it names only the article. */
  name: string | null;
  quantity: number;
  /** What the shop files it under, such as `Electronics`; null when the source does not say. */
  category: string | null;
};

/** An order as a client asks about it. */
export type Order = {
  /** As printed on the receipt, such as `A-1042`. */
  number: string;
  status: OrderStatus;
  /** Whose order it is, in E.164; null when the source does not know. */
  phone: string | null;
  customer: string | null;
  /** Calendar day it was bought, `YYYY-MM-DD`. */
  purchasedOn: string | null;
  /** Calendar day it is expected, or was delivered; null when the source does not say. */
  expectedOn: string | null;
  items: readonly OrderItem[];
  /** In units of the currency, such as 5490.5. */
  amount: number | null;
  currency: string | null;
};

/** Where a portal's orders are. */
export type OrderSource = {
  /**
   * @param number As a person wrote it, in upper case with Latin letters; sources compare it without regard to case, blanks
   *   and a missing letter part.
   * @returns Null when there is no such order.
   * @throws AppError `unreachable` when the source does not answer in time, or answered badly of late and is spared;
   * `unsupported` when it calls the order's status by a word that nobody has said the meaning of.
   */
  byNumber(number: string, signal?: AbortSignal): Promise<Order | null>;
  /**
   * The orders of a phone in E.164, newest first, at most ten.
   *
   * @throws AppError `unreachable` and `unsupported`, as above.
   */
  byPhone(phone: string, signal?: AbortSignal): Promise<Order[]>;
};
