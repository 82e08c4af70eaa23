import { createB24Client, createLocalBudget } from "@botdeck/b24-client";
import { createFakePortal, type FakeMethod } from "@botdeck/b24-client/testing";
import { expect, test } from "vitest";

import { createOrderSource, OrderSourceConfig } from "../create-order-source.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;

const ORDER = {
  id: 7,
  accountNumber: "A-1042",
  statusId: "P",
  canceled: "N",
  deducted: "N",
  payed: "Y",
  price: 5490.5,
  currency: "RUB",
  dateInsert: "2026-11-12T10:00:00+03:00",
  propertyValues: [
    { code: "FIO", id: 1, name: "Name", value: "Anna Petrova" },
    { code: "PHONE", id: 2, name: "Phone", value: "+7 (916) 123-45-67" },
  ],
  basketItems: [
    { id: 1, name: "Electric kettle", quantity: 1, productXmlId: "KT-200" },
    { id: 2, name: "Delivery", quantity: 1, productXmlId: "1243" },
  ],
};
const NAMES = [
  { statusId: "P", lid: "ru", name: "Оплачен, формируется к отправке" },
  { statusId: "S", lid: "ru", name: "Едет" },
];

type Filter = Record<string, string>;

function setup(orders: readonly (typeof ORDER)[], settings: object = {}, more: Record<string, FakeMethod> = {}) {
  const listed: FakeMethod = ({ filter }) => {
    const { accountNumber, "%accountNumber": part } = filter as Filter; // safe: asked with one
    const isMeant = (number: string) => (part === undefined ? number === accountNumber : number.includes(part));
    return { orders: orders.filter((order) => isMeant(order.accountNumber)) };
  };
  const { transport, requests } = createFakePortal({
    "sale.order.list": listed,
    "sale.order.get": ({ id }) => {
      const order = orders.find((one) => String(one.id) === String(id));
      if (order === undefined) throw { error: "200540400001", error_description: "order is not exists" };
      return { order };
    },
    "sale.statusLang.list": () => ({ statusLangs: NAMES }),
    "sale.propertyvalue.list": () => ({
      propertyValues: orders.flatMap(({ id, propertyValues }) =>
        propertyValues.filter(({ code }) => code === "PHONE").map((value) => ({ ...value, orderId: id })),
      ),
    }),
    ...more,
  });
  const client = createB24Client({ portal: WEBHOOK, transport, budget: createLocalBudget() });
  const source = createOrderSource(OrderSourceConfig.parse({ kind: "sale", ...settings }), { client });
  return { source, requests };
}

test("an order of the portal's shop is told in one request", async () => {
  const { source, requests } = setup([ORDER]);
  expect(await source.byNumber("A-1042")).toEqual({
    number: "A-1042",
    status: "paid",
    phone: "+79161234567",
    customer: "Anna Petrova",
    purchasedOn: "2026-11-12",
    expectedOn: null,
    items: [
      { article: "KT-200", name: "Electric kettle", quantity: 1, category: null },
      { article: "", name: "Delivery", quantity: 1, category: null },
    ],
    amount: 5490.5,
    currency: "RUB",
  });
  expect(requests).toHaveLength(1);
});

test("an order whose number is not written as it is printed takes a second request", async () => {
  const { source, requests } = setup([{ ...ORDER, id: 6, accountNumber: "A-10420" }, ORDER]);
  expect(await source.byNumber("1042")).toMatchObject({ number: "A-1042" });
  expect(requests).toHaveLength(2);
  expect(await source.byNumber("A-7")).toBeNull();
});

test("the orders of a phone are found in whatever way it was written", async () => {
  const other = { ...ORDER, id: 8, propertyValues: [{ code: "PHONE", id: 3, name: "Phone", value: "84951234567" }] };
  const { source, requests } = setup([other, ORDER]);
  expect(await source.byPhone("+79161234567")).toMatchObject([{ number: "A-1042", phone: "+79161234567" }]);
  expect(requests).toHaveLength(2);
  const asked = requests[0]?.commands.find((command) => command.startsWith("sale.propertyvalue.list"));
  expect(decodeURIComponent(asked ?? "")).toContain("filter[=%value]=%916%123%45%67%");
});

test.each([
  [{ statusId: "N", payed: "N" }, "new"],
  [{ statusId: "N" }, "paid"],
  [{ statusId: "P", deducted: "Y" }, "shipped"],
  [{ statusId: "F", deducted: "Y" }, "delivered"],
  [{ statusId: "S", canceled: "Y" }, "cancelled"],
])("an order with %o is %s", async (marks, status) => {
  const { source } = setup([{ ...ORDER, ...marks }]);
  expect(await source.byNumber("A-1042")).toMatchObject({ status });
});

test("a status of the shop's own is what its settings say, by its name or id, and is never guessed", async () => {
  const own = [{ ...ORDER, statusId: "S" }];
  await expect(setup(own).source.byNumber("A-1042")).rejects.toMatchObject({
    code: "unsupported",
    message: expect.stringMatching(/"Едет"/),
  });
  for (const word of ["едет", "S"]) {
    const { source } = setup(own, { statuses: { [word]: "shipped" } });
    expect(await source.byNumber("A-1042")).toMatchObject({ status: "shipped" });
  }
});

test("a portal that does not let us read its orders is told as unreachable, with the reason", async () => {
  const refuse = () => {
    throw { error: "200040300020", error_description: "Access Denied" };
  };
  const { source } = setup([ORDER], {}, { "sale.order.list": refuse });
  await expect(source.byNumber("A-1042")).rejects.toMatchObject({
    code: "unreachable",
    message: expect.stringMatching(/Access Denied/),
  });
});
