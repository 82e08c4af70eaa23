import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { openLogFile } from "./log-file.ts";

test("a log stays within twice its bound and keeps the newest lines, and the log of the start before is kept", () => {
  const folder = mkdtempSync(join(tmpdir(), "start-log-"));
  const path = join(folder, "part.log");
  const earlier = openLogFile(path);
  earlier.write("the start before");
  earlier.close();

  const log = openLogFile(path, 1_000);
  expect(readFileSync(`${path}.1`, "utf8")).toBe("the start before\n");
  for (let line = 0; line < 500; line++) log.write(`line ${line}`);
  log.close();

  expect(readFileSync(path, "utf8")).toContain("line 499\n");
  expect(readdirSync(folder)).toEqual(["part.log", "part.log.1"]);
  const total = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(total).toBeLessThan(2_100);
  rmSync(folder, { recursive: true });
});
