import { PEOPLE, type Cases, type World } from "../world.ts";

const CURRENCY = "RUB";

const ORDER = {
  lid: "s1",
  personTypeId: 1,
  currency: CURRENCY,
  price: 100,
  userId: PEOPLE.client,
  responsibleId: PEOPLE.employee,
};

const newOrder = async (world: World): Promise<number> =>
  (await world.call("sale.order.add", { fields: ORDER })).order.id;
const anOrder = (world: World): Promise<number> => world.once("order", () => newOrder(world));

async function aProduct(world: World): Promise<number> {
  return world.once("product of an order", async () => {
    const { catalogs } = await world.call("catalog.catalog.list");
    const fields = { iblockId: catalogs[0].iblockId, name: "Lamp", quantity: 100 };
    return (await world.call("catalog.product.add", { fields })).element.id;
  });
}

async function basketItemFields(world: World, orderId?: number): Promise<object> {
  const productId = await aProduct(world);
  const priced = { customPrice: "Y", price: 980, basePrice: 980, discountPrice: 0 };
  return {
    ...priced,
    orderId: orderId ?? (await anOrder(world)),
    productId,
    currency: CURRENCY,
    quantity: 1,
    name: "Lamp",
    catalogXmlId: "demo-catalog",
    vatRate: 0.2,
  };
}

async function newBasketItem(world: World, orderId?: number): Promise<number> {
  const fields = await basketItemFields(world, orderId);
  return (await world.call("sale.basketitem.add", { fields })).basketItem.id;
}

async function paymentFields(world: World, orderId?: number): Promise<object> {
  return { orderId: orderId ?? (await anOrder(world)), paySystemId: 2, sum: 10 };
}

async function newPayment(world: World, orderId?: number): Promise<number> {
  return (await world.call("sale.payment.add", { fields: await paymentFields(world, orderId) })).payment.id;
}

async function shipmentFields(world: World, orderId?: number): Promise<object> {
  const order = orderId ?? (await anOrder(world));
  return { orderId: order, allowDelivery: "N", deducted: "N", deliveryId: 2, basePriceDelivery: 500 };
}

async function newShipment(world: World, orderId?: number): Promise<number> {
  return (await world.call("sale.shipment.add", { fields: await shipmentFields(world, orderId) })).shipment.id;
}

/** An order with a position that is paid for and travels. */
async function wholeOrder(world: World): Promise<{ orderId: number; shipmentId: number }> {
  const orderId = await newOrder(world);
  const basketId = await newBasketItem(world, orderId);
  await newPayment(world, orderId);
  const orderDeliveryId = await newShipment(world, orderId);
  await world.call("sale.shipmentitem.add", { fields: { orderDeliveryId, basketId, quantity: 1 } });
  return { orderId, shipmentId: orderDeliveryId };
}

export const saleCases: Cases = {
  "sale.order.add": () => ({ fields: ORDER }),
  "sale.order.get": async (world) => ({ id: (await wholeOrder(world)).orderId }),
  "sale.order.getfields": () => ({}),
  "sale.order.list": async (world) => ({ filter: { id: await anOrder(world) } }),
  "sale.order.update": async (world) => ({ id: await anOrder(world), fields: { comments: "Call before delivery" } }),
  "sale.order.delete": async (world) => ({ id: await newOrder(world) }),

  "sale.basketitem.add": async (world) => ({ fields: await basketItemFields(world) }),
  "sale.basketitem.get": async (world) => ({ id: await newBasketItem(world) }),
  "sale.basketitem.list": async (world) => {
    await newBasketItem(world);
    return { select: ["id", "name", "orderId", "price", "currency", "productId"] };
  },
  "sale.basketitem.update": async (world) => ({ id: await newBasketItem(world), fields: { quantity: 7 } }),
  "sale.basketitem.delete": async (world) => ({ id: await newBasketItem(world) }),

  "sale.payment.add": async (world) => ({ fields: { ...(await paymentFields(world)), paid: "Y" } }),
  "sale.payment.get": async (world) => ({ id: await newPayment(world) }),
  "sale.payment.list": async (world) => {
    await newPayment(world);
    return {};
  },
  "sale.payment.update": async (world) => ({ id: await newPayment(world), fields: { paid: "Y" } }),
  "sale.payment.delete": async (world) => ({ id: await newPayment(world) }),

  "sale.shipment.add": async (world) => ({ fields: await shipmentFields(world) }),
  "sale.shipment.get": async (world) => ({ id: (await wholeOrder(world)).shipmentId }),
  "sale.shipment.list": async (world) => {
    await newShipment(world);
    return {};
  },
  "sale.shipment.update": async (world) => ({
    id: await newShipment(world),
    fields: { allowDelivery: "Y", deducted: "Y", deliveryId: 3, statusId: "DF", trackingNumber: "DEMO-1" },
  }),
  "sale.shipment.delete": async (world) => ({ id: await newShipment(world) }),

  "sale.paysystem.list": () => ({}),
  "sale.persontype.list": () => ({}),
  "sale.persontype.get": () => ({ id: 1 }),
  "sale.propertyvalue.list": async (world) => ({ filter: { orderId: await anOrder(world), code: "FIO" } }),
  "sale.status.list": () => ({}),
  "sale.status.get": () => ({ id: "N" }),
  "sale.statusLang.list": () => ({ filter: { statusId: "N" } }),
};
