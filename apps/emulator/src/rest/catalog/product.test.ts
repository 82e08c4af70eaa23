import { expect, test } from "vitest";

import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

async function shop() {
  const world = await startTestPortal();
  const webhook = async (person: string) => {
    const url = await world.webhook(person, ["catalog"]);
    return async (method: string, params: object = {}) => (await send(url + method, "POST", params)).body;
  };
  const call = await webhook(PEOPLE.manager);
  const { iblockId } = (await call("catalog.catalog.list"))["result"].catalogs[0];
  return { call, as: webhook, iblockId };
}

test("what a product says of its stock is what its store says", async () => {
  const { call, iblockId } = await shop();
  const added = await call("catalog.product.add", { fields: { iblockId, name: "Mug", quantity: 3 } });
  const productId = added["result"].element.id;
  const stock = async () =>
    (await call("catalog.storeproduct.list", { filter: { productId } }))["result"].storeProducts;
  expect(await stock()).toMatchObject([{ amount: 3 }]);
  expect(added["result"].element.available).toBe("Y");

  await call("catalog.product.update", { id: productId, fields: { quantity: 0 } });
  expect(await stock()).toMatchObject([{ amount: 0 }]);
  expect((await call("catalog.product.get", { id: productId }))["result"].product.available).toBe("N");
});

test("a list has to name its catalog and what products are known by, as on a portal", async () => {
  const { call, iblockId } = await shop();
  await call("catalog.product.add", { fields: { iblockId, name: "Blue mug" } });
  await call("catalog.product.add", { fields: { iblockId, name: "Plate" } });
  const select = ["id", "iblockId", "name"];
  const found = await call("catalog.product.list", { select, filter: { iblockId, "%name": "mug" } });
  expect(found).toMatchObject({ result: { products: [{ iblockId, name: "Blue mug" }] }, total: 1 });
  expect(await call("catalog.product.list", { select, filter: {} })).toMatchObject({ error: "0" });
  expect(await call("catalog.product.list", { select: ["name"], filter: { iblockId } })).toMatchObject({ error: "0" });
});

test("who does not manage the shop reads and does not write", async () => {
  const { as, iblockId } = await shop();
  const employee = await as(PEOPLE.employee);
  const refused = await employee("catalog.product.add", { fields: { iblockId, name: "Mug" } });
  expect(refused).toMatchObject({ error: "200040300010" });
  expect(await employee("catalog.store.list")).toMatchObject({ result: { stores: [{ title: "Main store" }] } });
});
