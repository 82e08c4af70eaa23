import { chmodSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

import { AppError } from "@botdeck/core";

const SQLITE_BUSY = 5;

export type ProcessLock = { release(): void };

/**
 * Takes an exclusive lock that the kernel gives back when the process ends, however it ends; null when somebody has it.
 * Node offers no file lock of its own, SQLite takes one on the file it opens. A pid in a file would not do: two containers
 * that share a volume may both be pid 1.
 *
 * Nobody else in this process may open and close the file: POSIX then drops the lock.
 */
export function tryLock(path: string): ProcessLock | null {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    chmodSync(path, 0o600);
    const held = database;
    return { release: () => held.close() };
  } catch (cause) {
    database?.close();
    if (cause instanceof Error && "errcode" in cause && cause.errcode === SQLITE_BUSY) return null;
    throw new AppError("unreachable", `The spool cannot lock ${path}. Check that the disk is there and writable.`, {
      cause,
    });
  }
}
