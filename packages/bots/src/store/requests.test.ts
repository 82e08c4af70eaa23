import type { OrderSource, ProductCatalog } from "@botdeck/crm";
import { expect, test } from "vitest";

import { storeRequests } from "./requests.ts";
import { GivenShop, openShop } from "./scripts/given-shop.ts";
import { StoreSettings } from "./settings.ts";
import { ORDER, PHONE } from "./testing/talk-with-store.ts";

type Context = Parameters<typeof storeRequests.findProducts>[1];

function asked(services: Partial<Context["services"]>): Context {
  const at = "2026-11-21T09:00:00Z";
  const dialog = { id: "chat1", chatId: "1", type: "open_line", title: "", entityId: "livechat|1|1|101" } as const;
  return {
    services: { ...openShop(GivenShop.parse({})), ...services },
    settings: StoreSettings.parse({}),
    dialog,
    person: { id: "101", name: "Anna", kind: "client" },
    language: "en",
    at,
  };
}

const NAMELESS = { names: async () => ({ products: [], stores: [] }) };

test("a message of many words is looked for in six readings at most, and others get their turn between them", async () => {
  const readings: string[] = [];
  let turnsOfOthers = 0;
  const countTurns = (): void => {
    turnsOfOthers += 1;
    if (readings.length < 6) setImmediate(countTurns);
  };
  setImmediate(countTurns);
  const catalog: ProductCatalog = { ...NAMELESS, find: async (words) => (readings.push(words), []) };
  const words = Array.from({ length: 77 }, (_, index) => `word${index}`).join(" ");
  expect(await storeRequests.findProducts({ words }, asked({ catalog }))).toEqual([]);
  expect(readings).toHaveLength(6);
  expect(turnsOfOthers).toBeGreaterThanOrEqual(5);
});

test("a name at the end or a place at the beginning does not hide the product", async () => {
  const kettle = { id: "1", article: null, name: "Kettle", price: null, currency: null, stock: [], total: 1 };
  const only = (wanted: string): ProductCatalog => ({
    ...NAMELESS,
    find: async (words) => (words === wanted ? [kettle] : []),
  });
  for (const [words, wanted] of [
    ["Kazan red kettle", "red kettle"],
    ["red kettle Anna", "red kettle"],
    ["we two live together near Kazan samovarchik", "samovarchik"],
  ] as const) {
    expect(await storeRequests.findProducts({ words }, asked({ catalog: only(wanted) }))).toEqual([kettle]);
  }
});

test("whoever was refused too many numbers is told of no order any more, not even of one that is theirs", async () => {
  const refused: string[] = [];
  const refusals = { areTooMany: () => refused.length >= 2, note: (number: string) => void refused.push(number) };
  const orders: OrderSource = {
    byNumber: async (number) => (number === ORDER.number ? openOrder : null),
    byPhone: async () => [],
  };
  const find = (number: string) => storeRequests.findOrder({ number, phones: [PHONE] }, asked({ orders, refusals }));
  expect(await find("B-2070")).toBeNull();
  expect(await find(ORDER.number)).toEqual(openOrder);
  expect(await find("B-2071")).toBeNull();
  expect(refused).toEqual(["B-2070", "B-2071"]);
  expect(await find(ORDER.number)).toBe("away");
});

test("a number without its letters is the client's own order, whoever else has one that ends so", async () => {
  const orders: OrderSource = {
    byNumber: async () => null,
    byPhone: async (phone) => (phone === PHONE && openOrder !== null ? [openOrder] : []),
  };
  const find = (number: string, phones: readonly string[]) =>
    storeRequests.findOrder({ number, phones }, asked({ orders }));
  expect(await find("1042", [PHONE])).toEqual(openOrder);
  expect(await find("042", [PHONE])).toBeNull();
  expect(await find("1042", ["+79990000000"])).toBeNull();
});

const [openOrder = null] = GivenShop.parse({ orders: [ORDER] }).orders;

test.each([
  { connector: "whatsappbytwilio", own: PHONE },
  { connector: "livechat", own: null },
  { connector: "myconnector", own: null },
])("the phone that $connector tells proves whose an order is: $own", async ({ connector, own }) => {
  const context = asked(openShop(GivenShop.parse({ messengerPhone: PHONE })));
  const dialog = { ...context.dialog, entityId: `${connector}|1|1|101` };
  expect(await storeRequests.clientCard({}, { ...context, dialog })).toMatchObject({ ownPhone: own, phone: PHONE });
});
