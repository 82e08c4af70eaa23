import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The bytes of uploaded files, by file id. What a file is called and where it belongs stands in the state. */
export type FileContents = {
  put(id: number, content: Buffer): Promise<void>;
  get(id: number): Promise<Buffer>;
};

export function createMemoryFiles(): FileContents {
  const contents = new Map<number, Buffer>();
  return {
    async put(id, content) {
      contents.set(id, content);
    },
    async get(id) {
      const content = contents.get(id);
      if (content === undefined) throw new Error(`The content of file ${id} is gone: it lived in an earlier run.`);
      return content;
    },
  };
}

/** Keeps each file under its number in one folder, beside the state file. */
export function createFolderFiles(folder: string): FileContents {
  return {
    async put(id, content) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, String(id)), content);
    },
    get: (id) => readFile(join(folder, String(id))),
  };
}
