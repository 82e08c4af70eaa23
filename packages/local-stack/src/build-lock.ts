import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.ts";
import { waitUntil } from "./wait-until.ts";

const WAIT_MS = 20 * 60_000;

type LockOptions = { onWait: () => void; signal?: AbortSignal | undefined };

/**
 * Runs `build` in one process at a time. Returns at once when `target` is there, also when another process made it
 * while this one waited. A lock whose owner died is taken over.
 */
export async function withBuildLock(target: string, options: LockOptions, build: () => Promise<void>): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const lockFile = `${target}.lock`;
  let isAnnounced = false;
  const isMine = await waitUntil(
    () => {
      if (existsSync(target) || takeLock(lockFile)) return true;
      if (!isAnnounced) options.onWait();
      isAnnounced = true;
      return false;
    },
    { timeoutMs: WAIT_MS, everyMs: 500, signal: options.signal },
  );
  if (!isMine) throw new Error("another process holds the build lock");
  if (existsSync(target)) {
    releaseLock(lockFile);
    return;
  }
  try {
    await build();
  } finally {
    releaseLock(lockFile);
  }
}

function takeLock(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, JSON.stringify(identifyProcess(process.pid)), { flag: "wx" });
    return true;
  } catch {
    const owner = readOwner(lockFile);
    if (owner !== null && !isRunning(owner)) rmSync(lockFile, { force: true });
    return false;
  }
}

function releaseLock(lockFile: string): void {
  if (readOwner(lockFile)?.pid === process.pid) rmSync(lockFile, { force: true });
}

// Null while the file is gone, or is being written this very moment.
function readOwner(lockFile: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")) as ProcessIdentity;
  } catch {
    return null;
  }
}
