import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ProcessIdentity } from "@botdeck/local-stack";

import { type Program, runProgram } from "./program.ts";

/** A fresh machine builds the pages and makes a database first. */
const READY_TIMEOUT_MS = 180_000;

/** What a start says to a person: where to go and how to get in. `chat` is empty with a real portal. */
export type Addresses = { chat: string; console: string; password: string };

export type StartedSystem = Addresses & Omit<Program, "printed"> & { record(): RunRecord };

/** The part of `run.json` that is read here. */
type RunRecord = {
  supervisor: ProcessIdentity;
  databaseUrl: string;
  parts: Record<string, ProcessIdentity>;
};

type StartInput = { home: string; args?: readonly string[]; environment?: Record<string, string> };

/** `pnpm start` on a data folder of its own. */
export async function launchSystem({ home, args = [], environment = {} }: StartInput): Promise<Program> {
  return await runProgram({
    script: "tooling/start/main.ts",
    args,
    // A test run that is killed takes its systems with it.
    environment: { BOTDECK_HOME: home, BOTDECK_OWNER_PID: String(process.pid), NO_COLOR: "1", ...environment },
  });
}

/** `pnpm start` until it says that everything runs. @throws Error with all that it printed when it does not get there. */
export async function startSystem(input: StartInput): Promise<StartedSystem> {
  const program = await launchSystem(input);
  try {
    await program.printed(/Ctrl-C stops everything/, READY_TIMEOUT_MS);
  } catch (error) {
    await program.interrupt();
    throw error;
  }
  const find = (pattern: RegExp) => pattern.exec(program.output())?.[1] ?? "";
  return {
    ...program,
    chat: find(/Chat page +(http\S+)/),
    console: find(/Console +(http\S+)/),
    password: find(/password (\S+)/),
    record: () => JSON.parse(readFileSync(join(input.home, "run.json"), "utf8")) as RunRecord, // safe: the start wrote it
  };
}
