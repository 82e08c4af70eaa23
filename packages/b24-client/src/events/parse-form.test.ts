import { AppError } from "@botdeck/core";
import fc from "fast-check";
import { expect, test } from "vitest";

import { httpBuildQuery } from "./__fixtures__/http-build-query.ts";
import { BODY_LIMITS, parseForm } from "./parse-form.ts";

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each([
  ["a=1&b=2", { a: "1", b: "2" }],
  ["a%5Bb%5D%5Bc%5D=1", { a: { b: { c: "1" } } }],
  ["a[]=x&a[]=y", { a: { 0: "x", 1: "y" } }],
  ["a[567][ID]=1", { a: { 567: { ID: "1" } } }],
  ["a[999999999]=1", { a: { 999999999: "1" } }],
  ["a[][b]=1&a[][b]=2", { a: { 0: { b: "1" }, 1: { b: "2" } } }],
  ["a[5]=x&a[]=y", { a: { 5: "x", 1: "y" } }],
  ["a=1&a[b]=2", { a: { b: "2" } }],
  ["a[b]=2&a=1", { a: "1" }],
  ["text=one+two%2Bthree", { text: "one two+three" }],
  ["text=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%20%F0%9F%98%80", { text: "Привет 😀" }],
  ["a&b=&=c&&", { a: "", b: "", "": "c" }],
  ["a[b]c=1", { a: { b: "1" } }],
  ["a[b=1", { a: "1" }],
  ["", {}],
])("decodes %s", (body, expected) => {
  expect(plain(parseForm(body))).toEqual(expected);
});

test.each([
  ["broken UTF-8", "text=a%ffb", "a\uFFFDb"],
  ["half a surrogate pair", "text=%ED%A0%80", "\uFFFD\uFFFD\uFFFD"],
  ["NUL", "text=a%00b", "a\uFFFDb"],
  ["a lone percent", "text=100%", "100%"],
  ["a percent without hex", "text=%zz%41", "%zzA"],
])("%s never costs the event", (_name, body, text) => {
  expect(parseForm(body)["text"]).toBe(text);
});

test.each([
  ["__proto__[x]=1"],
  ["a[__proto__][x]=1"],
  ["a%5B__proto__%5D%5Bx%5D=1"],
  ["constructor[prototype][x]=1"],
  ["a[constructor]=1"],
])("a key that could reach a prototype is refused: %s", (body) => {
  expect(() => parseForm(body)).toThrow(AppError);
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
});

test.each([
  ["bytes", `a=${"x".repeat(BODY_LIMITS.bytes)}`],
  ["pairs", "a[]=&".repeat(100_000)],
  ["depth", `a${"[b]".repeat(100)}=1`],
  ["keyLength", `${"k".repeat(900_000)}=1`],
])("a body past the limit of %s is refused quickly", (limit, body) => {
  const before = process.threadCpuUsage();
  expect(() => parseForm(body)).toThrow(expect.objectContaining({ code: "invalid", context: { limit } }));
  // The matrix allows 50 ms of CPU; a slow machine gets some room.
  expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(500);
});

test("reads back whatever a portal encodes", () => {
  const key = fc
    .string({ minLength: 1, unit: "grapheme" })
    .filter((text) => /^[^[\].\0]+$/.test(text) && !/^__proto__$|^constructor$|^prototype$/.test(text));
  const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.dictionary(key, fc.oneof({ depthSize: "small" }, text, tie("tree")), {
      minKeys: 1,
      maxKeys: 4,
      noNullPrototype: true,
    }),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(plain(parseForm(httpBuildQuery(value)))).toEqual(value);
    }),
  );
});

test("any text at all is decoded or refused with a reason", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (body) => {
      try {
        expect(JSON.stringify(parseForm(body)).isWellFormed()).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 1_000 },
  );
});
