import { closeSync, existsSync, openSync, renameSync, writeSync } from "node:fs";

const LARGEST_BYTES = 10 * 1024 * 1024;

export type LogFile = {
  write(line: string): void;
  close(): void;
};

/** A log that is new at each start and never grows past twice 10 MB: the older half is kept beside it as `.1`. */
export function openLogFile(path: string, largestBytes = LARGEST_BYTES): LogFile {
  let file = openAfresh(path);
  let sizeBytes = 0;
  return {
    write(line) {
      if (sizeBytes >= largestBytes) {
        closeSync(file);
        file = openAfresh(path);
        sizeBytes = 0;
      }
      try {
        sizeBytes += writeSync(file, `${line}\n`);
      } catch {
        // A full disk: the parts go on, and their lines are lost until there is space.
      }
    },
    close: () => closeSync(file),
  };
}

function openAfresh(path: string): number {
  if (existsSync(path)) renameSync(path, `${path}.1`);
  return openSync(path, "w", 0o600);
}
