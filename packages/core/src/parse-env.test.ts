import { expect, test } from "vitest";
import { z } from "zod";

import { parseEnv } from "./parse-env.ts";

const Env = z.object({
  PORT: z.coerce.number().int().default(8080),
  KEY: z.string().min(8),
  LEVEL: z.enum(["info", "debug"]).default("info"),
});

test("what is not set, or set to nothing, takes its default", () => {
  expect(parseEnv(Env, { KEY: "long enough", PORT: "", LEVEL: undefined })).toEqual({
    KEY: "long enough",
    PORT: 8080,
    LEVEL: "info",
  });
});

test("every faulty variable is named at once", () => {
  expect(() => parseEnv(Env, { PORT: "many", LEVEL: "loud" })).toThrow(/PORT: .*\n.*KEY: .*\n.*LEVEL: /);
});

test("a faulty value is not shown: it may be a secret", () => {
  const read = () => parseEnv(Env, { KEY: "s3cret", PORT: "s3cret", LEVEL: "s3cret" });
  expect(read).toThrow(expect.objectContaining({ code: "invalid", message: expect.not.stringContaining("s3cret") }));
});
