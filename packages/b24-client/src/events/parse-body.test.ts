import { expect, test } from "vitest";

import { parseBody } from "./parse-body.ts";

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("a form and JSON of the same event decode to the same", () => {
  const form = parseBody("application/x-www-form-urlencoded", "event=X&data[id]=5&data[on]=1&data[list][0]=a");
  const json = parseBody(
    "application/json; charset=utf-8",
    '{"event":"X","data":{"id":5,"on":true,"list":["a"],"none":null,"empty":[]}}',
  );
  expect(plain(json)).toEqual(plain(form));
});

test("a missing content type means a form", () => {
  expect(plain(parseBody(undefined, "a=1"))).toEqual({ a: "1" });
});

test("NUL and half surrogate pairs inside JSON become U+FFFD", () => {
  expect(parseBody("application/json", String.raw`{"text":"a\u0000b\ud800"}`)["text"]).toBe("a\uFFFDb\uFFFD");
});

test.each([
  ["another content type", "multipart/form-data; boundary=x", "a"],
  ["broken JSON", "application/json", '{"a":'],
  ["a JSON text", "application/json", '"a"'],
  ["a prototype key", "application/json", '{"__proto__":{"x":1}}'],
  ["deep nesting", "application/json", `${'{"a":'.repeat(40)}1${"}".repeat(40)}`],
  ["deep empty lists", "application/json", `${"[".repeat(400_000)}${"]".repeat(400_000)}`],
  ["too many values", "application/json", JSON.stringify(Array.from({ length: 6_000 }, () => 1))],
  ["a huge body", "application/json", `"${"a".repeat(1_100_000)}"`],
])("%s is refused as invalid", (_name, contentType, body) => {
  expect(() => parseBody(contentType, body)).toThrow(expect.objectContaining({ code: "invalid" }));
});
