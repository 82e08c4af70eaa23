import { expect, test } from "vitest";

import { startEventReceiver } from "../../testing/event-receiver.ts";
import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

const ORDER = { lid: "s1", personTypeId: 1, currency: "RUB" };

async function shop() {
  const world = await startTestPortal();
  const as = async (person: string) => {
    const url = await world.webhook(person, ["catalog", "sale", "crm"]);
    return async (method: string, params: object = {}) => (await send(url + method, "POST", params)).body;
  };
  const call = await as(PEOPLE.manager);
  const add = async (kind: string, fields: object): Promise<number> => {
    const { result, ...rest } = await call(`${kind}.add`, { fields });
    if (result === undefined) throw new Error(`${kind}.add: ${JSON.stringify(rest)}`);
    return Object.values<{ id: number }>(result)[0]?.id ?? 0;
  };
  const order = async (id: number) => (await call("sale.order.get", { id }))["result"].order;
  return { ...world, as, call, add, order };
}

type Shop = Awaited<ReturnType<typeof shop>>;

/** Ten mugs at 250 in the catalog. */
async function aProduct({ call, add }: Shop): Promise<number> {
  const { iblockId } = (await call("catalog.catalog.list"))["result"].catalogs[0];
  const productId = await add("catalog.product", { iblockId, name: "Mug", quantity: 10 });
  const priceType = (await call("catalog.priceType.list"))["result"].priceTypes[0].id;
  await add("catalog.price", { productId, catalogGroupId: priceType, price: 250, currency: "RUB" });
  return productId;
}

const travelling = { allowDelivery: "Y", deducted: "N", deliveryId: 2, basePriceDelivery: 300 };

test("an order's price follows its basket and its delivery, at the catalog's prices", async () => {
  const world = await shop();
  const productId = await aProduct(world);
  const orderId = await world.add("sale.order", { ...ORDER, price: 99 });
  expect(await world.order(orderId)).toMatchObject({ price: 99, basketItems: [] });

  const id = await world.add("sale.basketitem", { orderId, productId, currency: "RUB", quantity: 2 });
  await world.add("sale.basketitem", {
    orderId,
    productId: 0,
    name: "Gift wrap",
    currency: "RUB",
    quantity: 1,
    price: 120,
    vatRate: 0.2,
    vatIncluded: "N",
  });
  await world.add("sale.shipment", { ...travelling, orderId });
  expect(await world.order(orderId)).toMatchObject({
    price: 500 + 144 + 300,
    taxValue: 24,
    basketItems: [{ id: String(id), name: "Mug", price: 250, productId }, { name: "Gift wrap" }],
    shipments: [{ accountNumber: "A-1042/2", deliveryName: "Courier", priceDelivery: 300 }],
  });

  await world.call("sale.basketitem.update", { id, fields: { quantity: 1 } });
  expect(await world.order(orderId)).toMatchObject({ price: 694 });
  await world.call("sale.basketitem.delete", { id });
  expect(await world.order(orderId)).toMatchObject({ price: 444 });
});

test("paying the whole sum makes an order a paid one, and every change of a payment is noted with its time", async () => {
  const world = await shop();
  const orderId = await world.add("sale.order", { ...ORDER, price: 1000 });
  const first = await world.add("sale.payment", { orderId, paySystemId: 1, sum: 400, paid: "Y" });
  const second = await world.add("sale.payment", { orderId, paySystemId: 2, sum: 600 });
  expect(await world.order(orderId)).toMatchObject({ payed: "N" });

  world.pass(60);
  await world.call("sale.payment.update", { id: second, fields: { paid: "Y" } });
  expect(await world.order(orderId)).toMatchObject({
    payed: "Y",
    payments: [
      { id: first, accountNumber: "A-1042/1", paySystemName: "Cash", paySystemIsCash: "Y" },
      { id: second, paid: "Y", datePaid: "2026-05-14T10:27:32+00:00", empPaidId: 1, currency: "RUB" },
    ],
  });
  expect(await world.call("sale.order.update", { id: orderId, fields: { canceled: "Y" } })).toMatchObject({
    error: "SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE",
  });
  expect(await world.call("sale.order.delete", { id: orderId })).toMatchObject({
    error: "SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE",
  });

  world.pass(60);
  await world.call("sale.payment.update", { id: second, fields: { paid: "N" } });
  expect(await world.order(orderId)).toMatchObject({
    payed: "N",
    payments: [{ paid: "Y" }, { paid: "N", datePaid: "2026-05-14T10:28:32+00:00" }],
  });
});

