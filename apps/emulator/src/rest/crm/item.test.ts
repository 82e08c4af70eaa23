import { expect, test } from "vitest";

import { startCrmPortal } from "../../testing/crm-portal.ts";
import type { Json } from "../../testing/send.ts";

const titles = ({ items }: Json): string[] => items.map(({ title }: Json) => title);

test("both families of methods work on the same records, each in its own types", async () => {
  const world = await startCrmPortal();
  const id = await world.call("crm.lead.add", { fields: { TITLE: "Old", OPPORTUNITY: "10.5", UF_CRM_5_COLOR: "red" } });

  const { item } = await world.call("crm.item.update", {
    entityTypeId: 1,
    id,
    fields: { title: "New", ufCrm5Color: "blue" },
  });

  expect(item).toMatchObject({ id: 1, title: "New", opportunity: 10.5, contactId: 0, stageId: "NEW", fm: [] });
  const lead = await world.call("crm.lead.get", { id });
  expect(lead).toMatchObject({ ID: "1", TITLE: "New", OPPORTUNITY: "10.50", UF_CRM_5_COLOR: "blue" });
  expect(await world.call("crm.item.delete", { entityTypeId: 1, id })).toEqual([]);
  expect(await world.ask("crm.lead.get", { id })).toMatchObject({ error: "", error_description: "Not found" });
});

test("fm is added as a list, changed by number, and left alone without a type", async () => {
  const world = await startCrmPortal();
  const phone = { typeId: "PHONE", valueType: "WORK", value: "+491" };
  const entityTypeId = 3;
  const { item } = await world.call("crm.item.add", {
    entityTypeId,
    fields: { name: "Anna", fm: [phone, { value: "x" }] },
  });

  const fm = { [item.fm[0].id]: { typeId: "PHONE", value: "" }, n0: { ...phone, value: "+492" } };
  const changed = await world.call("crm.item.update", { entityTypeId, id: item.id, fields: { fm } });
  const listed = await world.call("crm.item.list", { entityTypeId, select: ["id", "name", "fm"] });

  expect(item.fm).toEqual([{ id: 1, ...phone }]);
  expect(changed.item.fm).toEqual([{ id: 2, ...phone, value: "+492" }]);
  expect(listed.items).toEqual([{ id: 1, name: "Anna" }]);
});

test("conditions are joined by OR, and a lead is found by its open line", async () => {
  const world = await startCrmPortal();
  const IM = [{ VALUE: "imol|livechat|1|67|21", VALUE_TYPE: "OPENLINE" }];
  await world.call("crm.lead.add", { fields: { TITLE: "A", IM } });
  await world.call("crm.lead.add", { fields: { TITLE: "B", SOURCE_ID: "WEB" } });
  await world.call("crm.lead.add", { fields: { TITLE: "C" } });
  const list = (filter: object): Promise<Json> => world.call("crm.item.list", { entityTypeId: 1, filter });

  expect(titles(await list({ 0: { logic: "OR", 0: { title: "A" }, 1: { "=sourceId": "WEB" } } }))).toEqual(["A", "B"]);
  expect(titles(await list({ logic: "OR", 0: { title: "C" }, 1: { "=sourceId": "WEB" } }))).toEqual(["B", "C"]);
  expect(titles(await list({ "=imol": "imol|livechat|1|67|21" }))).toEqual(["A"]);
  expect((await world.ask("crm.item.list", { entityTypeId: 1, filter: { colour: 1 } }))["error"]).toBe(
    "INVALID_ARG_VALUE",
  );
});

test("a smart process has items of its own, found by their external code", async () => {
  const world = await startCrmPortal();
  const { type } = await world.call("crm.type.add", { fields: { title: "Equipment" } });
  const { entityTypeId } = type;

  const { item } = await world.call("crm.item.add", { entityTypeId, fields: { title: "Drill", xmlId: "drill:1" } });

  expect(item).toMatchObject({ title: "Drill", entityTypeId, stageId: `DT${entityTypeId}_${item.categoryId}:NEW` });
  const found = await world.call("crm.item.list", { entityTypeId, filter: { "=xmlId": "drill:1" } });
  expect(titles(found)).toEqual(["Drill"]);
  expect(await world.ask("crm.item.get", { entityTypeId, id: 99 })).toMatchObject({ error: "NOT_FOUND" });
  expect(await world.ask("crm.item.get", { entityTypeId: 999, id: 1 })).toMatchObject({ error: "NOT_FOUND" });
  expect((await world.ask("crm.item.get", { entityTypeId }))["error"]).toBe("100");
});

test("the amount is the sum of the products until it is entered by hand", async () => {
  const world = await startCrmPortal();
  const id = await world.call("crm.deal.add", { fields: { TITLE: "Order" } });
  const amount = async (): Promise<string> => (await world.call("crm.deal.get", { id }))["OPPORTUNITY"];

  await world.call("crm.deal.productrows.set", { id, rows: [{ PRODUCT_NAME: "Chair", PRICE: 50, QUANTITY: 2 }] });
  const fields = { ownerId: id, ownerType: "D", productName: "Table", price: 90, discountRate: 10 };
  const { productRow } = await world.call("crm.item.productrow.add", { fields });
  const summed = await amount();
  await world.call("crm.deal.update", { id, fields: { OPPORTUNITY: 5, IS_MANUAL_OPPORTUNITY: "Y" } });
  await world.call("crm.item.productrow.delete", { id: productRow.id });

  expect(productRow).toMatchObject({ priceNetto: 100, discountSum: 10, sort: 20 });
  expect([summed, await amount()]).toEqual(["190.00", "5.00"]);
  expect(await world.call("crm.deal.productrows.get", { id })).toMatchObject([{ PRODUCT_NAME: "Chair", PRICE: 50 }]);
});
