import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

import { connect, outboxEffect } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { expect, onTestFinished, test } from "vitest";

import { createEmulatorApi } from "./emulator-api.ts";
import { startSystem } from "./system/start-system.ts";
import { makeTemporaryHome } from "./system/temporary-home.ts";

/** An effect that was tried this often and is still ready waits for as long as it takes. */
const TRIES = 2;
const TRIED_WITHIN_MS = 30_000;

test("without a Temporal server everything but workflows works, and workflow effects wait", async () => {
  const home = makeTemporaryHome();
  onTestFinished(home.remove);
  const system = await startSystem({ home: home.path, environment: machineWithoutTemporal(home.path) });
  onTestFinished(async () => void (await system.interrupt()));
  const { db, close } = connect(system.record().databaseUrl, { max: 1 });
  onTestFinished(close);
  const client = await createEmulatorApi(system.chat).firstClient();

  await client.write("where is my order A-1042?");
  await client.hears(/Order A-1042 is on its way/);
  await client.write("I want to return this");

  const waitsAfterTries = async () => {
    const started = (await db.select().from(outboxEffect)).filter(({ kind }) => kind === "workflow.start");
    return started.some(({ status, attempt }) => status === "ready" && attempt >= TRIES);
  };
  expect(await waitUntil(waitsAfterTries, { timeoutMs: TRIED_WITHIN_MS })).toBe(true);
  const [, , summary] = system.output().split(/(Botdeck is running)/);
  expect(summary).toContain("Workflows wait until there is one.");
  expect(summary).toContain("Put a `temporal` program on PATH, or set TEMPORAL_CLI_PATH to one, or install Go");
});

/** The environment of a machine that has neither a Temporal program nor Go nor a way to a download. */
function machineWithoutTemporal(home: string): Record<string, string> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !existsSync(join(folder, "temporal")));
  const brokenTools = join(home, "broken-tools");
  mkdirSync(brokenTools);
  writeFileSync(join(brokenTools, "go"), "#!/bin/sh\nexit 1\n");
  chmodSync(join(brokenTools, "go"), 0o755);
  const nowhere = "http://127.0.0.1:9";
  return {
    TEMPORAL_CLI_PATH: "",
    XDG_CACHE_HOME: join(home, "cache"),
    PATH: [brokenTools, ...folders].join(delimiter),
    HTTPS_PROXY: nowhere,
    https_proxy: nowhere,
    NO_PROXY: "",
    no_proxy: "",
  };
}
