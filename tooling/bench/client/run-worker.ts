import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { startProcessGroup } from "@botdeck/local-stack";

import { Outcome, type Task } from "./task.ts";

export type RunningWorker = {
  outcome: Promise<Outcome>;
  /** Resolves when it has printed that line. */
  said(line: string): Promise<void>;
  stop(): Promise<void>;
};

/** One client process. @throws AppError `invariant` from `outcome` when it ends without one. */
export async function runWorker(task: Task): Promise<RunningWorker> {
  const lines: string[] = [];
  const listeners = new Map<string, () => void>();
  const group = await startProcessGroup(
    { file: process.execPath, args: [join(import.meta.dirname, "worker.ts"), JSON.stringify(task)] },
    (line) => {
      lines.push(line);
      listeners.get(line)?.();
    },
  );
  const outcome = group.exited.then(({ code }) => {
    if (code !== 0) throw new AppError("invariant", `A client process failed:\n${lines.slice(-20).join("\n")}`);
    return Outcome.parse(JSON.parse(lines.at(-1) ?? ""));
  });
  // Whoever stops it does not ask how it ended.
  outcome.catch(() => {});
  return {
    outcome,
    said: (line) =>
      new Promise((resolve, reject) => {
        if (lines.includes(line)) resolve();
        listeners.set(line, resolve);
        outcome.catch(reject);
      }),
    stop: async () => void (await group.stop({ signal: "SIGKILL" })),
  };
}
