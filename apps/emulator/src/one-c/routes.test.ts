import { beforeEach, expect, test } from "vitest";

import { startTestPortal, type TestPortal } from "../testing/test-portal.ts";

const DOCUMENTS = `/1c/odata/standard.odata/${encodeURIComponent("Document_ЗаказКлиента")}`;
const KNOWN = `Basic ${Buffer.from("bot:demo-1c").toString("base64")}`;

let world: TestPortal;
beforeEach(async () => {
  world = await startTestPortal();
  await world.control("PUT", "/orders", { orders: ORDERS });
});

const ORDERS = [
  {
    number: "Z-1",
    phone: "+79161234567",
    customer: "Anna O'Hara",
    status: "shipped",
    eta: "D+2",
    items: ["KT-200"],
    amount: 5490,
    currency: "RUB",
    purchased: "D-9",
  },
  { number: "Z-2", phone: "+79161234567", status: "at_pickup", purchased: "2026-05-01", amount: 100.5 },
  { number: "Z-3", status: "new" },
];

async function get(path: string, query: Record<string, string>, authorization: string | null = KNOWN) {
  const url = new URL(path, world.origin);
  url.search = new URLSearchParams(query).toString();
  const response = await fetch(url, { headers: authorization === null ? {} : { authorization } });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text.startsWith("{") ? JSON.parse(text) : text };
}

const documents = (query: Record<string, string>) => get(DOCUMENTS, { $format: "json", ...query });
const numbers = async (query: Record<string, string>) =>
  (await documents(query)).body.value.map((one: { Number: string }) => one.Number);

test("an order is found by its number, with the references that were asked for and without the others", async () => {
  await world.control("PUT", "/products", {
    products: [{ article: "KT-200", name: "Electric kettle", nameRu: "Чайник", price: 2990, stock: { Moscow: 4 } }],
  });

  const { status, body } = await documents({
    $filter: "Number eq 'z-1'",
    $top: "1",
    $expand: "Контрагент,Товары/Номенклатура",
  });

  expect(status).toBe(200);
  expect(body["odata.metadata"]).toBe(`${world.origin}/1c/odata/standard.odata/$metadata#Document_ЗаказКлиента`);
  expect(body.value).toEqual([
    {
      Ref_Key: expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/),
      DataVersion: expect.any(String),
      DeletionMark: false,
      Number: "Z-1",
      Date: "2026-05-05T00:00:00",
      Posted: true,
      Контрагент_Key: expect.any(String),
      Контрагент: { Ref_Key: expect.any(String), Description: "Anna O'Hara" },
      ТелефонПолучателя: "+79161234567",
      Статус: "Отгружен",
      ДатаОтгрузки: "2026-05-16T00:00:00",
      СуммаДокумента: 5490,
      Валюта_Key: expect.any(String),
      Товары: [
        {
          Ref_Key: body.value[0].Ref_Key,
          LineNumber: "1",
          Номенклатура_Key: expect.any(String),
          Номенклатура: {
            Ref_Key: body.value[0]["Товары"][0]["Номенклатура_Key"],
            Description: "Electric kettle",
            Артикул: "KT-200",
            ВидНоменклатуры: "",
          },
          Количество: 1,
          Цена: 5490,
          Сумма: 5490,
        },
      ],
    },
  ]);
  const one = await get(`${DOCUMENTS}(guid'${body.value[0].Ref_Key}')`, { $format: "json", $select: "Number" });
  expect(one.body).toMatchObject({ Number: "Z-1" });
  expect(one.body).not.toHaveProperty("Date");
});

test.each([
  ["substringof('9161234567', ТелефонПолучателя)", ["Z-1", "Z-2"]],
  ["startswith(Number, 'Z-') and not (Статус eq 'Новый')", ["Z-1", "Z-2"]],
  ["Number eq 'Z-3' or Контрагент/Description eq 'Anna O''Hara'", ["Z-1", "Z-3"]],
  ["endswith(Number,'-2') eq true", ["Z-2"]],
  ["startswith(Number,'Z') and СуммаДокумента gt 100 and СуммаДокумента le 100.5", ["Z-2"]],
  ["startswith(Number,'Z') and Date ge datetime'2026-05-05T00:00:00'", ["Z-1"]],
  ["Number eq 'nothing'", []],
])("the filter %s gives %j", async (filter, found) => {
  expect(await numbers({ $filter: filter, $orderby: "Number" })).toEqual(found);
});

