import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { AppError } from "@botdeck/core";

import { CHROMIUM_PACKAGE_VERSION, keepFontSettings, unpackChromium } from "./chromium-package.ts";
import { cacheFolder } from "./cache-folder.ts";

const SYSTEM_CHROMIUM = "/usr/bin/chromium";
const VERSION_TIMEOUT_MS = 20_000;

export type Chromium = {
  executablePath: string;
  args: string[];
  /** Set for the browser's process, beside its owner's own environment. */
  env: Record<string, string>;
};

/**
 * Finds a headless Chromium: CHROMIUM_PATH, the system's, or the one in an npm package, which is unpacked once.
 *
 * @throws AppError `invalid` when CHROMIUM_PATH names something that does not run.
 */
export async function findChromium(
  environment: Record<string, string | undefined>,
  systemChromium = SYSTEM_CHROMIUM,
): Promise<Chromium> {
  const args = ["--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const named = environment.CHROMIUM_PATH;
  if (named) {
    if (await runs(named)) return { executablePath: named, args, env: {} };
    throw new AppError(
      "invalid",
      `CHROMIUM_PATH is ${named}, which is not a Chromium that runs here. Correct it or remove it.`,
    );
  }
  if (existsSync(systemChromium) && (await runs(systemChromium))) {
    return { executablePath: systemChromium, args, env: {} };
  }
  const folder = join(cacheFolder(environment, "chromium"), CHROMIUM_PACKAGE_VERSION);
  await unpackChromium(folder);
  const libraries = [join(folder, "al2023", "lib"), environment.LD_LIBRARY_PATH ?? ""].filter(Boolean).join(":");
  return {
    executablePath: join(folder, "chromium"),
    // The package's build has no setuid helper and no zygote, so it cannot make a sandbox as any user.
    args: [...new Set([...args, "--no-sandbox", "--no-zygote"])],
    // A bare machine has neither NSS nor fonts: the package brings its own.
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: keepFontSettings(folder) },
  };
}

async function runs(path: string): Promise<boolean> {
  try {
    await promisify(execFile)(path, ["--version"], { timeout: VERSION_TIMEOUT_MS });
    return true;
  } catch {
    return false;
  }
}
