import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ProcessIdentity } from "@botdeck/local-stack";

import { populatePortal, type Settler } from "./populate-portal.ts";
import { type Program, runProgram } from "./program.ts";
import { makeTemporaryHome } from "./temporary-home.ts";

export const START_SCRIPT = "tooling/start/main.ts";
/** A fresh machine builds the pages and makes a database first. */
const READY_TIMEOUT_MS = 180_000;

/** What a start says to a person: where to go and how to get in. `chat` is empty with a real portal. */
export type Addresses = { chat: string; console: string; password: string };

/** The part of `run.json` that is read here. */
export type RunRecord = {
  readyAt: string | null;
  databaseUrl: string;
  parts: Record<string, ProcessIdentity>;
};

export type StartedSystem = Addresses & {
  home: string;
  output(): string;
  interrupt: Program["interrupt"];
  /** Stops it, if that was not done before, and removes its data. */
  stop(): Promise<void>;
};

type StartInput = {
  args?: readonly string[];
  environment?: Record<string, string>;
  /** Who lives on the demo portal; the usual demo people when left out. */
  people?: readonly Settler[];
};

/** `pnpm start` on a data folder of its own, until it says that everything runs. @throws Error with all that it printed. */
export async function startSystem({ args = [], environment = {}, people }: StartInput = {}): Promise<StartedSystem> {
  const home = makeTemporaryHome();
  let program: Program | null = null;
  const stop = async () => {
    await program?.interrupt();
    home.remove();
  };
  try {
    if (people !== undefined) await populatePortal(home.path, people);
    program = await runProgram({
      script: START_SCRIPT,
      args,
      environment: { ...startEnvironment(home.path), ...environment },
    });
    await program.printed(/Ctrl-C stops everything/, READY_TIMEOUT_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  const { output, interrupt } = program;
  const find = (pattern: RegExp) => pattern.exec(output())?.[1] ?? "";
  return {
    chat: find(/Chat page +(http\S+)/),
    console: find(/Console +(http\S+)/),
    password: find(/password (\S+)/),
    home: home.path,
    output,
    interrupt,
    stop,
  };
}

/** What a start on a data folder is told. A test run that is killed takes its systems with it. */
export function startEnvironment(home: string): Record<string, string> {
  return { BOTDECK_HOME: home, BOTDECK_OWNER_PID: String(process.pid), NO_COLOR: "1" };
}

/** What a start has written about itself, or null when it is not that far. */
export function readRunRecord(home: string): RunRecord | null {
  try {
    return JSON.parse(readFileSync(join(home, "run.json"), "utf8")) as RunRecord; // safe: the start wrote it
  } catch {
    return null;
  }
}
