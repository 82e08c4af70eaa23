import { expect, test } from "vitest";

import { startSource } from "../__fixtures__/start-source.ts";
import { createOrderSource, OrderSourceConfig } from "../create-order-source.ts";

const ORDER = {
  number: "A-1042",
  status: "shipped",
  phone: "8 916 123-45-67",
  customer: "Anna Petrova",
  purchased: "2026-11-12",
  expected: "2026-11-25T10:00:00+03:00",
  items: [{ article: "KT-200", name: "Electric kettle", quantity: 1, category: null }],
  amount: 5490,
  currency: "RUB",
};

function sourceAt(url: string, settings: object = {}) {
  return createOrderSource(OrderSourceConfig.parse({ kind: "json", url, ...settings }), {});
}

test("an order is told with what the service knows of it", async () => {
  const { url, asked } = await startSource(() => ({ body: { orders: [ORDER, { number: "1042", status: "new" }] } }));
  expect(await sourceAt(url).byNumber("A-1042")).toEqual({
    number: "A-1042",
    status: "shipped",
    phone: "+79161234567",
    customer: "Anna Petrova",
    purchasedOn: "2026-11-12",
    expectedOn: "2026-11-25",
    items: [{ article: "KT-200", name: "Electric kettle", quantity: 1, category: null }],
    amount: 5490,
    currency: "RUB",
  });
  expect(await sourceAt(url).byNumber("1042")).toMatchObject({ status: "new", phone: null, items: [], amount: null });
  expect(asked[0]?.search).toBe("?number=A-1042");
});

test("a service that answers with other people's orders does not show them", async () => {
  const foreign = { ...ORDER, number: "A-1043", phone: "+79160000000" };
  const { url, asked } = await startSource(() => ({ body: { orders: [foreign, ORDER] } }));
  expect(await sourceAt(url).byPhone("+79161234567")).toMatchObject([{ number: "A-1042" }]);
  expect(await sourceAt(url).byNumber("A-1044")).toBeNull();
  expect(asked[0]?.searchParams.get("phone")).toBe("+79161234567");
});

test("the service is asked with the token, or the login, of the settings", async () => {
  const headers: (string | undefined)[] = [];
  const { url } = await startSource((_url, request) => {
    headers.push(request.headers.authorization);
    return { body: { orders: [] } };
  });
  await sourceAt(url, { token: "t0ken" }).byNumber("1");
  await sourceAt(url, { login: "bot", password: "demo" }).byNumber("1");
  await sourceAt(url).byNumber("1");
  expect(headers).toEqual(["Bearer t0ken", `Basic ${btoa("bot:demo")}`, undefined]);
});

test("an answer in another form is told as such, with the place and without what stands there", async () => {
  const { url } = await startSource(() => ({ body: { orders: [{ ...ORDER, items: [{ article: 5 }] }] } }));
  const error: unknown = await sourceAt(url)
    .byNumber("A-1042")
    .catch((failure: unknown) => failure);
  expect(error).toMatchObject({
    code: "unreachable",
    message: expect.stringMatching(/not the agreed form \(at orders\.0\.items\.0\.article\)/),
  });
  expect(String(error)).not.toContain("Anna");
});
