import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** The bytes of uploaded files, by number. What a file is called and where it belongs stands in the state. */
export type FileContents = {
  put(id: number, content: Buffer): Promise<void>;
  /** Takes a file of any size in pieces. @returns Its size in bytes. */
  putStream(id: number, content: Readable): Promise<number>;
  get(id: number): Promise<Buffer>;
  /** The same in pieces. @throws Error when the content is gone. */
  open(id: number): Promise<Readable>;
};

export function createMemoryFiles(): FileContents {
  const contents = new Map<number, Buffer>();
  const get: FileContents["get"] = async (id) => {
    const content = contents.get(id);
    if (content === undefined) throw new Error(`The content of file ${id} is gone: it lived in an earlier run.`);
    return content;
  };
  return {
    get,
    async put(id, content) {
      contents.set(id, content);
    },
    async putStream(id, stream) {
      const content = await buffer(stream);
      contents.set(id, content);
      return content.length;
    },
    open: async (id) => Readable.from([await get(id)]),
  };
}

/** Keeps each file under its number in one folder, beside the state file. */
export function createFolderFiles(folder: string): FileContents {
  const pathOf = (id: number): string => join(folder, String(id));
  return {
    async put(id, content) {
      await mkdir(folder, { recursive: true });
      await writeFile(pathOf(id), content);
    },
    async putStream(id, content) {
      await mkdir(folder, { recursive: true });
      await pipeline(content, createWriteStream(pathOf(id)));
      return (await stat(pathOf(id))).size;
    },
    get: (id) => readFile(pathOf(id)),
    async open(id) {
      await stat(pathOf(id));
      return createReadStream(pathOf(id));
    },
  };
}
