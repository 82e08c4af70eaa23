import { expect, test } from "vitest";

import { createOrderSource, OrderSourceConfig } from "../create-order-source.ts";
import { startSource } from "../__fixtures__/start-source.ts";

const DOCUMENT = {
  Ref_Key: "5c0f3a52-2f5b-4d6e-8a54-6f1f6f0a1042",
  DeletionMark: false,
  Number: "УТ00-001042",
  Date: "2026-11-12T00:00:00",
  Контрагент: { Description: "Anna Petrova" },
  ТелефонПолучателя: "+7 (916) 123-45-67",
  Статус: "КОтгрузке",
  ДатаОтгрузки: "0001-01-01T00:00:00",
  СуммаДокумента: 5490.5,
  Валюта: { Description: "RUB" },
  Товары: [
    {
      LineNumber: "1",
      Номенклатура: { Description: "Electric kettle", Артикул: "KT-200", ВидНоменклатуры: "" },
      Количество: "2",
    },
  ],
};

function sourceAt(url: string, settings: object = {}, now?: () => number) {
  const config = { kind: "odata", url, login: "бот", password: "секрет", ...settings };
  return createOrderSource(OrderSourceConfig.parse(config), { now });
}

const holding = (...documents: object[]) => startSource(() => ({ body: { value: documents } }));

test("an order of 1C is told as an order", async () => {
  const { url, asked } = await holding(DOCUMENT);
  expect(await sourceAt(url).byNumber("1042")).toEqual({
    number: "УТ00-001042",
    status: "packing",
    phone: "+79161234567",
    customer: "Anna Petrova",
    purchasedOn: "2026-11-12",
    expectedOn: null,
    items: [{ article: "KT-200", name: "Electric kettle", quantity: 2, category: null }],
    amount: 5490.5,
    currency: "RUB",
  });
  expect(decodeURIComponent(asked[0]?.pathname ?? "")).toBe("/shop/Document_ЗаказКлиента");
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({
    $format: "json",
    $filter: "endswith(Number, '1042')",
    $expand: "Контрагент,Валюта,Товары/Номенклатура",
  });
});

test("what a client writes for a number never becomes a part of the question", async () => {
  const { url, asked } = await holding();
  await sourceAt(url).byNumber("1042') or startswith(Number, 'A");
  expect(asked[0]?.searchParams.get("$filter")).toBe("endswith(Number, '1042')");
  await sourceAt(url).byNumber("' or true or '");
  await sourceAt(url).byPhone("') or true");
  expect(asked).toHaveLength(1);
});

test("of the orders that hold a phone's digits, only those of that phone are told, newest first", async () => {
  const order = (Number: string, phone: string) => ({ ...DOCUMENT, Number, ТелефонПолучателя: phone });
  const { url, asked } = await holding(
    order("3", "8 916 123 45 67"),
    order("2", "+7 495 916-12-34, 123-45-67"),
    order("1", "79161234567"),
    { ...order("0", "79161234567"), DeletionMark: true },
  );
  const orders = await sourceAt(url).byPhone("+79161234567");
  expect(orders.map(({ number }) => number)).toEqual(["3", "1"]);
  expect(asked[0]?.searchParams.get("$filter")).toBe(
    "substringof('916', ТелефонПолучателя) and substringof('123', ТелефонПолучателя) and " +
      "substringof('45', ТелефонПолучателя) and substringof('67', ТелефонПолучателя)",
  );
});

test("a status that nobody explained is not guessed, unless it is another order's", async () => {
  const { url } = await holding({ ...DOCUMENT, Статус: "Закрыт" }, { ...DOCUMENT, Number: "B-1043" });
  await expect(sourceAt(url).byNumber("1042")).rejects.toMatchObject({
    code: "unsupported",
    message: expect.stringMatching(/"Закрыт"/),
  });
  expect(await sourceAt(url).byNumber("B-1043")).toMatchObject({ status: "packing" });
  const explained = sourceAt(url, { statuses: { Закрыт: "delivered" } });
  expect(await explained.byNumber("1042")).toMatchObject({ status: "delivered" });
});

test("a base names its fields as its owner does, and is told when it has no such field", async () => {
  const { Статус: _status, ...rest } = DOCUMENT;
  const { url, asked } = await holding({ ...rest, Состояние: { Description: "Доставлен" } });
  await expect(sourceAt(url).byNumber("1042")).rejects.toMatchObject({
    code: "unreachable",
    message: expect.stringMatching(/Document_ЗаказКлиента has no field Статус/),
  });
  const fields = { status: "Состояние/Description", items: null };
  expect(await sourceAt(url, { fields }).byNumber("1042")).toMatchObject({ status: "delivered", items: [] });
  expect(asked[1]?.searchParams.get("$expand")).toBe("Состояние,Контрагент,Валюта");
});

test.each([
  ["a refused login", { status: 401, body: "" }, /refused the login \(401\)/],
  ["a failure", { status: 500, body: "Anna Petrova +79161234567" }, /it answered 500$/],
  ["a redirect", { status: 302, headers: { location: "http://127.0.0.1:1/" }, body: "" }, /sent us elsewhere \(302\)/],
  ["a page", { body: "<html>" }, /no JSON/],
  ["another form", { body: { "odata.error": {} } }, /not the form of OData/],
  ["silence", "never", /no whole answer within 150 ms/],
] as const)("%s is told as unreachable, with its cause and without a secret", async (_name, answer, cause) => {
  const { url } = await startSource(() => answer);
  const error: unknown = await sourceAt(url, { timeoutMs: 150 })
    .byPhone("+79161234567")
    .catch((failure: unknown) => failure);
  expect(error).toMatchObject({ code: "unreachable", message: expect.stringMatching(cause) });
  expect(String(error)).toContain(new URL(url).host);
  expect(JSON.stringify([String(error), error])).not.toMatch(/секрет|бот:|916|Anna/);
});

test("credentials are not sent where a redirect points", async () => {
  const other = await startSource(() => ({ body: { value: [DOCUMENT] } }));
  const { url } = await startSource(() => ({ status: 307, headers: { location: other.url }, body: "" }));
  await expect(sourceAt(url).byNumber("1042")).rejects.toMatchObject({ code: "unreachable" });
  expect(other.asked).toEqual([]);
});

test("a source that is down is not asked again and again, and is found again when it is back", async () => {
  let nowMs = 0;
  const { url, asked, answerWith } = await startSource(() => ({ status: 503, body: "" }));
  const source = sourceAt(url, {}, () => nowMs);
  for (let count = 0; count < 8; count++) await source.byNumber("1042").catch(() => {});
  expect(asked).toHaveLength(5);
  answerWith(() => ({ body: { value: [DOCUMENT] } }));
  await expect(source.byNumber("1042")).rejects.toMatchObject({
    code: "unreachable",
    message: expect.stringMatching(/not asked now/),
  });
  nowMs += 30_000;
  expect(await source.byNumber("1042")).toMatchObject({ number: "УТ00-001042" });
});

test("whoever goes away waits no longer", async () => {
  const { url } = await startSource(() => "never");
  const gone = new AbortController();
  const asking = sourceAt(url).byNumber("1042", gone.signal);
  gone.abort();
  await expect(asking).rejects.toMatchObject({ code: "unreachable", message: expect.stringMatching(/cancelled/) });
});

test("an address that holds a login is not taken", () => {
  expect(() => sourceAt("https://bot:secret@shop.example/odata")).toThrow(/their own fields/);
});
