import { AppError } from "@botdeck/core";

import { type Command, type ProcessGroup, startProcessGroup } from "./process-group.ts";
import { waitUntil } from "./wait-until.ts";

const READY_TIMEOUT_MS = 60_000;
const LAST_LINES = 20;

type Options = {
  command: Command;
  isReady: () => Promise<boolean>;
  everyMs: number;
  /** Asks it to end when it does not get ready; SIGTERM unless given. */
  stopSignal?: NodeJS.Signals;
  /** Says that it did not start; its last lines follow. */
  failure: string;
  onLine?: ((line: string) => void) | undefined;
};

/** Starts a program and waits until it is ready. @throws AppError `unreachable` with its last lines when it does not get there. */
export async function startReadyGroup(options: Options): Promise<ProcessGroup> {
  const { command, isReady, everyMs, stopSignal = "SIGTERM", failure, onLine } = options;
  const lines: string[] = [];
  const group = await startProcessGroup(command, (line) => {
    lines.push(line);
    if (lines.length > LAST_LINES) lines.shift();
    onLine?.(line);
  });
  const gone = new AbortController();
  void group.exited.then(() => gone.abort());
  if (await waitUntil(isReady, { timeoutMs: READY_TIMEOUT_MS, everyMs, signal: gone.signal })) return group;
  await group.stop({ signal: stopSignal });
  throw new AppError("unreachable", `${failure}:\n${lines.join("\n")}`);
}
