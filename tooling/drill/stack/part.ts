import { appendFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import {
  type Command,
  type Exit,
  type ProcessGroup,
  signalGroup,
  startProcessGroup,
  waitUntil,
} from "@botdeck/local-stack";

/** A worker may have to train its bots first. */
const READY_TIMEOUT_MS = 120_000;
const LAST_LINES = 12;
const REVIVE_PAUSE_MS = 300;
/** A worker may take its time to finish what it has begun. */
const TERMINATE_TIMEOUT_MS = 60_000;

export type Part = {
  name: string;
  /** Null while it does not run. */
  readonly pid: number | null;
  /** Starts it, with variables of this run only. @throws AppError `unreachable` with its last lines when it does not come up. */
  start(environment?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end by a signal, and waits until it has. */
  terminate(signal?: NodeJS.Signals): Promise<Exit>;
  freeze(): void;
  thaw(): void;
  /** Settles when the process that runs now is gone. Calling it says that its end is no surprise. */
  gone(timeoutMs: number): Promise<boolean>;
  /** How its last process ended; null when none has. */
  lastExit(): Exit | null;
  /** Starts it again whenever it ends by itself, as a supervisor does, until the returned function is called. */
  keepUp(): () => void;
  /** Ends of its process that nobody asked for, since the last call. */
  takeSurprises(): string[];
  /** For the end of all: thaws and ends it. It cannot be started again. */
  stop(): Promise<void>;
  /** The same at once and without waiting, for a drill that dies itself. */
  abandon(): void;
};

/**
 * One process that a drill may treat badly. Nothing starts it again unless it is asked to.
 *
 * @param plan.stopSignal What ends it in good order.
 */
export function createPart(plan: {
  name: string;
  command: Command;
  isReady: () => Promise<boolean>;
  logFile: string;
  stopSignal?: NodeJS.Signals;
}): Part {
  const { name, command, isReady, logFile, stopSignal = "SIGTERM" } = plan;
  let group: ProcessGroup | null = null;
  let [isEndExpected, isKeptUp, isOver] = [false, false, false];
  let last: Exit | null = null;
  const surprises: string[] = [];

  async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    if (group !== null) throw new AppError("invariant", `${name} runs already`);
    if (isOver) throw new AppError("conflict", `${name} is not started again: the drill ends`);
    const lines: string[] = [];
    const started = await startProcessGroup({ ...command, env: { ...command.env, ...environment } }, (line) => {
      if (!isOver) appendFileSync(logFile, `${line}\n`);
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
    });
    group = started;
    // An end before it was ready is told by this function itself.
    isEndExpected = true;
    if (isOver) signalGroup(started.pid, "SIGKILL");
    const ended = new AbortController();
    void started.exited.then((exit) => {
      ended.abort();
      last = exit;
      if (group === started) group = null;
      if (isEndExpected) return;
      surprises.push(`${name} ended by itself (${exit.signal ?? `code ${exit.code}`}): ${lines.at(-1) ?? "no word"}`);
      void revive(environment);
    });
    if (await waitUntil(isReady, { timeoutMs: READY_TIMEOUT_MS, everyMs: 50, signal: ended.signal })) {
      isEndExpected = isOver || "BOTDECK_CRASHPOINT" in environment;
      return;
    }
    await started.stop({ signal: stopSignal });
    throw new AppError("unreachable", `${name} did not come up:\n${lines.join("\n")}`);
  }

  async function revive(environment: Readonly<Record<string, string>>): Promise<void> {
    while (isKeptUp && !isOver && group === null) {
      // One that dies again at once is started again, as a supervisor does.
      await start(environment).catch(() => {});
      await pause(REVIVE_PAUSE_MS);
    }
  }

  function send(signal: NodeJS.Signals): void {
    if (group !== null) process.kill(group.pid, signal);
  }

  async function terminate(signal: NodeJS.Signals = stopSignal): Promise<Exit> {
    if (group === null) return { code: null, signal: null };
    isEndExpected = true;
    return await group.stop({ signal, killAfterMs: TERMINATE_TIMEOUT_MS });
  }

  return {
    name,
    get pid() {
      return group?.pid ?? null;
    },
    start,
    terminate,
    async kill() {
      await terminate("SIGKILL");
    },
    freeze: () => send("SIGSTOP"),
    thaw: () => send("SIGCONT"),
    async gone(timeoutMs) {
      isEndExpected = true;
      return await waitUntil(() => group === null, { timeoutMs, everyMs: 5 });
    },
    lastExit: () => last,
    keepUp() {
      isKeptUp = true;
      return () => void (isKeptUp = false);
    },
    takeSurprises: () => surprises.splice(0),
    async stop() {
      isKeptUp = false;
      send("SIGCONT");
      isEndExpected = true;
      isOver = true;
      await group?.stop({ signal: stopSignal });
    },
    abandon() {
      isOver = true;
      if (group !== null) signalGroup(group.pid, "SIGKILL");
    },
  };
}
