import { expect, test } from "vitest";

import { createPortal } from "../create-portal.ts";
import { DEMO_SEED, Seed, seedState } from "../seed.ts";
import { plantSeed } from "./plant-seed.ts";

test("a new demo portal has the orders that the demo bots are asked for, and stock that agrees with them", async () => {
  const seed = Seed.parse(DEMO_SEED);
  const portal = createPortal({ state: seedState(seed), origin: () => "http://127.0.0.1" });

  await plantSeed(portal, seed);

  expect([...portal.state.orders.values()]).toMatchObject([
    { accountNumber: "A-1042", statusId: "S", payed: "Y", deducted: "Y", price: 8300 },
    { accountNumber: "A-1043", statusId: "P", payed: "Y", deducted: "N", price: 32_500 },
    { accountNumber: "A-1044", statusId: "F", payed: "Y", deducted: "Y" },
    { accountNumber: "A-1045", statusId: "N", payed: "N", deducted: "N" },
    { accountNumber: "A-1046", statusId: "D", canceled: "Y", payed: "N" },
  ]);
  expect([...portal.state.products.values()]).toMatchObject([
    { name: "Office chair", quantity: 8, quantityReserved: 0 },
    { quantity: 4, quantityReserved: 1 },
    { name: "Desk lamp", quantity: 37, quantityReserved: 1 },
    { quantity: 0, quantityReserved: 0 },
  ]);
  expect([...portal.state.storeProducts.values()].map(({ amount }) => amount)).toEqual([8, 5, 38, 0]);
});
