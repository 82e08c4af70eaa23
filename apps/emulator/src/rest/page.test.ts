import { expect, test } from "vitest";

import { page } from "./page.ts";

const ROWS = Array.from({ length: 60 }, (_, index) => index);

test.each([0, -5, -1000])("start %i gives the first page", (start) => {
  expect(page(ROWS, start)).toEqual({ result: ROWS.slice(0, 50), total: 60, next: 50 });
});

test("start -1 gives it without counting", () => {
  expect(page(ROWS, -1)).toEqual({ result: ROWS.slice(0, 50), total: 0 });
});
