import { expect, test } from "vitest";

import { createFakeShop, type FakeProduct, requestsOf } from "./__fixtures__/fake-shop.ts";
import { createCatalog } from "./create-catalog.ts";

const KETTLE = {
  id: 1,
  name: "Electric kettle Aurora KT-200",
  xmlId: "KT-200",
  previewText: "Чайник электрический Aurora KT-200",
  quantity: 4,
};
const TOASTER = { id: 2, name: "Toaster Bravo", quantity: 1 };

const many = (count: number): FakeProduct[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 10, name: `Spare part ${index + 10}`, quantity: 1 }));

test("a product is told with its retail price and what lies in the stores that are open", async () => {
  const { client, requests } = createFakeShop([KETTLE, TOASTER]);
  const catalog = createCatalog(client);
  expect(await catalog.find("kettles?", 5)).toEqual([
    {
      id: "1",
      article: "KT-200",
      name: "Electric kettle Aurora KT-200",
      price: 2990,
      currency: "RUB",
      stock: [
        { store: "Moscow", amount: 4 },
        { store: "Kazan", amount: 0 },
      ],
      total: 4,
    },
  ]);
  expect(requests).toHaveLength(2);
  expect(await requestsOf(requests, () => catalog.find("есть чайник?", 5))).toBe(1);
  expect(await requestsOf(requests, () => catalog.find("anything", 5))).toBe(0);
});

test("what words name is told without a request, once the names are there", async () => {
  const { client, requests } = createFakeShop([KETTLE, TOASTER]);
  const catalog = createCatalog(client);
  const named = { products: [{ article: "KT-200", name: KETTLE.name }], stores: ["Moscow", "Kazan"] };
  expect(await catalog.names("сломался чайник", 5)).toEqual(named);
  expect(await requestsOf(requests, () => catalog.names("where is my kettle", 5))).toBe(0);
  expect(await requestsOf(requests, () => catalog.names("nothing of the shop's", 5))).toBe(0);
});

test.each([
  [500, 3],
  [2_400, 3],
])("the first question to a shop of %i products takes %i requests, those after it one", async (count, requestCount) => {
  const { client, requests } = createFakeShop([...many(count - 1), { ...KETTLE, id: 90_000 }]);
  const catalog = createCatalog(client);
  expect(await requestsOf(requests, () => catalog.find("kettle", 5))).toBe(requestCount);
  expect(await catalog.find("kettle", 5)).toMatchObject([{ id: "90000" }]);
  expect(requests).toHaveLength(requestCount + 1);
});

test("a catalog too large to keep is searched on the portal, in two requests", async () => {
  const { client, requests } = createFakeShop([...many(2_600), { ...KETTLE, id: 90_000 }]);
  const catalog = createCatalog(client);
  expect(await requestsOf(requests, () => catalog.find("чайники", 5))).toBe(3);
  expect(await requestsOf(requests, () => catalog.find("kettle", 5))).toBe(2);
  expect(await catalog.find("is KT-200 in stock", 5)).toMatchObject([{ id: "90000" }]);
  expect(await catalog.find("unicorns", 5)).toEqual([]);
});

test("what was added a while ago is found, and names are read anew behind a question's back", async () => {
  let nowMs = 0;
  const products: FakeProduct[] = [KETTLE];
  const { client, requests } = createFakeShop(products);
  const catalog = createCatalog(client, { now: () => nowMs });
  expect(await catalog.find("toaster", 5)).toEqual([]);
  products.push(TOASTER);
  expect(await catalog.find("toaster", 5)).toEqual([]);
  nowMs = 60_001;
  expect(await catalog.find("toaster", 5)).toMatchObject([{ name: "Toaster Bravo" }]);
  expect(requests).toHaveLength(3);

  nowMs += 600_001;
  products.push({ id: 3, name: "Toaster Bravissimo" });
  expect(await catalog.find("toaster", 5)).toHaveLength(1);
  expect(await catalog.find("toaster", 5)).toHaveLength(2);
});

test("an article that was added a while ago is found, though others fit its words", async () => {
  let nowMs = 0;
  const products: FakeProduct[] = [KETTLE];
  const catalog = createCatalog(createFakeShop(products).client, { now: () => nowMs });
  await catalog.find("kettle", 5);
  products.push({ id: 3, name: "Electric kettle", xmlId: "KT-999" });
  nowMs = 60_001;
  expect(await catalog.find("kettle KT-999", 5)).toMatchObject([{ id: "3" }]);
});

test("whoever goes away waits for no names, which others get all the same", async () => {
  const catalog = createCatalog(createFakeShop([KETTLE]).client);
  const gone = new AbortController();
  const leaving = catalog.find("kettle", 5, gone.signal);
  const staying = catalog.find("kettle", 5);
  gone.abort();
  await expect(leaving).rejects.toMatchObject({ code: "unreachable" });
  expect(await staying).toHaveLength(1);
});

test("many who ask first read the names once", async () => {
  const { client, requests } = createFakeShop([KETTLE]);
  const catalog = createCatalog(client);
  await Promise.all([catalog.find("kettle", 5), catalog.find("чайник", 5), catalog.find("KT-200", 5)]);
  expect(requests).toHaveLength(4);
});

test("a product that is gone is not offered, and one that is sold in variations is not counted", async () => {
  const products: FakeProduct[] = [KETTLE, { id: 2, name: "Kettle in colours", type: 3, quantity: 0 }];
  const catalog = createCatalog(createFakeShop(products).client);
  await catalog.find("kettle", 5);
  products.splice(0, 1);
  expect(await catalog.find("kettle", 5)).toMatchObject([{ id: "2", total: null, stock: [] }]);
});

test("a portal that does not show its catalog says so, and is asked again the next time", async () => {
  let isOpen = false;
  const { client } = createFakeShop([KETTLE], {
    "catalog.store.list": () => {
      if (!isOpen) throw { error: "200040300010", error_description: "Access Denied" };
      return { stores: [] };
    },
  });
  const catalog = createCatalog(client);
  await expect(catalog.find("kettle", 5)).rejects.toMatchObject({
    method: "catalog.store.list",
    message: expect.stringMatching(/Denied/),
  });
  isOpen = true;
  expect(await catalog.find("kettle", 5)).toHaveLength(1);
});
