import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { withBuildLock } from "./build-lock.ts";
import { startProcessGroup } from "./process-group.ts";

const TIMEOUT_MS = 20 * 60_000;
const PROGRESS_EVERY_MS = 5_000;

type BuildOptions = {
  /** Where the finished program goes. It appears there whole or not at all. */
  target: string;
  version: string;
  onProgress: (text: string) => void;
  signal?: AbortSignal | undefined;
};

/**
 * Builds the Temporal program with Go: about 4 minutes on two cores the first time. One build at a time on a machine;
 * a second caller waits for the first one's result.
 *
 * @throws Error when Go is missing, too old (1.25 is needed), or the build fails.
 */
export async function buildTemporalCli({ target, version, onProgress, signal }: BuildOptions): Promise<void> {
  await withBuildLock(
    target,
    { onWait: () => onProgress("waiting for a build in another process"), signal },
    async () => {
      const folder = mkdtempSync(join(dirname(target), "building-"));
      const startedAt = performance.now();
      const progress = { downloaded: 0, compiled: 0, lastLine: "" };
      const report = () => onProgress(describe(progress, performance.now() - startedAt));
      const timer = setInterval(report, PROGRESS_EVERY_MS);
      report();
      try {
        const go = await startProcessGroup(goInstall(version, folder), (line) => {
          if (line.startsWith("go: downloading")) progress.downloaded += 1;
          else if (/^[\w.-]+(\/[\w.~-]+)*$/.test(line)) progress.compiled += 1;
          else progress.lastLine = line;
        });
        const cut = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal === undefined ? [] : [signal])]);
        const stop = () => void go.stop({ killAfterMs: 1_000 });
        if (cut.aborted) stop();
        cut.addEventListener("abort", stop, { once: true });
        const exit = await go.exited;
        cut.removeEventListener("abort", stop);
        if (cut.aborted) throw new Error("it was stopped");
        if (exit.code !== 0) throw new Error(progress.lastLine || `go install ended with ${exit.code}`);
        renameSync(join(folder, "temporal"), target);
      } finally {
        clearInterval(timer);
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
}

function goInstall(version: string, folder: string) {
  return {
    file: "go",
    // -v names each package as it is compiled, which is the progress; without symbols it is 213 MB instead of 252.
    args: ["install", "-v", "-ldflags=-s -w", `github.com/temporalio/cli/cmd/temporal@${version}`],
    env: { GOBIN: folder, GOFLAGS: "-buildvcs=false", CGO_ENABLED: "0" },
    // Outside any Go module, which `go install name@version` would otherwise look at.
    cwd: tmpdir(),
  };
}

function describe({ downloaded, compiled }: { downloaded: number; compiled: number }, elapsedMs: number): string {
  const seconds = Math.round(elapsedMs / 1_000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const step = compiled === 0 ? `${downloaded} modules downloaded` : `${compiled} packages compiled`;
  return `building it with Go, about 4 minutes once: ${step}, ${clock}`;
}
