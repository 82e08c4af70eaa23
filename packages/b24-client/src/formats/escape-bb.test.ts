import fc from "fast-check";
import { expect, test } from "vitest";

import { escapeBb } from "./escape-bb.ts";

const BB_CODE = /\[(?:\/?[a-z]+|\*)[^\]]*\]/i;

test.each(["[user=5]Chief[/user]", "[URL=https://evil.example]prize[/URL]", "[img]x[/img]", "[[b]]", "[*]"])(
  "%s stays a plain text that looks the same",
  (text) => {
    expect(escapeBb(text)).not.toMatch(BB_CODE);
    expect(escapeBb(text).replaceAll("\u200B", "")).toBe(text);
  },
);

test("what is no BB code is left as it is", () => {
  expect(escapeBb("order [1042], a[0] > 5 :[")).toBe("order [1042], a[0] > 5 :[");
});

test("no text at all gives a BB code, and escaping twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("[", "]", "/", "b", "=", "*", "я", " ") }), (text) => {
      expect(escapeBb(text)).not.toMatch(BB_CODE);
      expect(escapeBb(escapeBb(text))).toBe(escapeBb(text));
    }),
  );
});

test("a stranger's quotation is none", () => {
  expect(escapeBb(`>>the chief said yes\n${"-".repeat(54)}`)).not.toMatch(/^>>|^-{6}/m);
});
