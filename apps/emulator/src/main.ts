import { fileURLToPath } from "node:url";

import { messageOf } from "@botdeck/core";

import { buildEmulator } from "./app.ts";
import { HELP, readFlags } from "./command-line.ts";
import type { Flags } from "./command-line.ts";
import { createPortal } from "./create-portal.ts";
import { loadEnv } from "./env.ts";
import type { Env } from "./env.ts";
import { DEMO_SEED, Seed, seedState } from "./seed.ts";
import { plantSeed } from "./seed/plant-seed.ts";
import { readSeedFile } from "./seed/read-seed-file.ts";
import { createFolderFiles, createMemoryFiles } from "./state/file-contents.ts";
import { createMemoryStore, createStore, loadState } from "./state/store.ts";

async function start(flags: Flags, env: Env): Promise<void> {
  const host = flags.host ?? env.EMULATOR_HOST;
  const stateFile = flags.state ?? env.EMULATOR_STATE_FILE;
  const seedFile = flags.seed ?? env.EMULATOR_SEED_FILE;
  const known = stateFile === undefined ? null : await loadState(stateFile);
  const seed = seedFile === undefined ? Seed.parse(DEMO_SEED) : await readSeedFile(seedFile);
  const state = known ?? seedState(seed);
  const store = stateFile === undefined ? createMemoryStore() : createStore(stateFile, state, report);
  let port = flags.port ?? env.EMULATOR_PORT;
  const portal = createPortal({
    state,
    origin: () => env.EMULATOR_PUBLIC_URL ?? `http://${host}:${port}`,
    files: stateFile === undefined ? createMemoryFiles() : createFolderFiles(`${stateFile}.files`),
    changed: store.changed,
    recordFile: flags.record ?? env.EMULATOR_RECORD_FILE ?? null,
    faults: { limits: { requests: flags.limit ?? env.EMULATOR_LIMIT } },
  });
  if (known === null) await plantSeed(portal, seed);
  const app = buildEmulator({ portal, pageFolder: fileURLToPath(new URL("../dist", import.meta.url)) });

  const stop = async (): Promise<void> => {
    await app.close();
    await portal.events.close();
    await store.close();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop().catch(report));

  const address = new URL(await app.listen({ host, port }));
  port = Number(address.port);
  store.changed();
  process.stdout.write(`Emulator ready: ${portal.origin()} (portal ${state.memberId})\n`);
}

function report(error: unknown): void {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    process.stderr.write(
      "Emulator: the port is taken. Give another one with --port, or --port 0 for any that is free.\n",
    );
    return;
  }
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
