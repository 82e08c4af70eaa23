import { expect, test } from "vitest";

import { verifyApplicationToken } from "./verify-application-token.ts";

test.each([
  ["the portal's own token", "abc", "abc", true],
  ["a wrong token", "abd", "abc", false],
  ["a longer token", "abcabc", "abc", false],
  ["no token", null, "abc", false],
  ["an empty token", "", "abc", false],
  ["a token for an unknown portal", "abc", null, false],
  ["nothing against nothing", null, null, false],
  ["an empty token for an unknown portal", "", null, false],
])("%s: %s against %s gives %s", (_name, given, expected, verdict) => {
  expect(verifyApplicationToken(given, expected)).toBe(verdict);
});
