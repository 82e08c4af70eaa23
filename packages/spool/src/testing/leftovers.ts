import { appendFileSync, cpSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { encodeFrames } from "../frame.ts";
import { parseSegmentName } from "../segment-name.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Paths of a spool's segments, oldest first. */
export const segmentFiles = (folder: string): string[] => filesOf(folder, ".log");
/** Paths of what was set aside. */
export const damagedFiles = (folder: string): string[] => filesOf(folder, ".damaged");

function filesOf(folder: string, suffix: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(suffix));
  return names.toSorted().map((name) => join(folder, name));
}

/** The folder as a crash at this moment would leave it. */
export function copyOf(folder: string): string {
  const copy = temporaryFolder();
  // Not the lock: to open and close it within the process that holds it would free it.
  cpSync(join(folder, "0"), join(copy, "0"), { recursive: true });
  return copy;
}

/** Adds the first bytes of one more record to the newest segment, as a write that a loss of power cut short leaves it. */
export function tearLast(folder: string, bytes: number): void {
  const file = segmentFiles(folder).at(-1);
  if (file === undefined) return;
  const marker = parseSegmentName(file.slice(file.lastIndexOf("/") + 1))?.marker ?? Buffer.alloc(8);
  appendFileSync(
    file,
    encodeFrames([{ payload: Buffer.alloc(500, "torn"), acceptedAtMs: 1 }], marker).subarray(0, bytes),
  );
}
