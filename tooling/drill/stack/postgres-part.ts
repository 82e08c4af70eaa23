import { setTimeout as pause } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { preparePostgres, waitUntil } from "@botdeck/local-stack";

import { childrenOf } from "./children-of.ts";
import { createPart, type Part } from "./part.ts";

const CHILDREN_END_MS = 10_000;

/** How a Postgres server goes down: `pg_ctl stop -m fast`, `-m immediate`, or kill -9 of the postmaster. */
export type Downfall = "fast" | "immediate" | "kill";
const SIGNALS: Record<Downfall, NodeJS.Signals> = { fast: "SIGINT", immediate: "SIGQUIT", kill: "SIGKILL" };

export type PostgresPart = Part & {
  url(database: string): string;
  /** Takes it down, leaves it down, and brings it back. */
  restart(downfall: Downfall, awayMs?: number): Promise<void>;
  /** Stops the postmaster and every backend: the port takes connections, and nothing is answered. */
  freezeAll(): void;
  thawAll(): void;
};

/** A Postgres that keeps its promises (fsync on), in a folder and on a port of its own. */
export async function createPostgresPart(options: {
  dataDir: string;
  port: number;
  logFile: string;
}): Promise<PostgresPart> {
  const prepared = await preparePostgres({ dataDir: options.dataDir, durable: true }, options.port);
  const part = createPart({
    name: "postgres",
    command: prepared.command,
    isReady: prepared.isReady,
    logFile: options.logFile,
    stopSignal: prepared.stopSignal,
  });
  let frozen: number[] = [];
  const thawAll = () => {
    for (const pid of frozen.splice(0)) sendTo(pid, "SIGCONT");
  };

  async function takeDown(downfall: Downfall): Promise<void> {
    const children = part.pid === null ? [] : childrenOf(part.pid);
    await part.terminate(SIGNALS[downfall]);
    // Backends of a killed postmaster end when they notice; a second server on the same data meanwhile would ruin it.
    const areGone = () => children.every((pid) => !isThere(pid));
    if (await waitUntil(areGone, { timeoutMs: CHILDREN_END_MS, everyMs: 10 })) return;
    throw new AppError("conflict", "Backends of a stopped Postgres did not end, so it could not be started again");
  }

  // Not spread: `pid` is read each time.
  return Object.assign(part, {
    url: prepared.url,
    async restart(downfall: Downfall, awayMs = 0) {
      await takeDown(downfall);
      await pause(awayMs);
      await part.start();
    },
    freezeAll() {
      if (part.pid === null) return;
      // The postmaster first, so that no new backend escapes.
      sendTo(part.pid, "SIGSTOP");
      frozen = [part.pid, ...childrenOf(part.pid)];
      for (const pid of frozen) sendTo(pid, "SIGSTOP");
    },
    thawAll,
    stop: stopThawed(part.stop, thawAll),
  });
}

function stopThawed(stop: Part["stop"], thawAll: () => void): Part["stop"] {
  return async () => {
    thawAll();
    await stop();
  };
}

function sendTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended meanwhile.
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
