import { expect, test } from "vitest";

import { accessTo } from "./may-call.ts";

test("a command that is called as something every object has is still for whom its definition says", () => {
  const who = { roles: ["admin"] as const };
  expect(accessTo("constructor", who, { commandAccess: {} })).toEqual(who);
  expect(accessTo("constructor", who, { commandAccess: { constructor: { roles: ["head"] } } })).toEqual({
    roles: ["head"],
  });
});
