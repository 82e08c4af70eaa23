import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AppError } from "@botdeck/core";

import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.ts";

const EVERYBODY_OWN_FILES = 0o1777;
const PORTS_TRIED = 200;

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
  for (let port = preferred; port < preferred + PORTS_TRIED; port++) {
    const file = join(folder, String(port));
    if (!isClaimed(file) && (await canListen(port)) && claim(file)) return port;
  }
  throw new AppError(
    "unreachable",
    `No port from ${preferred} to ${preferred + PORTS_TRIED} is free. Stop what holds them.`,
  );
}

// On every address at once, so that a listener on any of them is seen.
function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
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
