import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { findTemporalCli } from "@botdeck/local-stack";
import type { TestProject } from "vitest/node";

import { startEmulator } from "./emulator.ts";
import { SEED } from "./people.ts";
import { type Addresses, startSystem } from "./start-system.ts";
import { makeTemporaryHome } from "./temporary-home.ts";

declare module "vitest" {
  export interface ProvidedContext {
    system: Addresses;
  }
}

/** For vitest's `globalSetup`: one system for the whole run, started as a person starts it. */
export default async function sharedSystem(project: TestProject): Promise<() => Promise<void>> {
  const cli = await findTemporalCli({ environment: process.env });
  if (!cli.ok) throw new Error(`${cli.reason} ${cli.advice}`);
  const home = makeTemporaryHome();
  try {
    await populatePortal(home.path);
    const system = await startSystem({ home: home.path });
    const { chat, console, password } = system;
    project.provide("system", { chat, console, password });
    return async () => {
      await system.interrupt();
      home.remove();
    };
  } catch (error) {
    home.remove();
    throw error;
  }
}

// The start finds the portal that its emulator left in the data folder before.
async function populatePortal(home: string): Promise<void> {
  const folder = join(home, "emulator");
  const seedFile = join(home, "people.json");
  mkdirSync(folder);
  writeFileSync(seedFile, SEED);
  const environment = { EMULATOR_STATE_FILE: join(folder, "state.json") };
  const emulator = await startEmulator({ args: ["--seed", seedFile], environment });
  await emulator.interrupt();
}
