import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { cacheFolder, withBuildLock } from "@botdeck/local-stack";

const FETCH_TIMEOUT_MS = 300_000;

export type FetchOptions = {
  environment: Record<string, string | undefined>;
  report: (line: string) => void;
  signal: AbortSignal;
};

type Wanted = {
  /** Of the folder in our cache. */
  name: string;
  packages: readonly string[];
  /** Takes along what these depend on and this machine has not. */
  withMissing?: boolean;
  /** Makes what was unpacked ready for use, once. */
  prepare?: (root: string, unpacked: string) => void;
};

/**
 * Debian's packages, unpacked into our cache. They are not installed: nobody's machine gets services that start by themselves.
 *
 * @returns The folder that stands for `/`.
 * @throws Error as `apt-get` or `dpkg` say it, where there are none.
 */
export async function unpackDebian(wanted: Wanted, options: FetchOptions): Promise<string> {
  const root = join(cacheFolder(options.environment, wanted.name), "debian");
  const onWait = () => options.report("another run fetches the packages");
  await withBuildLock(root, { onWait, signal: options.signal }, () => unpackInto(root, wanted, options));
  return root;
}

async function unpackInto(root: string, wanted: Wanted, { report, signal }: FetchOptions): Promise<void> {
  const run = async (file: string, args: readonly string[], cwd: string) =>
    await promisify(execFile)(file, args, { cwd, signal, timeout: FETCH_TIMEOUT_MS });
  const folder = mkdtempSync(`${root}-`);
  try {
    report(`fetching Debian's packages ${wanted.packages.join(", ")}`);
    const fetchPackages = async () => {
      const missing = wanted.withMissing === true ? await missingFor(wanted.packages) : [];
      await run("apt-get", ["download", ...new Set([...wanted.packages, ...missing])], folder);
    };
    try {
      await fetchPackages();
    } catch (error) {
      if (process.getuid?.() !== 0) throw error;
      // A machine that was set up from an image has no list of packages, or an old one.
      await run("apt-get", ["update"], folder);
      await fetchPackages();
    }
    const unpacked = join(folder, "unpacked");
    mkdirSync(unpacked);
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".deb"))) {
      await run("dpkg", ["-x", name, unpacked], folder);
    }
    wanted.prepare?.(root, unpacked);
    renameSync(unpacked, root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  /** What an installation would bring along; nothing is installed. */
  async function missingFor(packages: readonly string[]): Promise<string[]> {
    const { stdout } = await run("apt-get", ["--simulate", "--no-install-recommends", "install", ...packages], folder);
    return [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, name = ""]) => name);
  }
}
