import { type FileHandle, open } from "node:fs/promises";

import type { OpenFile } from "../disk.ts";

type Fault = (operation: "write" | "datasync" | "truncate") => NodeJS.ErrnoException | null;

export const diskError = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** Opens real files whose operations fail when told. A write that fails has done the first half of its work. */
export function failingDisk(faultOf: Fault): OpenFile {
  return async (...args) => {
    const handle = await open(...args);
    const fail = (operation: "write" | "datasync" | "truncate"): void => {
      const fault = faultOf(operation);
      if (fault !== null) throw fault;
    };
    const faulty: Pick<FileHandle, "write" | "datasync" | "truncate" | "close"> = {
      async write(bytes: Buffer, offset: number, length: number, position: number) {
        const fault = faultOf("write");
        if (fault === null) return handle.write(bytes, offset, length, position);
        await handle.write(bytes, offset, Math.floor(length / 2), position);
        throw fault;
      },
      async datasync() {
        await handle.datasync();
        fail("datasync");
      },
      async truncate(length) {
        fail("truncate");
        await handle.truncate(length);
      },
      close: () => handle.close(),
    } as FileHandle; // safe: these are the operations that the writer uses
    return faulty as FileHandle; // safe: as above
  };
}
