import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { startProcessGroup, waitUntil } from "@botdeck/local-stack";

import { type Home, homeAt } from "../start/home.ts";
import { readRunning, type RunRecord } from "../start/run-file.ts";

const READY_TIMEOUT_MS = 5 * 60_000;

export type OwnSystem = { record: RunRecord; home: Home; stop(): Promise<void> };

/** Starts a whole system on a data folder of its own. @throws AppError `unreachable` when it is not up in five minutes. */
export async function startOwnSystem(repository: string, onLine: (line: string) => void): Promise<OwnSystem> {
  const folder = mkdtempSync(join(tmpdir(), "botdeck-smoke-"));
  chmodSync(folder, 0o755);
  const home = homeAt(folder);
  const { runFile } = home;
  const start = await startProcessGroup(
    {
      file: process.execPath,
      args: [join(repository, "tooling/start/main.ts")],
      cwd: repository,
      env: { BOTDECK_HOME: folder, BOTDECK_OWNER_PID: String(process.pid) },
    },
    onLine,
  );
  const stop = async () => {
    await start.stop({ killAfterMs: 12_000 });
    rmSync(folder, { recursive: true, force: true });
  };
  const ended = new AbortController();
  void start.exited.then(() => ended.abort());
  const isReady = () => readRunning(runFile)?.readyAt != null;
  await waitUntil(isReady, { timeoutMs: READY_TIMEOUT_MS, everyMs: 200, signal: ended.signal });
  const record = readRunning(runFile);
  if (record?.readyAt != null) return { record, home, stop };
  await stop();
  throw new AppError("unreachable", "The system did not start; its lines above say why.");
}
