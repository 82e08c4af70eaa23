import { expect, test, vi } from "vitest";

import { remember } from "./remember.ts";

test("a row is read once in a moment, and again after it", async () => {
  let now = 0;
  const lookUp = vi.fn(async (key: string) => `${key}${lookUp.mock.calls.length}`);
  const find = remember(lookUp, 1_000, () => now);
  expect(await Promise.all([find("a"), find("a"), find("b")])).toEqual(["a1", "a1", "b2"]);
  now = 1_000;
  expect(await find("a")).toBe("a3");
});

test("what was not there, or could not be read, is not kept", async () => {
  const lookUp = vi.fn<(key: string) => Promise<string | null>>(async () => "found");
  lookUp.mockResolvedValueOnce(null).mockRejectedValueOnce(new Error("the database is away"));
  const find = remember(lookUp, 1_000);
  expect(await find("a")).toBeNull();
  await expect(find("a")).rejects.toThrow("away");
  expect(await find("a")).toBe("found");
});
