import { AppError } from "@botdeck/core";
import { ZodError } from "zod";

/** Before the next tries, in milliseconds; the last stands for all after it. */
const PAUSES_MS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000] as const;
const LONGEST_MS = 60_000;
/** An outage that is over by then ends no job: Postgres restarts in less, and people see to a deadlock or a full disk. */
const PATIENCE_MS = 15 * 60_000;

/**
 * How long a job waits before it tries a piece again that has failed. Only time that was waited counts: while the database is away
 * nothing is tried, so that an outage of hours ends no job.
 *
 * @param triesBefore How often this piece had failed before.
 * @returns Milliseconds; null when the job is to be given up.
 */
export function waitBeforeRetry(triesBefore: number, error: unknown): number | null {
  if (!mayHeal(error)) return null;
  if (waitedMs(triesBefore) >= PATIENCE_MS) return null;
  return pauseMs(triesBefore);
}

const pauseMs = (tries: number): number => PAUSES_MS[tries] ?? LONGEST_MS;

function waitedMs(tries: number): number {
  let ms = 0;
  for (let each = 0; each < tries; each++) ms += pauseMs(each);
  return ms;
}

/** Not what we were asked wrongly, or what lies in the table in a form that no try can read. */
function mayHeal(error: unknown): boolean {
  if (error instanceof AppError) return error.isRetryable;
  return !(error instanceof ZodError);
}
