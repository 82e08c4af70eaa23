import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { HTTP_STATUS } from "./http-errors.ts";

test("the statuses are those of docs/errors.md", () => {
  const documented = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
    .map((row) => [row[1], Number(row[4])]);
  expect(Object.fromEntries(documented)).toEqual(HTTP_STATUS);
});
