import { expect, test } from "vitest";

import { safeNext } from "./safe-next.ts";

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example",
  "javascript:alert(1)",
  "/login",
  "",
])("a sign-in never leads to %j", (next) => {
  expect(safeNext(next)).toBe("/conversations");
});

test("a sign-in leads back to the page that asked for it", () => {
  expect(safeNext("/conversations?queue=bot")).toBe("/conversations?queue=bot");
});
