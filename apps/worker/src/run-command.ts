import { AppError } from "@botdeck/core";

/**
 * Runs a command of the worker as a program. What a person can mend is told in its own words and ends with 1; a fault of
 * ours keeps its trace.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof AppError) && !isUsageFault(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** An option that there is not, or one without its value. */
function isUsageFault(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
