import fc from "fast-check";
import { expect, test } from "vitest";

import { decodePhpForm } from "./decode-php-form.ts";
import type { PhpValue } from "./decode-php-form.ts";
import { encodePhpForm } from "./encode-php-form.ts";

test("an event body is written as PHP would write it", () => {
  const body = encodePhpForm({
    event: "ONIMBOTV2MESSAGEADD",
    data: { message: { id: 7, text: "a b~(c)", isSystem: false, forward: null, params: [] }, ids: [4, 5] },
    ok: true,
  });

  expect(body).toBe(
    "event=ONIMBOTV2MESSAGEADD&data%5Bmessage%5D%5Bid%5D=7&data%5Bmessage%5D%5Btext%5D=a+b%7E%28c%29" +
      "&data%5Bmessage%5D%5BisSystem%5D=0&data%5Bids%5D%5B0%5D=4&data%5Bids%5D%5B1%5D=5&ok=1",
  );
});

test.each([
  ["a[]=1&a[]=2", { a: ["1", "2"] }],
  ["a[2]=x&a[]=y", { a: { 2: "x", 3: "y" } }],
  ["fields[PHONE][0][VALUE]=%2B49", { fields: { PHONE: [{ VALUE: "+49" }] } }],
  ["filter[%3E%3DDEADLINE]=2026", { filter: { ">=DEADLINE": "2026" } }],
  ["a.b=1&c d=2", { a_b: "1", c_d: "2" }],
  ["a=1&a[b]=2", { a: { b: "2" } }],
  ["a[b=1", { a_b: "1" }],
  ["broken=%E0%A4%A&plain", { broken: expect.any(String), plain: "" }],
])("%s is read as PHP reads it", (text, expected) => {
  expect(decodePhpForm(text)).toEqual(expected);
});

test("a hostile key cannot reach the prototype of anything", () => {
  const decoded = decodePhpForm("__proto__[polluted]=1&a[__proto__][polluted]=1&constructor[prototype][polluted]=1");

  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(Object.keys(decoded)).toEqual(["a", "constructor"]);
  expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
});

test("nesting and number of variables have a limit", () => {
  expect(decodePhpForm(`a${"[b]".repeat(70)}=1`)).toEqual({});
  expect(Object.keys(decodePhpForm(Array.from({ length: 10_050 }, (_, n) => `v${n}=1`).join("&")))).toHaveLength(
    10_000,
  );
});

const key = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .filter((text) => !/[[\] .\0]|^__proto__$/.test(text));
const tree = fc.letrec<{ node: PhpValue }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "grapheme" }),
    fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, tie("node"), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  ),
})).node;

test("what was encoded is decoded to the same tree", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        key.filter((text) => text.trimStart() === text),
        tree,
        { noNullPrototype: true },
      ),
      (value) => {
        expect(decodePhpForm(encodePhpForm(value))).toEqual(listsWhereKeysCount(value, true));
      },
    ),
  );
});

/** PHP has one kind of array: a map with the keys 0, 1, 2… comes back as a list. */
function listsWhereKeysCount(value: PhpValue, isRoot = false): PhpValue {
  if (typeof value === "string") return value;
  const entries = Object.entries(value).map(([name, item]) => [name, listsWhereKeysCount(item)] as const);
  const isList = !isRoot && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
