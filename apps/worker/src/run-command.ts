import { AppError, messageOf } from "@botdeck/core";
import { isDatabaseAway } from "@botdeck/db";

/** The exit code of a command that was called wrongly. */
const WRONG_USAGE = 2;

/**
 * Runs a command of the worker as a program. What a person can mend is told in words and ends with 1, a wrong call with 2; a fault of ours keeps
 * its trace, without the values of a statement: they may be what people wrote.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  process.stdout.once("error", endWithReader);
  try {
    await command();
  } catch (error) {
    const advice = adviceOn(error);
    if (advice === null) throw withoutValues(error);
    process.stderr.write(`${advice}\n`);
    process.exitCode = isUsageFault(error) ? WRONG_USAGE : 1;
  }
}

/** Prints the help of a command: as what was asked for, or as what is wrong with how it was called. */
export function printHelp(help: string, isAsked: boolean): void {
  (isAsked ? process.stdout : process.stderr).write(`${help.trimEnd()}\n`);
  if (!isAsked) process.exitCode = WRONG_USAGE;
}

/** Whoever reads the output, such as `head`, may have enough of it. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

function adviceOn(error: unknown): string | null {
  if (isDatabaseAway(error)) {
    return `Postgres does not do it now: ${messageOf(error)}. Does it run, and does DATABASE_URL name it? Then run this again.`;
  }
  return error instanceof AppError || isUsageFault(error) ? error.message : null;
}

/** An option that there is not, or one without its value. */
function isUsageFault(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

/** The driver hangs statement and values on its errors, and Node prints whatever hangs on one that nobody catches. */
function withoutValues(error: unknown): Error {
  const fault = new Error(messageOf(error));
  if (error instanceof Error) fault.stack = error.stack?.replace(error.message, () => fault.message) ?? fault.message;
  return fault;
}
