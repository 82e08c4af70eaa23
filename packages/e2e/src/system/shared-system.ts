import { findTemporalCli } from "@botdeck/local-stack";
import type { TestProject } from "vitest/node";

import { PEOPLE } from "./people.ts";
import { type Addresses, startSystem } from "./start-system.ts";

/** `home` is its data folder. */
export type SharedSystem = Addresses & { home: string };

declare module "vitest" {
  export interface ProvidedContext {
    system: SharedSystem;
  }
}

/** For vitest's `globalSetup`: one system for the whole run, started as a person starts it. */
export default async function sharedSystem(project: TestProject): Promise<() => Promise<void>> {
  // Building it may take minutes, which no test should wait for.
  const cli = await findTemporalCli({ environment: process.env });
  if (!cli.ok) throw new Error(`${cli.reason} ${cli.advice}`);
  const { chat, console, password, home, stop } = await startSystem({ people: Object.values(PEOPLE) });
  project.provide("system", { chat, console, password, home });
  return stop;
}
