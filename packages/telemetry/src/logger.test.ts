import { AppError } from "@botdeck/core";
import { expect, test } from "vitest";

import { createLogger } from "./logger.ts";

function lines() {
  const written: string[] = [];
  return { written, logger: createLogger({ name: "test", level: "info", write: (line) => written.push(line) }) };
}

test("no secret reaches a log line, wherever it stood", () => {
  const { written, logger } = lines();
  const cause = new Error("POST https://portal.example/rest/1/s3cretcode/profile failed");
  logger.info(
    { auth: { access_token: "s3crettoken" }, url: "https://x/?auth=s3cretquery" },
    "sent to /rest/7/s3cretpath/",
  );
  logger.error(
    { err: new AppError("unreachable", "no answer", { cause, context: { botToken: "s3cretbot" } }) },
    "failed",
  );
  expect(written).toHaveLength(2);
  expect(written.join("")).not.toContain("s3cret");
});

test("an error keeps its code, its cause and its place", () => {
  const { written, logger } = lines();
  logger.error({ err: new AppError("rate_limited", "slow down", { cause: new Error("503") }) }, "failed");
  const line = JSON.parse(written[0] ?? "{}");
  expect(line).toMatchObject({
    level: "error",
    name: "test",
    err: { code: "rate_limited", cause: { message: "503" } },
  });
  expect(line.err.stack).toContain("logger.test");
});
