import { expect, test } from "vitest";

import { shapeFaults } from "./shape.ts";

test.each<[string, unknown, unknown, string[]]>([
  ["the same form", { id: "1", rows: [{ n: 2 }] }, { id: "7", rows: [{ n: 0 }, { n: 5 }] }, []],
  ["a key that is missing", { id: 1, name: "x" }, { id: 1 }, ["result.name: is missing"]],
  ["a number for a text", { id: "1" }, { id: 1 }, ["result.id: number, documented as string"]],
  ["nothing for a text", { id: "1" }, { id: null }, []],
  ["nothing for a map", { user: { id: 1 } }, { user: null }, ["result.user: null, documented as object"]],
  ["a map for a list", [1], { 0: 1 }, ["result: object, documented as list"]],
  ["an empty list where rows are documented", [{ id: 1 }], [], ["result: is empty, so there is nothing to compare"]],
  ["PHP's empty map", { params: [] }, { params: { a: 1 } }, []],
  ["rows that vary as the documented ones do", [{ a: 1 }, { b: 1 }], [{ b: 2 }, { a: 2 }], []],
  ["one wrong row among many", [{ a: 1 }], [{ a: 1 }, { a: "1" }], ["result[].a: string, documented as number"]],
  [
    "maps by id, whatever the ids",
    { 85: { t: "x" } },
    { 9: { t: "y" }, 10: { t: 1 } },
    ["result{}.t: number, documented as string"],
  ],
  ["more than is documented", { a: 1 }, { a: 1, b: 2 }, []],
])("%s", (_, documented, answer, faults) => {
  expect(shapeFaults(documented, answer)).toEqual(faults);
});