test("documents come in the order, the number and the page that were asked for", async () => {
  const zed = { $filter: "startswith(Number,'Z')" };

  expect(await numbers({ ...zed, $orderby: "Date desc" })).toEqual(["Z-1", "Z-2", "Z-3"]);
  expect(await numbers({ ...zed, $orderby: "СуммаДокумента desc", $top: "1", $skip: "1" })).toEqual(["Z-2"]);
  const counted = await documents({ ...zed, $top: "1", $inlinecount: "allpages" });
  expect(counted.body).toMatchObject({ "odata.count": "3", value: [{ Number: "Z-1" }] });
});

test.each([
  ["a field that there is not", { $filter: "Телефон eq '1'" }, 400],
  ["half a filter", { $filter: "Number eq" }, 400],
  ["a quote that does not end", { $filter: "Number eq 'A" }, 400],
  ["two filters in one", { $filter: "Number eq 'A' Number eq 'B'" }, 400],
  ["a reference that there is not", { $expand: "Склад" }, 400],
  ["a number that is none", { $top: "all" }, 400],
  ["an option that there is not", { $search: "A" }, 400],
  ["the format that is the usual one", { $format: "atom" }, 406],
])("%s is refused in the form of 1C", async (_what, query, status) => {
  const refusal = await documents(query);

  expect(refusal).toMatchObject({ status, body: { "odata.error": { message: { lang: "ru" } } } });
});

test("another document is not published, and a stranger gets nothing", async () => {
  expect((await get(DOCUMENTS.replace("Document", "Catalog"), { $format: "json" })).status).toBe(404);
  for (const authorization of [null, "Basic", `Basic ${Buffer.from("bot:wrong").toString("base64")}`]) {
    const refusal = await get(DOCUMENTS, { $format: "json" }, authorization);
    expect(refusal.status).toBe(401);
    expect(refusal.headers.get("www-authenticate")).toBe('Basic realm="1C:Enterprise"');
    expect((await get("/1c/orders", { number: "Z-1" }, authorization)).status).toBe(401);
  }
});

test("the plain service gives orders by number or by phone, however the phone was written", async () => {
  const byNumber = await get("/1c/orders", { number: "z-2" });
  expect(byNumber.body).toEqual({
    orders: [
      {
        number: "Z-2",
        status: "at_pickup",
        phone: "+79161234567",
        customer: null,
        purchased: "2026-05-01",
        expected: null,
        items: [],
        amount: 100.5,
        currency: null,
      },
    ],
  });

  expect((await get("/1c/orders", { number: "2" })).body).toEqual(byNumber.body);

  const byPhone = await get("/1c/orders", { phone: "8 (916) 123-45-67" });
  expect(byPhone.body.orders.map((order: { number: string }) => order.number)).toEqual(["Z-1", "Z-2"]);
  expect((await get("/1c/orders", { number: "none" })).body).toEqual({ orders: [] });
  expect((await get("/1c/orders", {})).status).toBe(400);
});

test("the demo clients have orders under the phones that the CRM has of them", async () => {
  const orders = (phone: string) => get("/1c/orders", { phone });

  const [anna, boris] = [await orders("+12025553101"), await orders("+12025553102")];

  expect(anna.body.orders).toContainEqual(
    expect.objectContaining({ number: "A-1042", status: "shipped", purchased: "2026-05-08", expected: "2026-05-15" }),
  );
  expect(boris.body.orders.map((order: { number: string }) => order.number)).toContain("A-1043");
});

test("a server that is away answers 503, a slow one answers late, and both are counted", async () => {
  const before = await world.control("GET", "/one-c");
  await world.control("PUT", "/one-c", { mode: "away" });
  expect((await documents({})).status).toBe(503);
  expect((await get("/1c/orders", { number: "Z-1" })).status).toBe(503);

  await world.control("PUT", "/one-c", { mode: "slow", slowMs: 60 });
  const startedAt = performance.now();
  expect((await documents({})).status).toBe(200);
  expect(performance.now() - startedAt).toBeGreaterThan(50);

  expect(await world.control("PUT", "/one-c", { mode: "well" })).toMatchObject({ requests: before.requests + 3 });
});
