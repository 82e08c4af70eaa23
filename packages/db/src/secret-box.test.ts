import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";

import { createSecretBox } from "./secret-box.ts";

const newKey = () => randomBytes(32).toString("base64");

describe("secret box", () => {
  test("what was sealed opens again, and two seals of one secret differ", () => {
    const box = createSecretBox(newKey());
    const [first, second] = [box.seal("s3cret", "portal:1:token"), box.seal("s3cret", "portal:1:token")];
    expect(first).not.toBe(second);
    expect(first).not.toContain("s3cret");
    expect(box.open(first, "portal:1:token")).toBe("s3cret");
  });

  test("a sealed text copied to another portal does not open there", () => {
    const box = createSecretBox(newKey());
    expect(() => box.open(box.seal("s3cret", "portal:1:token"), "portal:2:token")).toThrow(/belongs elsewhere/);
  });

  test("another key is named, not called corrupt data", () => {
    const sealed = createSecretBox(newKey()).seal("s3cret", "x");
    expect(() => createSecretBox(newKey()).open(sealed, "x")).toThrow(/sealed with key/);
  });

  test("a key of the wrong length is refused with how to make one", () => {
    expect(() => createSecretBox("abc")).toThrow(/openssl rand/);
  });
});
