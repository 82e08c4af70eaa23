import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { startProcessGroup } from "./process-group.ts";

const TIMEOUT_MS = 180_000;
const DOWNLOADER = fileURLToPath(new URL("./temporal-download-main.ts", import.meta.url));

/**
 * Lets the Temporal SDK download the development server it was made for.
 *
 * It runs in a process of its own: the SDK's native runtime cannot be cancelled and would stay in this one.
 *
 * @throws Error when the download did not work; without internet at once.
 */
export async function downloadTemporalCli(target: string, signal?: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(dirname(target), "downloading-"));
  try {
    let lastLine = "no answer in time";
    const downloader = await startProcessGroup({ file: process.execPath, args: [DOWNLOADER, folder] }, (line) => {
      lastLine = line;
    });
    const cut = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal === undefined ? [] : [signal])]);
    const stop = () => void downloader.stop({ killAfterMs: 1_000 });
    if (cut.aborted) stop();
    cut.addEventListener("abort", stop, { once: true });
    const exit = await downloader.exited;
    cut.removeEventListener("abort", stop);
    const file = readdirSync(folder).find((name) => name.startsWith("temporal-sdk-") && !name.endsWith(".downloading"));
    if (exit.code !== 0 || file === undefined) throw new Error(lastLine);
    renameSync(join(folder, file), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
