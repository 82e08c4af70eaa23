import { createInterface } from "node:readline/promises";

import { AppError } from "@botdeck/core";

/**
 * Asks whoever sits at the terminal. Ctrl-C and Ctrl-D are a no.
 *
 * @throws AppError `invalid` when nobody sits there: then `--yes` has to say it.
 */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new AppError("invalid", "Nobody is here to ask: add --yes to do it, or --dry-run to look");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return false;
    throw error;
  } finally {
    terminal.close();
  }
}
