import { expect, test, vi } from "vitest";

import { remember } from "./remember.ts";

test("a row is read once in a while, and again after it", async () => {
  let now = 0;
  const lookUp = vi.fn(async (key: string) => `${key}${lookUp.mock.calls.length}`);
  const rows = remember(lookUp, 1_000, () => now);
  expect(await Promise.all([rows.find("a"), rows.find("a"), rows.find("b")])).toEqual(["a1", "a1", "b2"]);
  now = 1_000;
  expect(await rows.find("a")).toBe("a3");
});

test("what was not there, or could not be read, is not kept", async () => {
  const lookUp = vi.fn<(key: string) => Promise<string | null>>(async () => "found");
  lookUp.mockResolvedValueOnce(null).mockRejectedValueOnce(new Error("the database is away"));
  const rows = remember(lookUp, 1_000);
  expect(await rows.find("a")).toBeNull();
  await expect(rows.find("a")).rejects.toThrow("away");
  expect(await rows.find("a")).toBe("found");
});

test("what is forgotten while it is looked up is looked up again: the answer may be from before the change", async () => {
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const lookUp = vi.fn(() => answers[lookUp.mock.calls.length - 1]?.promise ?? Promise.resolve(null));
  const rows = remember(lookUp, 1_000);
  const before = rows.find("a");
  rows.forget();
  const after = rows.find("a");
  for (const [index, { resolve }] of answers.entries()) resolve(["old", "new"][index] ?? "");
  expect(await Promise.all([before, after, rows.find("a")])).toEqual(["old", "new", "new"]);
});
