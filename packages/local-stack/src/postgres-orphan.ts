import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { commandLineOf } from "./process-identity.ts";
import { waitUntil } from "./wait-until.ts";

const FAST_STOP_MS = 8_000;
const KILL_MS = 5_000;

/**
 * Ends the server that a killed owner left running in this data folder, and no other: the pid comes from the
 * folder's own postmaster.pid, and must belong to a Postgres that was started with this folder.
 *
 * @returns The pid that was stopped, or null when nothing ran.
 */
export async function stopOrphan(dataDir: string): Promise<number | null> {
  const pidFile = join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  const isOurs = () => Number.isInteger(pid) && isServerOf(pid, dataDir);
  if (!isOurs()) {
    // The system may have given the pid to somebody else; Postgres would then refuse to start.
    rmSync(pidFile, { force: true });
    return null;
  }
  process.kill(pid, "SIGINT");
  if (!(await waitUntil(() => !isOurs(), { timeoutMs: FAST_STOP_MS }))) {
    process.kill(pid, "SIGQUIT");
    await waitUntil(() => !isOurs(), { timeoutMs: KILL_MS });
  }
  return pid;
}

function isServerOf(pid: number, dataDir: string): boolean {
  const commandLine = commandLineOf(pid);
  return commandLine !== null && /\bpostgres\b/.test(commandLine) && commandLine.includes(`-D ${dataDir}`);
}
