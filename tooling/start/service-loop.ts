import { messageOf, pauseFor } from "@botdeck/core";
import { type Exit, type ProcessGroup, startProcessGroup, waitUntil } from "@botdeck/local-stack";

import { countFailure, restartDelayMs } from "./backoff.ts";
import { lastWords } from "./last-words.ts";
import type { LogFile } from "./log-file.ts";
import type { PartState, Program } from "./part.ts";

const READY_CHECK_EVERY_MS = 200;
const LINES_KEPT = 40;

export type ServiceLoopDeps = {
  log: LogFile;
  onState(state: PartState): void;
  /** Told the pid each time the program was started. */
  onPid(pid: number): void;
};

export type ServiceLoop = {
  /** Settles when the program was ready for the first time, or was stopped before that. */
  firstReady: Promise<void>;
  /** Ends the program and does not start it again. */
  stop(killAfterMs: number): Promise<void>;
  /** Kills it at once. */
  kill(): void;
};

/** Keeps a program running: starts it, sees when it is ready, and starts it again when it dies. */
export function runService(program: Program, { log, onState, onPid }: ServiceLoopDeps): ServiceLoop {
  const stopping = new AbortController();
  const ready = Promise.withResolvers<void>();
  let group: ProcessGroup | null = null;

  const loop = async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const lines: string[] = [];
      let readyAt: number | null = null;
      let words: string;
      onState({ is: "starting" });
      try {
        group = await startProcessGroup(program.command, (line) => {
          log.write(line);
          lines.push(line);
          if (lines.length > LINES_KEPT) lines.shift();
        });
        onPid(group.pid);
        if (stopping.signal.aborted) void group.stop({ killAfterMs: 500 });
        const ended = new AbortController();
        const exited = group.exited.finally(() => ended.abort());
        const signal = AbortSignal.any([ended.signal, stopping.signal]);
        // A check may itself wait for an answer that never comes: the end of the program cuts it.
        if (await Promise.race([waitUntil(program.isReady, waitFor(signal)), exited.then(() => false)])) {
          readyAt = performance.now();
          onState({ is: "ready", ...(program.note === undefined ? {} : { note: program.note }) });
          ready.resolve();
        }
        words = describeExit(await exited, lines);
      } catch (error) {
        words = messageOf(error);
      }
      group = null;
      if (stopping.signal.aborted) break;
      failures = countFailure(failures, readyAt === null ? 0 : performance.now() - readyAt);
      const delayMs = restartDelayMs(failures);
      log.write(`[start] ${words}; starting again in ${delayMs / 1_000} s`);
      onState({ is: "restarting", note: `${words}; again in ${delayMs / 1_000} s` });
      await pauseFor(delayMs, stopping.signal);
    }
    ready.resolve();
    onState({ is: "stopped" });
  };
  const ended = loop();

  return {
    firstReady: ready.promise,
    stop: async (killAfterMs) => {
      stopping.abort();
      onState({ is: "stopping" });
      await group?.stop({ killAfterMs, ...(program.stopSignal === undefined ? {} : { signal: program.stopSignal }) });
      await ended;
    },
    kill: () => {
      stopping.abort();
      void group?.stop({ signal: "SIGKILL" });
    },
  };
}

function waitFor(signal: AbortSignal) {
  return { timeoutMs: Number.POSITIVE_INFINITY, everyMs: READY_CHECK_EVERY_MS, signal };
}

function describeExit({ code, signal }: Exit, lines: readonly string[]): string {
  const words = lastWords(lines);
  const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
  return words === "" ? how : `${how}: ${words}`;
}
