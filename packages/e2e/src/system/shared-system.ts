import { findTemporalCli } from "@botdeck/local-stack";
import type { TestProject } from "vitest/node";

import { PEOPLE } from "./people.ts";
import { populatePortal } from "./populate-portal.ts";
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
    await populatePortal(home.path, Object.values(PEOPLE));
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
