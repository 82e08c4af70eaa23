import fc from "fast-check";
import { expect, test } from "vitest";

import { detectContentType, isAllowedType } from "./content-type.ts";

test.each([
  ["%PDF-1.7\n%âãÏÓ", "application/pdf"],
  ["Plain words, кириллица.", "text/plain"],
  ['<?xml version="1.0"?>\n<!-- a drawing --><svg xmlns="x">', "image/svg+xml"],
  ["words first, then <script>alert(1)</script>", "text/html"],
])("%s is %s, whatever its name says", async (content, type) => {
  expect(await detectContentType(Buffer.from(content))).toBe(type);
});

test("no content breaks the reader of types", async () => {
  const marks = [
    "PK\u0003\u0004",
    "\u001f\u008b",
    "RIFF",
    "\u0000\u0000\u0000\u0018ftyp",
    "ID3",
    "<?xml",
    "\u00ff\u00d8\u00ff",
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 200 }), async (mark, rest) => {
      const sample = Buffer.concat([Buffer.from(mark, "latin1"), rest]);
      expect(await detectContentType(sample)).toMatch(/^[a-z]+\/[\w.+-]+$/);
    }),
  );
});

test.each([
  ["image/png", ["image/*"], true],
  ["image/png", ["image/jpeg"], false],
  ["image/svg+xml", ["image/*"], false],
  ["image/svg+xml", ["image/svg+xml"], true],
])("%s under %j: %s", (type, allowed, expected) => {
  expect(isAllowedType(type, allowed)).toBe(expected);
});
