import type { z } from "zod";

import type { ShopOrderInput } from "./shop-order-input.ts";

const [ANNA, BORIS] = [
  { phone: "+12025553101", customer: "Anna" },
  { phone: "+12025553102", customer: "Борис" },
];
const CURRENCY = "RUB";

/** What a new portal's shop has sold, to the two demo clients under the phones that the CRM has of them, and to others. */
export const DEMO_ORDERS: z.input<typeof ShopOrderInput>[] = [
  order("A-1042", ANNA, { status: "shipped", purchased: "D-6", eta: "D+1", amount: 8300 }, lamp(2)),
  order("A-1043", BORIS, { status: "packing", purchased: "D-3", eta: "D+3", amount: 32_500 }, desk(1)),
  order("A-1044", ANNA, { status: "delivered", purchased: "D-9", eta: "D-2", amount: 32_500 }, chair(4)),
  order("A-1045", BORIS, { status: "new", purchased: "D-1", eta: "D+5", amount: 4400 }, lamp(1)),
  order("A-1046", ANNA, { status: "cancelled", purchased: "D-20", amount: 8500 }, chair(1)),
  order("A-1047", BORIS, { status: "delivered", purchased: "D-40", eta: "D-33", amount: 6900 }, shelf(1)),
  order("A-1048", ANNA, { status: "at_pickup", purchased: "D-5", eta: "D-1", amount: 4400 }, lamp(1)),
  order("A-1049", BORIS, { status: "paid", purchased: "D-2", eta: "D+4", amount: 8500 }, chair(1)),
  order(
    "A-1050",
    { phone: "+12025553199", customer: "Mark" },
    { status: "shipped", purchased: "D-4", eta: "D+2", amount: 6900 },
    shelf(1),
  ),
];

type Input = z.input<typeof ShopOrderInput>;
type Item = Exclude<NonNullable<Input["items"]>[number], string>;

function order(
  number: string,
  buyer: { phone: string; customer: string },
  rest: Pick<Input, "status" | "purchased" | "eta" | "amount">,
  item: Item,
): Input {
  return { number, ...buyer, ...rest, currency: CURRENCY, items: [item] };
}

function chair(quantity: number): Item {
  return { article: "CH-100", name: "Office chair", quantity, category: "Furniture" };
}

function desk(quantity: number): Item {
  return { article: "DK-200", name: "Письменный стол", quantity, category: "Furniture" };
}

function lamp(quantity: number): Item {
  return { article: "LP-300", name: "Desk lamp", quantity, category: "Lighting" };
}

function shelf(quantity: number): Item {
  return { article: "SH-400", name: "Книжная полка", quantity, category: "Furniture" };
}
