import { expect, test } from "vitest";

import { AppError } from "./errors.ts";
import { messageOf } from "./message-of.ts";

test.each<[string, unknown, string]>([
  ["an error", new Error("it broke"), "it broke"],
  ["an error of ours", new AppError("invalid", "no number"), "no number"],
  ["an error without words", new TypeError(""), "TypeError"],
  ["a text", "it broke", "it broke"],
  ["nothing", undefined, "undefined"],
  ["an object that cannot even be written down", Object.create(null), "Not an error"],
])("%s is told in words", (_, thrown, text) => {
  expect(messageOf(thrown)).toBe(text);
});

test("the values of a failed query stay out of its text", () => {
  const driver = new Error("connection refused");
  const query = "Failed query: insert into message values ($1)\nparams: what a person wrote";
  expect(messageOf(new Error(query, { cause: driver }))).toBe("connection refused");
  expect(messageOf(new Error(query))).toBe("A query failed");
});

test("a secret in an error's words is masked", () => {
  expect(messageOf(new Error("POST /rest/1/s3cret/profile"))).toBe("POST /rest/1/***/profile");
});
