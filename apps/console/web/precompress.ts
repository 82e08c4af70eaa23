import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

import type { Plugin } from "vite";

const COMPRESSED = /\.(?:css|html|js|svg)$/;
/** What is smaller gains nothing, and is served as it is. */
export const SMALLEST_PACKED_BYTES = 1_024;

/** Puts a `.br` and a `.gz` beside each text file of the build, so that the server compresses nothing itself. */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    // After everything is written: Vite still fills in chunks when the bundle is generated.
    async writeBundle({ dir = "" }, bundle) {
      const files = Object.keys(bundle).filter((fileName) => COMPRESSED.test(fileName));
      await Promise.all(files.map((fileName) => compressFile(join(dir, fileName))));
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < SMALLEST_PACKED_BYTES) return;
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
  await writeFile(`${path}.gz`, await promisify(gzip)(content));
}
