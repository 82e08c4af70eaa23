import { createB24Client, createLocalBudget } from "@botdeck/b24-client";
import { createFakePortal, type FakeMethod, type FakeRequest } from "@botdeck/b24-client/testing";

export type FakeProduct = {
  id: number;
  name: string;
  xmlId?: string;
  previewText?: string;
  quantity?: number;
  type?: number;
};

type Filter = Readonly<Record<string, unknown>>;

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
const IBLOCK = 24;
const PAGE_SIZE = 50;

/** A portal whose second catalog holds the variations of the products in the first, with two stores. */
export function createFakeShop(products: FakeProduct[], more: Record<string, FakeMethod> = {}) {
  const listed: FakeMethod = ({ filter, start }) => {
    const wanted = filter as Filter; // safe: asked with one
    if (!numbersOf(wanted["iblockId"]).includes(IBLOCK)) return { products: [] };
    const found = products.filter((product) => isMeant(product, wanted));
    const from = Number(start ?? 0);
    return { products: found.slice(from, from + PAGE_SIZE).map((product) => ({ iblockId: IBLOCK, ...product })) };
  };
  const { transport, requests } = createFakePortal({
    "catalog.catalog.list": () => ({
      catalogs: [
        { id: 24, iblockId: IBLOCK, productIblockId: null },
        { id: 26, iblockId: 26, productIblockId: IBLOCK },
      ],
    }),
    "catalog.store.list": () => ({
      stores: [
        { id: 1, title: "Moscow", active: "Y" },
        { id: 2, title: "Kazan", active: "Y" },
        { id: 3, title: "Closed", active: "N" },
      ],
    }),
    "catalog.priceType.list": () => ({
      priceTypes: [
        { id: 3, name: "Wholesale", xmlId: "wholesale" },
        { id: 5, name: "Retail", xmlId: "BASE" },
      ],
    }),
    "catalog.product.list": listed,
    "catalog.price.list": ({ filter }) => ({
      prices: idsOf(filter).flatMap((productId) => [
        { id: productId * 2, productId, catalogGroupId: 3, price: 10, currency: "RUB" },
        { id: productId * 2 + 1, productId, catalogGroupId: 5, price: 2990, currency: "RUB" },
      ]),
    }),
    "catalog.storeproduct.list": ({ filter }) => ({
      storeProducts: idsOf(filter).flatMap((productId) => [
        { id: productId * 3, productId, storeId: 1, amount: 4 },
        { id: productId * 3 + 1, productId, storeId: 2, amount: 0 },
        { id: productId * 3 + 2, productId, storeId: 3, amount: 9 },
      ]),
    }),
    ...more,
  });
  const client = createB24Client({ portal: WEBHOOK, transport, budget: createLocalBudget() });
  return { client, requests };
}

/** How many requests a piece of work made. */
export async function requestsOf(requests: readonly FakeRequest[], work: () => Promise<unknown>): Promise<number> {
  const before = requests.length;
  await work();
  return requests.length - before;
}

function isMeant(product: FakeProduct, filter: Filter): boolean {
  const { id, xmlId, code, "%name": name, "%previewText": previewText } = filter;
  const has = (text: string | undefined, part: unknown): boolean =>
    part === undefined || (text ?? "").toLowerCase().includes(String(part));
  if (id !== undefined && !numbersOf(id).includes(product.id)) return false;
  if (xmlId !== undefined && product.xmlId?.toLowerCase() !== String(xmlId).toLowerCase()) return false;
  return code === undefined && has(product.name, name) && has(product.previewText, previewText);
}

function idsOf(filter: unknown): number[] {
  return numbersOf((filter as Filter)["productId"]); // safe: asked with one
}

/** PHP reads a list of a query as a map. */
function numbersOf(value: unknown): number[] {
  return (typeof value === "object" && value !== null ? Object.values(value) : [value]).map(Number);
}
