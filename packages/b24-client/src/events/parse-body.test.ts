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

const MEGABYTE = 1_000_000;
const numbered = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index));
test.each<[string, "form" | "json", string]>([
  ["a hundred thousand pairs", "form", numbered(100_000, (index) => `k${index}=1`).join("&")],
  ["a list without end", "form", "a[]=&".repeat(100_000)],
  ["numbers that count down", "form", numbered(2_400, (index) => `a[${999_999_999 - index}]=1&a[]=2`).join("&")],
  ["a key of a megabyte", "form", `${"k".repeat(MEGABYTE)}=1`],
  ["brackets without end", "form", `k${"[".repeat(MEGABYTE)}=1`],
  ["a megabyte of broken UTF-8", "form", `k=${"%ff".repeat(MEGABYTE / 3)}`],
  ["a megabyte of signs that escape nothing", "form", `k=${"%".repeat(MEGABYTE)}`],
  ["a megabyte of separators", "form", "&".repeat(MEGABYTE)],
  ["JSON that nests without end", "json", '{"a":'.repeat(MEGABYTE / 5)],
  ["JSON with values without number", "json", JSON.stringify({ list: numbered(300_000, () => "1") })],
])("%s costs no more than 100 ms of the processor, read or refused", (_, kind, body) => {
  const type = kind === "form" ? "application/x-www-form-urlencoded" : "application/json";
  const costs = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    try {
      parseBody(type, body);
    } catch (error) {
      expect(error).toMatchObject({ code: "invalid" });
    }
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  // A core that is shared, and memory that is cleared just then, cost some of them more.
  expect(Math.min(...costs)).toBeLessThan(100);
});
