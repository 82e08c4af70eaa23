import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

import { connect, outboxEffect } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { beforeAll, expect, onTestFinished, test } from "vitest";

import { type Client, clientAt, createEmulatorApi } from "./emulator-api.ts";
import { BUYERS_PHONE } from "./system/people.ts";
import type { Settler } from "./system/populate-portal.ts";
import { readRunRecord, startSystem, type StartedSystem } from "./system/start-system.ts";
import { makeTemporaryHome } from "./system/temporary-home.ts";

/** More than the worker carries effects side by side (WORKER_DELIVERER_CONCURRENCY). */
const WAITING_CLIENTS = 10;
/** Usual is a second; a place that is held by a call to Temporal would take longer. */
const SOON_MS = 15_000;
const TRIED_WITHIN_MS = 30_000;

const manager: Settler = { firstName: "Vera", role: "manager" };
const people = Array.from({ length: WAITING_CLIENTS + 2 }, (_, index): Settler => ({
  firstName: `Anna ${index}`,
  role: "client",
}));

let system: StartedSystem;
let clients: Client[];

beforeAll(async () => {
  const tools = makeTemporaryHome();
  system = await startSystem({ people: [manager, ...people], environment: machineWithoutTemporal(tools.path) });
  clients = await createEmulatorApi(system.chat).clients();
  return async () => {
    await system.stop();
    tools.remove();
  };
});

test("without a Temporal server the start says that workflows wait and how to get one", () => {
  const [, , summary] = system.output().split(/(Botdeck is running)/);
  expect(summary).toContain("Workflows wait until there is one.");
  expect(summary).toContain("Put a `temporal` program on PATH, or set TEMPORAL_CLI_PATH to one, or install Go");
});

test("without a Temporal server a workflow's effect was tried and waits in the outbox", async () => {
  const { db, close } = connect(readRunRecord(system.home)?.databaseUrl ?? "", { max: 1 });
  onTestFinished(close);

  await clientAt(clients, 0).write("I want to return this");

  const waits = async () => {
    const starts = (await db.select().from(outboxEffect)).filter(({ kind }) => kind === "workflow.start");
    return starts.some(({ status, attempt }) => status === "ready" && attempt > 0);
  };
  expect(await waitUntil(waits, { timeoutMs: TRIED_WITHIN_MS })).toBe(true);
});

test("clients whose workflows wait for Temporal do not hold up the answers to others", async () => {
  const other = clientAt(clients, 1);
  for (const client of clients.slice(2)) await client.write("I want to return this");

  await other.write(`where is my order A-1042? my phone is ${BUYERS_PHONE}`);

  await other.hears(/Order A-1042 is shipped and on its way/, SOON_MS);
});

/** The environment of a machine that has neither a Temporal program nor Go nor a way to a download. */
function machineWithoutTemporal(folder: string): Record<string, string> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((path) => !existsSync(join(path, "temporal")));
  const tools = join(folder, "tools");
  mkdirSync(tools);
  writeFileSync(join(tools, "go"), "#!/bin/sh\nexit 1\n");
  chmodSync(join(tools, "go"), 0o755);
  const nowhere = "http://127.0.0.1:9";
  return {
    TEMPORAL_CLI_PATH: "",
    XDG_CACHE_HOME: join(folder, "cache"),
    PATH: [tools, ...folders].join(delimiter),
    HTTPS_PROXY: nowhere,
    https_proxy: nowhere,
    NO_PROXY: "",
    no_proxy: "",
  };
}
