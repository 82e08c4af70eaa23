import { expect, test } from "vitest";

import { orderSourceConfig } from "./order-source-config.ts";

const odata = { kind: "odata", url: "https://1c.example/trade/odata/standard.odata" };
const json = { kind: "json", url: "https://shop.example/orders" };

test.each([
  ["1C, by one secret", odata, "robot:pa:ss", { login: "robot", password: "pa:ss" }],
  ["1C, with the login in the settings", { ...odata, login: "robot" }, "pa:ss", { login: "robot", password: "pa:ss" }],
  ["a JSON service with a token", json, "t:oken", { token: "t:oken", login: null }],
  ["a JSON service with a login", { ...json, login: "robot" }, "pass", { token: null, password: "pass" }],
])("%s", (_what, config, secret, expected) => {
  expect(orderSourceConfig({ config, secret })).toMatchObject(expected);
});

test("a portal of which nothing is stored keeps its orders in its own shop", () => {
  expect(orderSourceConfig(null)).toMatchObject({ kind: "sale" });
});

test("wrong settings are told without the secret", () => {
  const wrong = () => orderSourceConfig({ config: { ...odata, url: "1c" }, secret: "robot:s3cret" });
  expect(wrong).toThrow(/url/);
  expect(wrong).not.toThrow(/s3cret/);
  expect(wrong).toThrow(expect.objectContaining({ code: "unsupported" }));
});
