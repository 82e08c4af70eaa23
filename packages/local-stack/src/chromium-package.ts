import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

import { extract } from "tar-fs";

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));

export const CHROMIUM_PACKAGE_VERSION = String(
  (JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: unknown }).version,
);

/**
 * Unpacks the browser, its libraries and fonts into a folder; at once when it is there already.
 *
 * The package's own unpacking writes one fixed path for everybody on the machine, half written while it runs.
 */
export async function unpackChromium(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const unpacking = `${folder}.${process.pid}`;
  mkdirSync(unpacking, { recursive: true });
  try {
    await Promise.all([
      unbrotli("chromium.br", createWriteStream(join(unpacking, "chromium"), { mode: 0o755 })),
      unbrotli("al2023.tar.br", extract(join(unpacking, "al2023"))),
      unbrotli("fonts.tar.br", extract(join(unpacking, "fonts"))),
      unbrotli("swiftshader.tar.br", extract(unpacking)),
    ]);
    // Another process may have been quicker; its folder is as good.
    if (!existsSync(folder)) renameSync(unpacking, folder);
  } finally {
    rmSync(unpacking, { recursive: true, force: true });
  }
}

async function unbrotli(archive: string, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(join(PACKAGE, "bin", archive)), createBrotliDecompress(), target);
}
