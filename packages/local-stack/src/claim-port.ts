import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "./free-port.ts";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.ts";

const EVERYBODY_OWN_FILES = 0o1777;

/**
 * Chooses the preferred port or the next free one, and keeps it from every other process that asks here, as long as
 * this one runs.
 *
 * A port that is merely free now may be taken while a program still starts: two systems that start at the same time
 * would choose the same ports, and each would take the other's parts for its own.
 */
export async function claimPort(preferred: number, folder = join(tmpdir(), "botdeck-ports")): Promise<number> {
  mkdirSync(folder, { recursive: true });
  try {
    chmodSync(folder, EVERYBODY_OWN_FILES);
  } catch {
    // Another user made it, and opened it for everybody.
  }
  for (let port = preferred; ; port++) {
    if (isClaimed(join(folder, String(port)))) continue;
    if ((await freePort(port)) !== port) continue;
    if (claim(join(folder, String(port)))) return port;
  }
}

function claim(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(identifyProcess(process.pid)), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

function isClaimed(file: string): boolean {
  try {
    const owner = JSON.parse(readFileSync(file, "utf8")) as ProcessIdentity;
    if (isRunning(owner)) return true;
    rmSync(file, { force: true });
    return false;
  } catch (error) {
    // Being written this moment, or left by another user: the next port will do.
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}
