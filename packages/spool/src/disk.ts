import { type FileHandle, open, rm } from "node:fs/promises";

/** A block of the usual file systems: less may find room on a full disk where a record does not. */
const PROBE_BYTES = 4_096;

/** How files are opened; a test passes one whose files fail. */
export type OpenFile = typeof open;

/** Makes created, renamed and removed names of a folder survive a loss of power. */
export async function syncFolder(folder: string, openFile: OpenFile = open): Promise<void> {
  const handle = await openFile(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes all of it: near the end of the space, one call may write a part and report no error. */
export async function writeFully(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const rest = bytes.length - written;
    written += (await handle.write(bytes, written, rest, position + written)).bytesWritten;
  }
}

/** Writes a file and removes it: whether the disk takes anything is not known before that. */
export async function tryDisk(path: string, openFile: OpenFile): Promise<void> {
  const handle = await openFile(path, "w", 0o600);
  try {
    await writeFully(handle, Buffer.alloc(PROBE_BYTES), 0);
    await handle.datasync();
  } finally {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Reads a range; shorter when the file is. */
export async function readRange(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** The system's word for what failed, such as `ENOSPC`. */
export function diskErrorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown error";
}
