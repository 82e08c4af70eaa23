import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

import { identifyProcess, isRunning, signalGroup, waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

const Identity = z.object({ pid: z.number(), startedAt: z.string() });

/** What a running system tells other commands about itself. Readable by the owner only: the database URL is in it. */
export const RunRecord = z.object({
  supervisor: Identity,
  /** Null until every part is ready. */
  readyAt: z.string().nullable(),
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  gatewayUrl: z.string(),
  consoleUrl: z.string(),
  /** Null when a real portal is connected. */
  emulatorUrl: z.string().nullable(),
  /** The process of each part, by its name. */
  parts: z.record(z.string(), Identity),
});
export type RunRecord = z.infer<typeof RunRecord>;

const STOP_LEFTOVER_MS = 5_000;

/** The record of the system that runs on this data folder, or null when none does. */
export function readRunning(file: string): RunRecord | null {
  const record = readRecord(file);
  return record !== null && isRunning(record.supervisor) ? record : null;
}

/** Writes the record whole, so that a reader never sees half of it. */
export function writeRunRecord(file: string, record: RunRecord): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * Ends what a start that was killed left running: exactly the processes its record names, each only if it is still
 * the same process.
 *
 * @returns The names of the parts that were ended.
 */
export async function stopLeftovers(file: string): Promise<string[]> {
  const left = Object.entries(readRecord(file)?.parts ?? {}).filter(([, identity]) => isRunning(identity));
  for (const [, { pid }] of left) signalGroup(pid, "SIGTERM");
  const isGone = () => left.every(([, identity]) => !isRunning(identity));
  if (!(await waitUntil(isGone, { timeoutMs: STOP_LEFTOVER_MS }))) {
    for (const [, identity] of left) if (isRunning(identity)) signalGroup(identity.pid, "SIGKILL");
    await waitUntil(isGone, { timeoutMs: STOP_LEFTOVER_MS });
  }
  rmSync(file, { force: true });
  return left.map(([name]) => name);
}

/** This process's own identity, for the record. */
export function ownIdentity() {
  const identity = identifyProcess(process.pid);
  if (identity === null) throw new Error("A running process always has an identity.");
  return identity;
}

function readRecord(file: string): RunRecord | null {
  if (!existsSync(file)) return null;
  try {
    return RunRecord.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // Of another version, or damaged: it cannot be a system of ours that runs.
    return null;
  }
}
