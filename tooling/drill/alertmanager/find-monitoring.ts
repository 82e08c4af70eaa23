import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

import { AppError, messageOf } from "@botdeck/core";
import { cacheFolder, withBuildLock } from "@botdeck/local-stack";

const PACKAGES = ["prometheus", "prometheus-alertmanager"] as const;
const FETCH_TIMEOUT_MS = 300_000;
const ADVICE =
  'Install both and run the drill again: "apt-get install prometheus prometheus-alertmanager" on Debian, or put `prometheus` and `alertmanager` on PATH.';
/** Debian's Alertmanager opens its own templates here, wherever it lies itself. */
const TEMPLATES = "/usr/share/prometheus/alertmanager";

/** The programs of a monitoring system, as people run them. */
export type Monitoring = {
  prometheus: string;
  alertmanager: string;
  /** Takes away what was put outside of our own folders. */
  leave(): void;
};

type Options = { environment: Record<string, string | undefined>; report: (line: string) => void; signal: AbortSignal };

/**
 * Finds Prometheus and Alertmanager on PATH, or unpacks Debian's packages into our cache. The packages are not installed:
 * nobody's machine gets services that start by themselves.
 *
 * @throws AppError `unreachable` that says what to install, where that cannot be done.
 */
export async function findMonitoring(options: Options): Promise<Monitoring> {
  const prometheus = onPath("prometheus", options.environment);
  const alertmanager =
    onPath("prometheus-alertmanager", options.environment) ?? onPath("alertmanager", options.environment);
  if (prometheus !== null && alertmanager !== null) return { prometheus, alertmanager, leave: () => {} };
  const root = join(cacheFolder(options.environment, "monitoring"), "debian");
  try {
    await withBuildLock(
      root,
      { onWait: () => options.report("another run fetches the packages"), signal: options.signal },
      () => unpackPackages(root, options),
    );
  } catch (cause) {
    throw new AppError("unreachable", `Prometheus and Alertmanager are not here: ${messageOf(cause)}. ${ADVICE}`, {
      cause,
    });
  }
  return {
    prometheus: join(root, "usr/bin/prometheus"),
    alertmanager: join(root, "usr/bin/prometheus-alertmanager"),
    leave: lendTemplates(root),
  };
}

function onPath(name: string, environment: Options["environment"]): string | null {
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

async function unpackPackages(root: string, { report, signal }: Options): Promise<void> {
  const run = async (file: string, args: readonly string[], cwd: string) =>
    await promisify(execFile)(file, args, { cwd, signal, timeout: FETCH_TIMEOUT_MS });
  const folder = mkdtempSync(`${root}-`);
  try {
    report("fetching Debian's packages of Prometheus and Alertmanager");
    const fetchPackages = async () => await run("apt-get", ["download", ...PACKAGES], folder);
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
    renameSync(unpacked, root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns What takes the templates away again. @throws AppError `unreachable` where only an installation can put them there. */
function lendTemplates(root: string): () => void {
  if (existsSync(TEMPLATES)) return () => {};
  const parent = dirname(TEMPLATES);
  const lent = existsSync(parent) ? TEMPLATES : parent;
  try {
    for (const name of ["default.tmpl", "email.tmpl"]) cpSync(join(root, TEMPLATES, name), join(TEMPLATES, name));
  } catch (cause) {
    throw new AppError(
      "unreachable",
      `Debian's Alertmanager needs its templates in ${TEMPLATES}, which this user cannot write. ${ADVICE}`,
      { cause },
    );
  }
  return () => rmSync(lent, { recursive: true, force: true });
}
