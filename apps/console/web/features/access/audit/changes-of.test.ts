import { expect, test } from "vitest";

import { readDetail } from "./changes-of.ts";

test("one value is shown before and after, with the reason and the rest apart", () => {
  expect(readDetail({ before: "viewer", after: "lead", reason: "new job", sessions: 2 })).toEqual({
    changes: [{ name: null, before: "viewer", after: "lead" }],
    reason: "new job",
    facts: [{ name: "sessions", value: 2 }],
  });
});

test("of many values only those that changed are shown, those that came or went too", () => {
  const before = { name: "a", same: [1, 2], gone: true };
  const after = { name: "b", same: [1, 2], come: { x: 1 } };
  expect(readDetail({ before, after }).changes).toEqual([
    { name: "name", before: "a", after: "b" },
    { name: "gone", before: true, after: null },
    { name: "come", before: null, after: { x: 1 } },
  ]);
});

test("what was made or removed has one side", () => {
  expect(readDetail({ after: { role: "admin" } }).changes).toEqual([{ name: "role", before: null, after: "admin" }]);
  expect(readDetail({ before: "7", after: null }).changes).toEqual([{ name: null, before: "7", after: null }]);
  expect(readDetail({}).changes).toEqual([]);
});
