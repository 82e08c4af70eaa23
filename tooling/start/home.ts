import { accessSync, constants, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

import { AppError, messageOf } from "@botdeck/core";

export type Home = ReturnType<typeof homeAt>;

/** The folder with everything the running system keeps, and what lies where in it. */
export function homeAt(folder: string) {
  const root = resolve(folder);
  return {
    root,
    postgres: join(root, "postgres"),
    temporal: join(root, "temporal"),
    spool: join(root, "spool"),
    emulatorState: join(root, "emulator", "state.json"),
    logs: join(root, "logs"),
    secretsFile: join(root, "secrets.json"),
    runFile: join(root, "run.json"),
  };
}

/** @throws AppError `invalid` when the folder cannot be made or written. */
export function openHome(home: Home): void {
  try {
    for (const folder of [home.root, home.logs, home.temporal, join(home.emulatorState, "..")]) {
      mkdirSync(folder, { recursive: true });
    }
    accessSync(home.root, constants.W_OK);
  } catch (cause) {
    const advice = "Free some space or choose another folder with BOTDECK_HOME.";
    throw new AppError("invalid", `The data folder ${home.root} cannot be written: ${messageOf(cause)}. ${advice}`, {
      cause,
    });
  }
}

/** Removes the data and the secrets, and nothing that is not ours. The logs stay. */
export function clearHome(home: Home): void {
  const ours = [
    home.postgres,
    `${home.postgres}.password`,
    home.temporal,
    home.spool,
    join(home.emulatorState, ".."),
    home.secretsFile,
    home.runFile,
  ];
  for (const path of ours) rmSync(path, { recursive: true, force: true });
}
