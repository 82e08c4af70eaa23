import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { startProcessGroup } from "@botdeck/local-stack";

import type { TestedPackage } from "./packages.ts";
import { VitestReport } from "./totals.ts";

type RunOptions = {
  env: Record<string, string>;
  signal: AbortSignal;
  onLine: (line: string) => void;
};

/** Runs one package's vitest. @returns Its report, or null when it wrote none. */
export async function runPackageTests(
  { folder }: TestedPackage,
  { env, signal, onLine }: RunOptions,
): Promise<VitestReport | null> {
  const reportFile = join(folder, "test-results", "vitest.json");
  rmSync(reportFile, { force: true });
  const vitest = await startProcessGroup(
    {
      file: join(folder, "node_modules", ".bin", "vitest"),
      args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`],
      cwd: folder,
      env,
    },
    onLine,
  );
  const stop = () => void vitest.stop({ killAfterMs: 5_000 });
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  await vitest.exited;
  signal.removeEventListener("abort", stop);
  return existsSync(reportFile) ? VitestReport.parse(JSON.parse(readFileSync(reportFile, "utf8"))) : null;
}
