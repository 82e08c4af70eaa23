import type { Product } from "@botdeck/crm";
import { expect, test } from "vitest";

import { rememberSearches } from "./found-products.ts";

const kettle: Product = { id: "1", article: "KT-200", name: "Kettle", price: 1, currency: "RUB", stock: [], total: 1 };

test("a search of a moment ago costs the portal nothing, a later one and a failed one are made anew", async () => {
  let [asked, time, isAway] = [0, 0, false];
  const find = async () => {
    asked += 1;
    if (isAway) throw new Error("away");
    return [kettle];
  };
  const names = async () => ({ products: [], stores: [] });
  const catalog = rememberSearches({ find, names }, () => time);
  expect([await catalog.find("kettle", 4), await catalog.find("kettle", 4)]).toEqual([[kettle], [kettle]]);
  expect(asked).toBe(1);
  time += 20_000;
  isAway = true;
  await expect(catalog.find("kettle", 4)).rejects.toThrow("away");
  isAway = false;
  expect(await catalog.find("kettle", 4)).toEqual([kettle]);
  expect(asked).toBe(3);
});
