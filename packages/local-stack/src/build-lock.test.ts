import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { withBuildLock } from "./build-lock.ts";

let target: string;
beforeEach(() => {
  target = join(mkdtempSync(join(tmpdir(), "local-stack-lock-")), "program");
});
afterEach(() => rmSync(join(target, ".."), { recursive: true, force: true }));

test("two callers at once build once, and both find the result", async () => {
  const builds: string[] = [];
  const run = (name: string) =>
    withBuildLock(target, { onWait: () => {} }, async () => {
      builds.push(name);
      writeFileSync(target, name);
    });

  await Promise.all([run("first"), run("second")]);

  expect(builds).toHaveLength(1);
  expect(existsSync(`${target}.lock`)).toBe(false);
});

test("a lock whose owner is gone is taken over", async () => {
  writeFileSync(`${target}.lock`, JSON.stringify({ pid: process.pid, startedAt: "long ago" }));

  await withBuildLock(target, { onWait: () => {} }, async () => writeFileSync(target, "built"));

  expect(existsSync(target)).toBe(true);
});

test("a build that failed leaves the way free for the next try", async () => {
  const failing = withBuildLock(target, { onWait: () => {} }, () => Promise.reject(new Error("no network")));
  await expect(failing).rejects.toThrow("no network");

  await withBuildLock(target, { onWait: () => {} }, async () => writeFileSync(target, "built"));

  expect(existsSync(target)).toBe(true);
});
