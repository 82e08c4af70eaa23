import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { findTemporalCli } from "./temporal-cli.ts";
import { startTemporalServer } from "./temporal-server.ts";

const folder = mkdtempSync(join(tmpdir(), "local-stack-temporal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = await findTemporalCli({ environment: process.env, mayFetch: false });

test.skipIf(!cli.ok)("a server starts again on the file that kill -9 left", async () => {
  if (!cli.ok) return;
  const options = { cliPath: cli.path, dataDir: folder, namespace: "test", searchAttributes: { B24Portal: "Keyword" } };
  const killed = await startTemporalServer(options);
  process.kill(killed.pid, "SIGKILL");
  expect((await killed.exited).signal).toBe("SIGKILL");

  const next = await startTemporalServer(options);
  await next.stop();

  expect((await next.exited).code).toBe(0);
});
