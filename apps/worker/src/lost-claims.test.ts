import { AppError } from "@botdeck/core";
import { expect, test } from "vitest";

import { createLostClaims } from "./lost-claims.ts";

const away = () => Object.assign(new Error("closed"), { code: "CONNECTION_CLOSED" });

test("what a claim took whose answer was lost is given back before the next claim, also when that needs several tries", async () => {
  const givenBack: (readonly string[])[] = [];
  let isAway = true;
  const lost = createLostClaims(async (claimIds) => {
    if (isAway) throw away();
    givenBack.push(claimIds);
  });
  const asked: string[] = [];
  const claim = (outcome: Error | null) =>
    lost.around(async (claimId) => {
      asked.push(claimId);
      if (outcome) throw outcome;
    });

  await expect(claim(away())).rejects.toThrow("closed");
  await expect(claim(null)).rejects.toThrow("closed");
  expect(asked).toHaveLength(1);
  isAway = false;
  await claim(null);
  expect(givenBack).toEqual([[asked[0]]]);
});

test("a claim that was refused for another reason took nothing", async () => {
  const lost = createLostClaims(async () => expect.unreachable());
  await expect(lost.around(() => Promise.reject(new AppError("invariant", "broken")))).rejects.toThrow("broken");
  await lost.around(async () => {});
});
