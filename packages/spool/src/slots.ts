import { mkdir, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

import { AppError } from "@botdeck/core";

import { syncFolder } from "./disk.ts";
import { type ProcessLock, tryLock } from "./process-lock.ts";

const MAX_SLOTS = 256;

export type Slot = { folder: string; lock: ProcessLock };

/**
 * Takes the first free slot of a folder: `0`, `1`, … with `0.lock`, `1.lock`, … beside them. A process that starts again thus
 * finds what it left. Slots are never removed, so nobody can lock one that another is about to delete.
 *
 * @throws AppError `unreachable` when the folder cannot be made or locked.
 */
export async function takeSlot(folder: string): Promise<Slot> {
  try {
    await makeFolder(resolve(folder));
    for (let number = 0; number < MAX_SLOTS; number++) {
      const slot = await lockSlot(folder, String(number));
      if (slot === null) continue;
      // Also when it was there: a crash may have come between making and syncing it.
      await syncFolder(folder);
      return slot;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("unreachable", `The spool cannot use the folder ${folder}. Check the disk and the rights.`, {
      cause,
    });
  }
  throw new AppError(
    "conflict",
    `All ${MAX_SLOTS} slots of the spool ${folder} are in use. Give each gateway its own folder.`,
  );
}

/** Takes every slot whose owner is gone, one after another, and gives each back after `visit`. */
export async function visitAbandonedSlots(folder: string, visit: (slotFolder: string) => Promise<void>): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^\d+$/.test(name));
  for (const name of names.toSorted((left, right) => Number(left) - Number(right))) {
    const slot = await lockSlot(folder, name);
    if (slot === null) continue;
    try {
      await visit(slot.folder);
    } finally {
      slot.lock.release();
    }
  }
}

async function lockSlot(folder: string, name: string): Promise<Slot | null> {
  const lock = tryLock(join(folder, `${name}.lock`));
  if (lock === null) return null;
  const slotFolder = join(folder, name);
  try {
    await mkdir(slotFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    lock.release();
    throw error;
  }
  return { folder: slotFolder, lock };
}

async function makeFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let path = folder; path.length >= firstMade.length; path = dirname(path)) await syncFolder(dirname(path));
}
