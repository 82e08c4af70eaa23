import { expect, test } from "vitest";

import { digestApplicationToken, verifyApplicationToken } from "./verify-application-token.ts";

test.each([
  ["the portal's own token", "abc", ["abc"], true],
  ["the new one of two tokens", "abc", ["abc", "old"], true],
  ["the former of two tokens", "old", ["abc", "old"], true],
  ["a wrong token", "abd", ["abc"], false],
  ["a longer token", "abcabc", ["abc"], false],
  ["no token", null, ["abc"], false],
  ["an empty token", "", ["abc"], false],
  ["an empty token against an empty one", "", [""], false],
  ["a token for an unknown portal", "abc", [], false],
  ["nothing against nothing", null, [], false],
  ["an empty token for an unknown portal", "", [], false],
])("%s: %s against %s gives %s", (_name, given, expected, verdict) => {
  expect(verifyApplicationToken(given, expected.map(digestApplicationToken))).toBe(verdict);
});
