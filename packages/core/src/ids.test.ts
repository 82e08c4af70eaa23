import { expect, test } from "vitest";

import { isId, newId } from "./ids.ts";

test("ids made one after another are different and stand in that order", () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("what Postgres would refuse as an id is none", () => {
  expect([newId(), newId().toUpperCase()].every(isId)).toBe(true);
  expect(["", "x", `${newId()}0`, newId().replaceAll("-", "x"), `${newId()}\n`].some(isId)).toBe(false);
});
