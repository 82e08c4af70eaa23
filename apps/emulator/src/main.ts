import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { AppError, messageOf } from "@botdeck/core";

import { buildEmulator } from "./app.ts";
import { HELP, readFlags } from "./command-line.ts";
import type { Flags } from "./command-line.ts";
import { loadEnv } from "./env.ts";
import type { Env } from "./env.ts";
import { createEventSender } from "./events/event-sender.ts";
import { createLiveFeed } from "./live-feed.ts";
import { createCallRecord } from "./record.ts";
import type { BucketLimits } from "./rest/leaky-bucket.ts";
import { STANDARD_LIMITS } from "./rest/leaky-bucket.ts";
import { DEMO_SEED, Seed, seedState } from "./seed.ts";
import { createFolderFiles, createMemoryFiles } from "./state/file-contents.ts";
import type { State } from "./state/state.ts";
import { createMemoryStore, createStore, loadState } from "./state/store.ts";

const ENTERPRISE_LIMITS: BucketLimits = { capacity: 250, leakPerSecond: 5 };
const LIMITS = { "50/2": STANDARD_LIMITS, "250/5": ENTERPRISE_LIMITS, off: null };

async function start(flags: Flags, env: Env): Promise<void> {
  const host = env.EMULATOR_HOST;
  const stateFile = env.EMULATOR_STATE_FILE;
  const state = (stateFile === undefined ? null : await loadState(stateFile)) ?? (await newState(flags));
  const store = stateFile === undefined ? createMemoryStore() : createStore(stateFile, state, report);
  const record = createCallRecord(flags.record ?? env.EMULATOR_RECORD_FILE ?? null);
  const events = createEventSender(record);
  let port = flags.port ?? env.EMULATOR_PORT;
  const portal = {
    state,
    now: () => new Date(),
    origin: () => env.EMULATOR_PUBLIC_URL ?? `http://${host}:${port}`,
    files: stateFile === undefined ? createMemoryFiles() : createFolderFiles(`${stateFile}.files`),
    live: createLiveFeed(),
    events,
    record,
    changed: store.changed,
  };
  const pageFolder = fileURLToPath(new URL("../dist", import.meta.url));
  const app = buildEmulator({ portal, limits: LIMITS[env.EMULATOR_LIMIT], pageFolder });

  const stop = async (): Promise<void> => {
    await app.close();
    await events.close();
    await store.close();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop().catch(report));

  const address = new URL(await app.listen({ host, port }));
  port = Number(address.port);
  store.changed();
  process.stdout.write(`Emulator ready: ${portal.origin()} (portal ${state.memberId})\n`);
}

async function newState(flags: Flags): Promise<State> {
  if (flags.seed === undefined) return seedState(DEMO_SEED);
  const seed = Seed.safeParse(JSON.parse(await readFile(flags.seed, "utf8")));
  if (!seed.success) throw new AppError("invalid", `The seed file ${flags.seed} does not fit:\n${seed.error.message}`);
  return seedState(seed.data);
}

function report(error: unknown): void {
  process.stderr.write(`Emulator: ${messageOf(error)}\n`);
}

try {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help === true) process.stdout.write(`${HELP}\n`);
  else await start(flags, loadEnv());
} catch (error) {
  report(error);
  process.exitCode = 1;
}
