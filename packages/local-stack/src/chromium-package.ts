import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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

/** Where Linux keeps its own fonts, for the scripts that the package has none for. */
const SYSTEM_FONTS = "/usr/share/fonts";

/**
 * Writes the settings by which the browser finds the package's fonts: those it comes with name folders that only its maker has,
 * and without any font not even a page's own is drawn.
 *
 * @param folder Where the package was unpacked.
 * @returns The file's path.
 */
export function keepFontSettings(folder: string): string {
  const path = join(folder, "fonts.conf");
  if (existsSync(path)) return path;
  const folders = [join(folder, "fonts"), SYSTEM_FONTS].map((each) => `<dir>${each}</dir>`);
  const settings = ["<fontconfig>", ...folders, `<cachedir>${join(folder, "font-cache")}</cachedir>`, "</fontconfig>"];
  // Written aside and renamed, so that nobody reads half of it.
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `<?xml version="1.0"?>\n${settings.join("\n")}\n`);
  renameSync(aside, path);
  return path;
}

async function unbrotli(archive: string, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(join(PACKAGE, "bin", archive)), createBrotliDecompress(), target);
}
