type SeedCall = { method: string; params: Record<string, unknown> };

const CURRENCY = "RUB";
const RETAIL_PRICE = 1;
const PERSON = 1;
const [CARD, TRANSFER] = [2, 3];
const COURIER = 2;
const COURIER_PRICE = 500;
const [ANNA, BORIS] = [5, 6];

/** What the shop sells, each with its price. */
const GOODS = [
  { article: "CH-100", name: "Office chair", otherName: "Офисное кресло", quantity: 12, price: 8000 },
  { article: "DK-200", name: "Письменный стол", otherName: "Office desk", quantity: 5, price: 32_000 },
  { article: "LP-300", name: "Desk lamp", otherName: "Настольная лампа", quantity: 40, price: 3900 },
  { article: "SH-400", name: "Книжная полка", otherName: "Bookshelf", quantity: 0, price: 6400 },
];

/** One order for one product; the first is A-1042, and products are numbered as they stand above. */
type DemoOrder = {
  userId: number;
  statusId: string;
  productId: number;
  quantity: number;
  payment?: { paySystemId: number; paid: "Y" | "N" };
  shipment?: { allowDelivery: "Y" | "N"; deducted: "Y" | "N"; statusId: string; trackingNumber?: string };
  canceled?: "Y";
};

const ORDERS: readonly DemoOrder[] = [
  {
    userId: ANNA,
    statusId: "S",
    productId: 3,
    quantity: 2,
    payment: { paySystemId: CARD, paid: "Y" },
    shipment: { allowDelivery: "Y", deducted: "Y", statusId: "DF", trackingNumber: "DEMO-1042" },
  },
  {
    userId: BORIS,
    statusId: "P",
    productId: 2,
    quantity: 1,
    payment: { paySystemId: CARD, paid: "Y" },
    shipment: { allowDelivery: "Y", deducted: "N", statusId: "DN" },
  },
  {
    userId: ANNA,
    statusId: "F",
    productId: 1,
    quantity: 4,
    payment: { paySystemId: TRANSFER, paid: "Y" },
    shipment: { allowDelivery: "Y", deducted: "Y", statusId: "DF" },
  },
  {
    userId: BORIS,
    statusId: "N",
    productId: 3,
    quantity: 1,
    payment: { paySystemId: TRANSFER, paid: "N" },
    shipment: { allowDelivery: "N", deducted: "N", statusId: "DN" },
  },
  { userId: ANNA, statusId: "D", productId: 1, quantity: 1, canceled: "Y" },
];

/** Goods with prices and stock, and orders that wait, are packed, travel, have arrived and were cancelled. */
export const DEMO_SALE = {
  products: GOODS.map(({ article, name, otherName, quantity }) => ({
    xmlId: article,
    name,
    previewText: otherName,
    quantity,
  })),
  calls: [
    ...GOODS.map(({ price }, index) =>
      add("catalog.price", { productId: index + 1, catalogGroupId: RETAIL_PRICE, price, currency: CURRENCY }),
    ),
    ...ORDERS.flatMap((order, index) => orderCalls(order, index + 1)),
  ],
};

function orderCalls({ userId, statusId, productId, quantity, ...parts }: DemoOrder, orderId: number): SeedCall[] {
  const { payment, shipment, canceled } = parts;
  const sum = (GOODS[productId - 1]?.price ?? 0) * quantity + COURIER_PRICE;
  const calls = [
    add("sale.order", { lid: "s1", personTypeId: PERSON, currency: CURRENCY, userId, statusId }),
    add("sale.basketitem", { orderId, productId, quantity, currency: CURRENCY }),
  ];
  if (shipment !== undefined) {
    const fields = { ...shipment, deliveryId: COURIER, basePriceDelivery: COURIER_PRICE };
    calls.push(
      add("sale.shipment", { ...fields, orderId, deducted: "N" }),
      // Positions, payments and shipments are numbered like their orders: each has one.
      add("sale.shipmentitem", { orderDeliveryId: orderId, basketId: orderId, quantity }),
      { method: "sale.shipment.update", params: { id: orderId, fields } },
    );
  }
  if (payment !== undefined) calls.push(add("sale.payment", { ...payment, orderId, sum }));
  if (canceled !== undefined) {
    const fields = { canceled, reasonCanceled: "The client changed their mind" };
    calls.push({ method: "sale.order.update", params: { id: orderId, fields } });
  }
  return calls;
}

function add(kind: string, fields: Record<string, unknown>): SeedCall {
  return { method: `${kind}.add`, params: { fields } };
}
