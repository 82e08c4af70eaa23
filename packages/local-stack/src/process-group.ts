import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

/** What to run. `env` is added to this process's own environment. */
export type Command = {
  file: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  uid?: number;
  gid?: number;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type ProcessGroup = {
  pid: number;
  /** Settles when the process is gone and its last line was given to `onLine`. Never rejects. */
  exited: Promise<Exit>;
  /** Asks the whole group to end, and kills what is left of it after `killAfterMs`. */
  stop(options?: StopOptions): Promise<Exit>;
};

type StopOptions = { signal?: NodeJS.Signals; killAfterMs?: number };

const KILL_AFTER_MS = 8_000;
const LAST_LINES_MS = 1_000;

/**
 * Runs a command as the leader of its own process group, so that a Ctrl-C in the terminal does not reach it before
 * its owner decides the order, and so that its own children can be ended with it.
 *
 * @param onLine Gets every line of stdout and stderr.
 * @throws Error when the file cannot be run.
 */
export async function startProcessGroup(command: Command, onLine: (line: string) => void): Promise<ProcessGroup> {
  const child = spawn(command.file, command.args, {
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    ...(command.uid === undefined ? {} : { uid: command.uid }),
    ...(command.gid === undefined ? {} : { gid: command.gid }),
    env: { ...process.env, ...command.env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<Exit>((resolve) => child.once("exit", (code, signal) => resolve({ code, signal })));
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  const outputs = [child.stdout, child.stderr].map((input) => {
    const lines = createInterface({ input });
    lines.on("line", onLine);
    return once(lines, "close");
  });

  const pid = child.pid as number; // safe: the process was spawned
  const swept = exited.then(async (exit) => {
    // What a process leaves behind when it dies must not outlive it.
    signalGroup(pid, "SIGKILL");
    // Its last words may still be in the pipe. One that left its group could hold the pipe open for ever.
    await Promise.race([Promise.all(outputs), sleep(LAST_LINES_MS, undefined, { ref: false })]);
    return exit;
  });
  return {
    pid,
    exited: swept,
    stop: async ({ signal = "SIGTERM", killAfterMs = KILL_AFTER_MS } = {}) => {
      signalGroup(pid, signal);
      const killer = setTimeout(() => signalGroup(pid, "SIGKILL"), killAfterMs);
      try {
        return await swept;
      } finally {
        clearTimeout(killer);
      }
    },
  };
}

/** Sends a signal to every process of a group. Silent when the group is gone already. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // EPERM: only processes of another user are left in it, which is never one of ours.
    if (!isErrno(error, "ESRCH") && !isErrno(error, "EPERM")) throw error;
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
