import { expect, test } from "vitest";

import { sumByCurrency } from "./money.ts";

test("amounts are added up exactly, and never across currencies", () => {
  const roubles = Array.from({ length: 10 }, () => ({ currency: "RUB", amount: 0.1 }));
  const dollars = [
    { currency: "USD", amount: 1.005 },
    { currency: "USD", amount: -0.5 },
  ];
  expect(sumByCurrency([...dollars, ...roubles])).toEqual([
    { currency: "RUB", amount: 1, count: 10 },
    { currency: "USD", amount: 0.5, count: 2 },
  ]);
  expect(sumByCurrency([])).toEqual([]);
});
