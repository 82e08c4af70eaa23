import { open } from "node:fs/promises";

import type { OpenFile } from "../disk.ts";

export type DiskOperation = "write" | "datasync" | "sync" | "truncate";

/** What a broken disk says, by the system's word for it. */
export const diskError = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** Opens real files; `before` sees each operation first and may fail it. A write that fails has done half of its work. */
export function watchedDisk(before: (operation: DiskOperation, path: string) => void | Promise<void>): OpenFile {
  return async (path, flags, mode) => {
    const handle = await open(path, flags, mode);
    const name = String(path);
    const { write, datasync, sync, truncate } = handle;
    const original = { write: write.bind(handle), datasync: datasync.bind(handle), sync: sync.bind(handle) };
    const cut = truncate.bind(handle);
    const faulty = {
      async write(bytes: Buffer, offset: number, length: number, position: number) {
        try {
          await before("write", name);
        } catch (error) {
          await original.write(bytes, offset, Math.floor(length / 2), position);
          throw error;
        }
        return original.write(bytes, offset, length, position);
      },
      async datasync() {
        await before("datasync", name);
        await original.datasync();
      },
      async sync() {
        await before("sync", name);
        await original.sync();
      },
      async truncate(length?: number) {
        await before("truncate", name);
        await cut(length);
      },
    };
    return Object.assign(handle, faulty);
  };
}
