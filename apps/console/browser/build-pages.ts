import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the pages as they are served. */
    builtPages: string;
  }
}

const WEB = fileURLToPath(new URL("../web/", import.meta.url));
const VITE = fileURLToPath(new URL("../node_modules/.bin/vite", import.meta.url));

/** For vitest's `globalSetup`: builds the pages once for all browser tests, in a folder of their own beside what is being served. */
export default async function buildPages(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "botdeck-console-"));
  // A process of its own: vitest's has the environment of tests, for which React builds another self.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(VITE, ["build", WEB, "--outDir", folder, "--emptyOutDir", "--logLevel", "error"], { env });
  project.provide("builtPages", folder);
  return () => rm(folder, { recursive: true });
}
