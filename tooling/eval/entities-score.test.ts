import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { type EntityPhrase, entityPhraseSchema, scoreEntities } from "./entities-score.ts";

test("every phrase of the development set is read right", () => {
  const lines = readFileSync(join(import.meta.dirname, "data/entities/entities.test.jsonl"), "utf8")
    .trim()
    .split("\n");
  const score = scoreEntities(lines.map((line) => entityPhraseSchema.parse(JSON.parse(line))));
  expect(score.misses).toEqual([]);
  expect(score.total.right).toBe(48);
});

test("a phrase read wrongly lowers its kind's share and is named with what was found", () => {
  const phrase: EntityPhrase = {
    text: "buy it tomorrow",
    kind: "date",
    expected: "2026-07-10",
    direction: "future",
    ref: "2026-07-08T10:00:00+03:00",
  };
  expect(scoreEntities([phrase, { ...phrase, kind: "range", expected: "x" }])).toMatchObject({
    kinds: { date: { right: 0, total: 1 }, range: { right: 0, total: 1 } },
    total: { right: 0, total: 2 },
    misses: [{ found: ["2026-07-09"] }, { found: [] }],
  });
});
