import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { findTemporalCli, TEMPORAL_CLI_VERSION } from "./temporal-cli.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-stack-temporal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(path: string, output: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "${output}"\n`);
  chmodSync(file, 0o755);
  return file;
}
const temporal = (path: string) => program(path, "temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1)");
const find = (environment: Record<string, string>) =>
  findTemporalCli({ environment: { XDG_CACHE_HOME: join(folder, "cache"), ...environment }, mayFetch: false });

test("TEMPORAL_CLI_PATH comes before PATH, PATH before the cache", async () => {
  const cached = temporal(`cache/botdeck/temporal/temporal-${TEMPORAL_CLI_VERSION}`);
  expect(await find({})).toEqual({ ok: true, path: cached, via: "cache" });

  const onPath = temporal("bin/temporal");
  expect(await find({ PATH: join(folder, "bin") })).toEqual({ ok: true, path: onPath, via: "PATH" });

  const named = temporal("own/temporal");
  expect(await find({ PATH: join(folder, "bin"), TEMPORAL_CLI_PATH: named })).toEqual({
    ok: true,
    path: named,
    via: "TEMPORAL_CLI_PATH",
  });
});

test("a TEMPORAL_CLI_PATH that does not run is an error, even where another program could be found", async () => {
  temporal("bin/temporal");
  const found = await find({ PATH: join(folder, "bin"), TEMPORAL_CLI_PATH: "/nowhere/temporal" });

  expect(found).toMatchObject({ ok: false, reason: expect.stringContaining("/nowhere/temporal") });
});

test("another program that is named temporal is passed over, and the way to get a server is said", async () => {
  program("bin/temporal", "temporal, a calendar tool, version 2");
  const found = await find({ PATH: join(folder, "bin") });

  expect(found).toMatchObject({ ok: false, advice: expect.stringContaining("TEMPORAL_CLI_PATH") });
});
