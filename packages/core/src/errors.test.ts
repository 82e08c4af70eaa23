import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { AppError, ERROR_CODES } from "./errors.ts";

const rows = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));

describe("docs/errors.md and the code", () => {
  test("know the same errors", () => {
    expect(rows.map((row) => row[1])).toEqual([...ERROR_CODES]);
  });

  test.each(rows.map((row) => [row[1], row[3]] as const))("agree whether %s may work later: %s", (code, again) => {
    const error = new AppError(code as (typeof ERROR_CODES)[number], "x"); // safe: the test above holds them together
    expect(error.isRetryable ? "yes" : "no").toBe(again);
  });
});

test("an error keeps its cause, its facts and its wait, and has none that it was not given", () => {
  const cause = new Error("503");
  const error = new AppError("rate_limited", "slow down", { cause, context: { portalId: "1" }, retryAfterMs: 500 });
  expect(error).toMatchObject({
    name: "AppError",
    code: "rate_limited",
    cause,
    context: { portalId: "1" },
    retryAfterMs: 500,
  });
  expect("cause" in new AppError("invalid", "x")).toBe(false);
});
