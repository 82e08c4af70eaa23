import fc from "fast-check";
import { expect, test } from "vitest";

import { nextApprover } from "./next-approver.ts";

const choose = (given: Partial<Parameters<typeof nextApprover>[0]> & { away?: readonly string[] }) => {
  const { away = [], ...more } = given;
  const isAway = async (userId: string) => away.includes(userId);
  return nextApprover({
    personId: "1",
    heads: ["2", "4"],
    substitutes: {},
    fallbackApproverId: null,
    passed: [],
    isAway,
    ...more,
  });
};

test.each([
  ["the nearest head", {}, "2", null],
  ["the substitute of one who is away", { away: ["2"], substitutes: { "2": "3" } }, "3", "head_away"],
  ["the next one up where the substitute is the person", { away: ["2"], substitutes: { "2": "1" } }, "4", "head_away"],
  [
    "the next one up where the substitute is away too",
    { away: ["2", "3"], substitutes: { "2": "3" } },
    "4",
    "head_away",
  ],
  ["the next one up after who did not decide", { passed: ["2"] }, "4", "escalated"],
  ["the portal's choice at last", { passed: ["2", "4"], fallbackApproverId: "9" }, "9", "escalated"],
  ["the portal's choice for who has nobody above", { heads: [], fallbackApproverId: "9" }, "9", null],
  ["the nearest one though away, rather than nobody", { away: ["2", "4"] }, "2", null],
])("asked is %s", async (_, given, approverId, because) => {
  const chosen = await choose(given);
  expect([chosen?.approverId, chosen?.because?.kind ?? null]).toEqual([approverId, because]);
});

test("nobody is asked about themselves or twice, and nobody is left out while somebody can be asked", async () => {
  const id = fc.constantFrom("1", "2", "3", "4", "5");
  const some = fc.uniqueArray(id, { maxLength: 4 });
  const substitutes = fc.dictionary(id, id, { maxKeys: 3 });
  await fc.assert(
    fc.asyncProperty(some, some, some, substitutes, fc.option(id), async (heads, passed, away, instead, fallback) => {
      const given = { heads: heads.filter((each) => each !== "1"), passed, away, substitutes: instead };
      const chosen = await choose({ ...given, fallbackApproverId: fallback });
      if (chosen === null) {
        const left = [...given.heads, ...(fallback === null ? [] : [fallback])];
        expect(left.filter((each) => each !== "1" && !passed.includes(each))).toEqual([]);
      } else {
        expect(["1", ...passed]).not.toContain(chosen.approverId);
      }
    }),
  );
});
