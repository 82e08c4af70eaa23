import { pauseFor } from "@botdeck/core";
import { type DatabaseHandle, retain, type RetentionDays } from "@botdeck/db";

/** After each step that removed something, in milliseconds: what people wait for comes first. */
const PAUSE_MS = 100;

type Options = {
  days: RetentionDays;
  now: Date;
  isDryRun?: boolean;
  /** How far each kind was looked through before; see `retain`. */
  places?: Map<string, string>;
  /** Ends it after the step under way. */
  signal?: AbortSignal;
};

/** Removes what is kept no longer, step by step. @returns How many rows of each kind went; kinds without any are missing. */
export async function applyRetention(
  db: DatabaseHandle["db"],
  { signal, ...options }: Options,
): Promise<Record<string, number>> {
  const total: Record<string, number> = {};
  for await (const { name, gone } of retain(db, options)) {
    if (gone > 0) total[name] = (total[name] ?? 0) + gone;
    if (signal?.aborted) break;
    if (gone > 0 && options.isDryRun !== true) await pauseFor(PAUSE_MS, signal);
  }
  return total;
}
