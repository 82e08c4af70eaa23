import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

import { messageOf } from "@botdeck/core";

import { cacheFolder } from "./cache-folder.ts";
import { buildTemporalCli } from "./temporal-build.ts";
import { downloadTemporalCli } from "./temporal-download.ts";

/** The last tag that `go install` takes: later ones carry a replace directive, which it refuses (temporalio/cli #907). */
export const TEMPORAL_CLI_VERSION = "v1.5.1";

const VERSION_TIMEOUT_MS = 15_000;
const ADVICE =
  "Put a `temporal` program on PATH, or set TEMPORAL_CLI_PATH to one, or install Go 1.25 or newer and start again: it is then built once, in about 4 minutes.";

export type TemporalCli =
  | { ok: true; path: string; via: "TEMPORAL_CLI_PATH" | "PATH" | "cache" | "download" | "go install" }
  | { ok: false; reason: string; advice: string };

export type FindTemporalOptions = {
  environment: Record<string, string | undefined>;
  /** Told what is being tried, and how far the build is. */
  onProgress?: (text: string) => void;
  /** Gives up, and ends a download or build that is under way. */
  signal?: AbortSignal | undefined;
  /** False: only what is on this machine already. */
  mayFetch?: boolean;
};

/**
 * Finds a Temporal server program, or gets one: TEMPORAL_CLI_PATH, PATH, our cache, the SDK's downloader, `go install`.
 * May take minutes the first time, so call it beside the rest.
 */
export async function findTemporalCli(options: FindTemporalOptions): Promise<TemporalCli> {
  const { environment, onProgress = () => {}, signal, mayFetch = true } = options;
  const named = environment.TEMPORAL_CLI_PATH;
  if (named) {
    if (await temporalVersion(named)) return { ok: true, path: named, via: "TEMPORAL_CLI_PATH" };
    const reason = `TEMPORAL_CLI_PATH is ${named}, which is not a Temporal program that runs here.`;
    return { ok: false, reason, advice: "Correct the variable, or remove it to let a program be found." };
  }
  for (const folder of (environment.PATH ?? "").split(delimiter).filter(Boolean)) {
    const path = join(folder, "temporal");
    if (existsSync(path) && (await temporalVersion(path))) return { ok: true, path, via: "PATH" };
  }

  const cache = cacheFolder(environment, "temporal");
  const built = join(cache, `temporal-${TEMPORAL_CLI_VERSION}`);
  const downloaded = join(cache, "temporal-sdk");
  for (const path of [built, downloaded]) {
    if (existsSync(path) && (await temporalVersion(path))) return { ok: true, path, via: "cache" };
  }
  if (!mayFetch) return { ok: false, reason: "There is no Temporal server on this machine yet.", advice: ADVICE };

  const reasons: string[] = [];
  try {
    mkdirSync(cache, { recursive: true });
    onProgress("asking the SDK to download the server");
    await downloadTemporalCli(downloaded, signal);
    if (await temporalVersion(downloaded)) return { ok: true, path: downloaded, via: "download" };
    reasons.push("the downloaded program does not run");
  } catch (error) {
    reasons.push(`the download failed (${messageOf(error)})`);
  }
  try {
    await buildTemporalCli({ target: built, version: TEMPORAL_CLI_VERSION, onProgress, signal });
    if (await temporalVersion(built)) return { ok: true, path: built, via: "go install" };
    reasons.push("the built program does not run");
  } catch (error) {
    reasons.push(`the build failed (${messageOf(error)})`);
  }
  return { ok: false, reason: `No Temporal server could be got: ${reasons.join("; ")}.`, advice: ADVICE };
}

/** The version of the server inside a Temporal program, such as "1.29.1"; null when the file is no such program. */
export async function temporalVersion(path: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: VERSION_TIMEOUT_MS });
    return /temporal version .*\bServer ([\d.]+\d)/i.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}
