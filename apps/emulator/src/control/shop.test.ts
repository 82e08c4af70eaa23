import { expect, test } from "vitest";

import { send } from "../testing/send.ts";
import { startTestPortal } from "../testing/test-portal.ts";

const KETTLE = {
  article: "KT-200",
  name: "Electric kettle Aurora KT-200",
  nameRu: "Чайник электрический Aurora KT-200",
  price: 2990,
  currency: "RUB",
  stock: { Moscow: 4, Kazan: 0 },
};

test("a product is added with its names, price and stock by city, and changed when it comes again", async () => {
  const world = await startTestPortal();
  const hook = await world.webhook("1", ["catalog"]);
  const rest = async (method: string, params: object) => (await send(hook + method, "POST", params)).body.result;

  await world.control("PUT", "/products", { products: [KETTLE] });
  await world.control("PUT", "/products", { products: [{ ...KETTLE, price: 3190, stock: { Kazan: 7 } }] });

  const { catalogs } = await rest("catalog.catalog.list", {});
  const { products } = await rest("catalog.product.list", {
    select: ["*"],
    filter: { iblockId: catalogs[0].iblockId, xmlId: "KT-200" },
  });
  expect(products).toEqual([
    expect.objectContaining({ name: KETTLE.name, previewText: KETTLE.nameRu, quantity: 7, available: "Y" }),
  ]);
  const { prices } = await rest("catalog.price.list", { filter: { productId: products[0].id } });
  expect(prices).toMatchObject([{ price: 3190, currency: "RUB" }]);
  const { stores } = await rest("catalog.store.list", {});
  const { storeProducts } = await rest("catalog.storeproduct.list", { filter: { productId: products[0].id } });
  const kazan = stores.find(({ title }: { title: string }) => title === "Kazan");
  expect(storeProducts).toMatchObject([{ storeId: kazan.id, amount: 7 }]);
  expect(stores.map(({ title }: { title: string }) => title)).toContain("Moscow");
});

test("an order that does not fit is refused with its place", async () => {
  const world = await startTestPortal();
  const orders = [{ number: "A-1", status: "lost", purchased: "yesterday" }];

  const refusal = await send(`${world.origin}/emulator/api/orders`, "PUT", { orders });

  expect(refusal).toMatchObject({ status: 400, body: { message: expect.stringContaining("orders[0].status") } });
  expect(refusal.body.message).toContain("orders[0].purchased");
});
