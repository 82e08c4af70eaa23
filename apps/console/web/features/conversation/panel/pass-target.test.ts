import { expect, test } from "vitest";

import { targetOf } from "./pass-target.ts";

test.each([
  ["queue", "", { kind: "queue" }],
  ["line:5", "", { kind: "line", id: "5" }],
  ["person:12", "9", { kind: "person", id: "12" }],
  ["line:", " 7 ", { kind: "line", id: "7" }],
  ["person:", "", null],
  ["person:", "0", null],
  ["person:", "Anna", null],
] as const)("%s with %j typed beside it is %j", (chosen, typed, target) => {
  expect(targetOf(chosen, typed)).toEqual(target);
});
