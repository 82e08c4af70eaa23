/** An order as a client asks for it. */
export type Order = {
  /** As printed on the receipt, such as `A-1042`. */
  number: string;
  status: "accepted" | "packed" | "on_its_way" | "delivered";
  /** Calendar day it is expected or was delivered, `YYYY-MM-DD`. */
  day: string;
};

/** Where a bot looks orders up. */
export type OrderSource = {
  /**
   * @returns Null when there is no order of that number.
   * @throws AppError `unreachable` when the source does not answer.
   */
  find(number: string): Promise<Order | null>;
};