test("stock is kept for an order, leaves the store when it is shipped, and comes back when it is cancelled", async () => {
  const world = await shop();
  const productId = await aProduct(world);
  const stock = async () => {
    const { product } = (await world.call("catalog.product.get", { id: productId }))["result"];
    const { storeProducts } = (await world.call("catalog.storeproduct.list", { filter: { productId } }))["result"];
    return [product.quantity, product.quantityReserved, storeProducts[0].amount];
  };
  const orderId = await world.add("sale.order", ORDER);
  const basketId = await world.add("sale.basketitem", { orderId, productId, currency: "RUB", quantity: 3 });
  expect(await stock()).toEqual([7, 3, 10]);

  const shipment = await world.add("sale.shipment", { ...travelling, orderId });
  await world.add("sale.shipmentitem", { orderDeliveryId: shipment, basketId, quantity: 3 });
  await world.call("sale.shipment.update", { id: shipment, fields: { ...travelling, deducted: "Y", statusId: "DF" } });
  expect(await stock()).toEqual([7, 0, 7]);
  expect(await world.order(orderId)).toMatchObject({
    deducted: "Y",
    shipments: [{ statusId: "DF", empDeductedId: 1, shipmentItems: [{ basketId, quantity: 3, reservedQuantity: 0 }] }],
  });
  expect(await world.call("sale.shipment.delete", { id: shipment })).toMatchObject({
    error: "SALE_SHIPMENT_EXIST_SHIPPED",
  });

  await world.call("sale.shipment.update", { id: shipment, fields: travelling });
  expect(await stock()).toEqual([7, 3, 10]);
  await world.call("sale.order.update", {
    id: orderId,
    fields: { canceled: "Y", reasonCanceled: "Changed their mind" },
  });
  expect(await stock()).toEqual([10, 0, 10]);
  expect(await world.order(orderId)).toMatchObject({
    canceled: "Y",
    empCanceledId: 1,
    reasonCanceled: expect.any(String),
  });
});

test("orders are found by number, status and payment, and their own numbers nobody sets", async () => {
  const world = await shop();
  await world.add("sale.order", { ...ORDER, accountNumber: "mine", payed: "Y" });
  const second = await world.add("sale.order", { ...ORDER, statusId: "P" });
  const numbers = async (filter: object) =>
    (await world.call("sale.order.list", { filter, select: ["accountNumber"] }))["result"].orders;

  expect(await numbers({})).toEqual([{ accountNumber: "A-1042" }, { accountNumber: "A-1043" }]);
  expect(await numbers({ accountNumber: "A-1043" })).toEqual([{ accountNumber: "A-1043" }]);
  expect(await numbers({ statusId: "N", payed: "N" })).toEqual([{ accountNumber: "A-1042" }]);

  const changed = await world.call("sale.order.update", { id: second, fields: { statusId: "F", currency: "USD" } });
  expect(changed["result"].order).toMatchObject({ statusId: "F", currency: "RUB", empStatusId: 1 });
  expect(await world.call("sale.order.update", { id: second, fields: { statusId: "DF" } })).toMatchObject({
    error: "0",
  });
  expect(await world.call("sale.order.get", { id: 77 })).toMatchObject({ error: "200540400001" });
});

test("who buys becomes a contact of the CRM once, and it stands in every order of theirs", async () => {
  const world = await shop();
  const userId = Number(PEOPLE.client);
  const orders = [
    await world.add("sale.order", { ...ORDER, userId }),
    await world.add("sale.order", { ...ORDER, userId }),
  ];
  const contacts = (await world.call("crm.contact.list", { select: ["ID", "NAME"] }))["result"];
  expect(contacts).toEqual([{ ID: "1", NAME: "Anna" }]);
  for (const id of orders) {
    expect((await world.order(id)).clients).toMatchObject([{ orderId: id, entityTypeId: 3, entityId: 1 }]);
  }
});

test("applications hear of a payment and of the order that it pays", async () => {
  const world = await shop();
  const receiver = await startEventReceiver();
  const orderId = await world.add("sale.order", { ...ORDER, xmlId: "shop-1" });
  const events = ["ONSALEORDERSAVED", "ONPAYMENTENTITYSAVED"];
  await world.control("POST", "/outgoing-webhooks", { url: receiver.url, events });

  const payment = await world.add("sale.payment", { orderId, paySystemId: 1, sum: 10, xmlId: "pay-1" });

  const heard = [(await receiver.next()).body, (await receiver.next()).body];
  const saved = (id: number, XML_ID: string) => ({ data: { FIELDS: { ID: String(id), XML_ID, ACTION: "save" } } });
  expect(heard.find(({ event }) => event === "ONPAYMENTENTITYSAVED")).toMatchObject(saved(payment, "pay-1"));
  expect(heard.find(({ event }) => event === "ONSALEORDERSAVED")).toMatchObject(saved(orderId, "shop-1"));
});

test("orders are the managers' alone, also to look at", async () => {
  const world = await shop();
  const employee = await world.as(PEOPLE.employee);
  expect(await employee("sale.order.list")).toMatchObject({ error: "200040300010" });
  expect(await employee("sale.status.list")).toMatchObject({ error: "200040300010" });
  expect(await employee("sale.order.add", { fields: ORDER })).toMatchObject({ error: "200040300020" });
});
