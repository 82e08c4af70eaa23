import { AppError } from "@botdeck/core";

import { FAULTS } from "./faults/index.ts";
import { readCommand, USAGE } from "./options.ts";
import { runReturnCrash } from "./return-crash/run-return-crash.ts";
import { runFaults } from "./run-faults.ts";

const command = readCommand(process.argv.slice(2));

if (command.kind === "help") {
  process.stderr.write(USAGE);
  process.exit(command.isAsked ? 0 : 2);
}
if (command.kind === "list") {
  process.stdout.write(`${[...FAULTS.map(({ name }) => name), "return-crash (pnpm drill return-crash)"].join("\n")}\n`);
  process.exit(0);
}

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => interrupted.abort(new AppError("conflict", `it was ended by ${signal}`)));
}

try {
  const { signal } = interrupted;
  const isKept = await (command.kind === "faults" ? runFaults(command, signal) : runReturnCrash(command, signal));
  process.exitCode = isKept ? 0 : 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`The drill could not be run: ${error.message}\n`);
  process.exitCode = 1;
}
