import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { freePort, type ProcessGroup, startProcessGroup, waitUntil } from "@botdeck/local-stack";

import { answersOk } from "../start/http.ts";

/** A worker may have to train its bots first. */
const READY_TIMEOUT_MS = 120_000;
const REPOSITORY = join(import.meta.dirname, "../..");

export type Program = {
  port: number;
  pid: number;
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

type Options = {
  /** Below the repository, such as `apps/gateway/src/main.ts`. */
  script: string;
  args?(port: number): readonly string[];
  /** Node's own, such as `--cpu-prof`. */
  nodeArgs?: readonly string[];
  env?(port: number): Record<string, string>;
  /** Answers 2xx when the program is ready. */
  healthPath?: string;
  /** Gets what the program writes. Into a file, since a pipe that this process reads would take time from what is measured. */
  logFile: string;
};

/** A program of ours on a free port, as production starts it. @throws AppError `unreachable` when it does not come up. */
export async function startProgram(options: Options): Promise<Program> {
  const { script, args, nodeArgs = [], env, healthPath = "/health", logFile } = options;
  const port = await freePort();
  const node = [process.execPath, ...nodeArgs, join(REPOSITORY, script), ...(args?.(port) ?? [])];
  const group: ProcessGroup = await startProcessGroup(
    {
      file: "sh",
      args: ["-c", 'log=$1; shift; exec "$@" >>"$log" 2>&1', "sh", logFile, ...node],
      cwd: REPOSITORY,
      // The portals of a bench are on this machine.
      env: { NODE_ENV: "production", LOG_LEVEL: "info", B24_PRIVATE_PORTALS: "true", ...env?.(port) },
    },
    () => {},
  );
  const gone = new AbortController();
  void group.exited.then(() => gone.abort());
  const isReady = () => answersOk(`http://127.0.0.1:${port}${healthPath}`);
  if (await waitUntil(isReady, { timeoutMs: READY_TIMEOUT_MS, everyMs: 50, signal: gone.signal })) {
    const stop = async (signal: "SIGTERM" | "SIGKILL") => void (await group.stop({ signal }));
    return { port, pid: group.pid, stop: () => stop("SIGTERM"), kill: () => stop("SIGKILL") };
  }
  await group.stop();
  throw new AppError("unreachable", `${script} did not come up; ${logFile} says why`);
}
