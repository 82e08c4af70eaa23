import { join } from "node:path";

import { AppError, messageOf } from "@botdeck/core";
import { type Command, startProcessGroup } from "@botdeck/local-stack";

import { lastWords } from "./last-words.ts";
import { type LogFile, openLogFile } from "./log-file.ts";
import { LAYERS, type Part, type PartState, type Service, type Task } from "./part.ts";
import { runService, type ServiceLoop } from "./service-loop.ts";

/** After this long the programs of a layer that have not ended are killed, counted from the first stop signal. */
const KILL_AT_MS: Record<(typeof LAYERS)[number], number> = { app: 6_000, portal: 7_000, backing: 9_000 };
const LEAST_GRACE_MS = 300;

export type SupervisorDeps = {
  logFolder: string;
  onState(name: string, state: PartState): void;
  onPid(name: string, pid: number): void;
};

export type Supervisor = {
  /** Settles when every part is ready or done, the optional ones aside. Rejects when one failed. */
  started: Promise<void>;
  /** Ends everything, apps first and what keeps the data last, within 10 s. */
  stop(): Promise<void>;
  /** Kills everything at once. */
  kill(): void;
};

/** Runs the parts: each as soon as those it comes after are ready, side by side where they may be. */
export function supervise(parts: readonly Part[], deps: SupervisorDeps): Supervisor {
  const stopping = new AbortController();
  const loops: { service: Service; loop: ServiceLoop }[] = [];
  const logs: LogFile[] = [];
  const settled = new Map<string, Promise<void>>();

  for (const part of parts) {
    deps.onState(part.name, { is: "waiting" });
    const before = part.after.map((name) => settledOf(settled, name, part.name));
    const run = Promise.all(before).then(async () => {
      if (stopping.signal.aborted) return;
      const log = openLogFile(join(deps.logFolder, `${part.name}.log`));
      logs.push(log);
      try {
        await (part.kind === "task" ? runTask(part, log) : startService(part, log));
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.write(messageOf(error));
        deps.onState(part.name, { is: "failed", note: messageOf(error) });
        throw error;
      }
    });
    // A part that waits for a failed one never runs; `started` reports the failure itself.
    run.catch(() => {});
    settled.set(part.name, run);
  }

  async function runTask(task: Task, log: LogFile): Promise<void> {
    const onState = (state: PartState) => deps.onState(task.name, state);
    onState({ is: "starting" });
    const note = await task.run({
      signal: stopping.signal,
      report: (text) => onState({ is: "starting", note: text }),
      runProgram: (command) => runProgram(command, log, stopping.signal),
    });
    if (stopping.signal.aborted) return;
    onState({ is: "done", ...(note === undefined ? {} : { note }) });
  }

  async function startService(service: Service, log: LogFile): Promise<void> {
    const onState = (state: PartState) => deps.onState(service.name, state);
    onState({ is: "starting" });
    const prepared = await service.prepare((note) => onState({ is: "starting", note }), stopping.signal);
    if (stopping.signal.aborted) return;
    if (!prepared.ok) {
      log.write(prepared.reason);
      onState({ is: "unavailable", note: prepared.reason });
      return;
    }
    const loop = runService(prepared.program, { log, onState, onPid: (pid) => deps.onPid(service.name, pid) });
    loops.push({ service, loop });
    await loop.firstReady;
  }

  async function stop(): Promise<void> {
    const startedAt = performance.now();
    stopping.abort();
    for (const layer of LAYERS) {
      const killAfterMs = Math.max(KILL_AT_MS[layer] - (performance.now() - startedAt), LEAST_GRACE_MS);
      const ofLayer = loops.filter(({ service }) => service.layer === layer);
      await Promise.all(ofLayer.map(({ loop }) => loop.stop(killAfterMs)));
    }
    await Promise.allSettled(settled.values());
    for (const log of logs) log.close();
  }
  let stopped: Promise<void> | null = null;

  return {
    started: Promise.all(parts.filter(isNeeded).map(({ name }) => settledOf(settled, name, "start"))).then(() => {
      if (stopping.signal.aborted) throw new AppError("conflict", "It was stopped before everything ran.");
    }),
    stop: () => (stopped ??= stop()),
    kill: () => {
      stopping.abort();
      for (const { loop } of loops) loop.kill();
    },
  };
}

function isNeeded(part: Part): boolean {
  return part.kind === "task" || part.isOptional !== true;
}

function settledOf(settled: ReadonlyMap<string, Promise<void>>, name: string, asker: string): Promise<void> {
  const found = settled.get(name);
  if (found === undefined)
    throw new AppError("invariant", `The part ${asker} comes after ${name}, which is not listed before it.`);
  return found;
}

async function runProgram(command: Command, log: LogFile, signal: AbortSignal): Promise<string> {
  const lines: string[] = [];
  const group = await startProcessGroup(command, (line) => {
    log.write(line);
    lines.push(line);
  });
  const stop = () => void group.stop({ killAfterMs: 1_000 });
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  const { code } = await group.exited;
  signal.removeEventListener("abort", stop);
  if (code !== 0) throw new AppError("rejected", lastWords(lines) || `it ended with code ${code}`);
  return lines.at(-1) ?? "";
}
