import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

import { freePort } from "./free-port.ts";
import type { Command, ProcessGroup } from "./process-group.ts";
import { startReadyGroup } from "./start-ready-group.ts";
import { temporalVersion } from "./temporal-cli.ts";

const PROBE_TIMEOUT_MS = 3_000;

export type TemporalServerOptions = {
  cliPath: string;
  /** Where its database file is kept. */
  dataDir: string;
  namespace: string;
  /** Registered at start: name → type, such as "Keyword" or "Datetime". */
  searchAttributes?: Readonly<Record<string, string>>;
};

type StartOptions = TemporalServerOptions & {
  /** Preferred; the next free one is taken when it is busy. */
  port?: number;
  onLine?: (line: string) => void;
};

export type PreparedTemporal = {
  command: Command;
  address: string;
  isReady(): Promise<boolean>;
};

export type TemporalServer = {
  address: string;
  port: number;
  pid: number;
  exited: ProcessGroup["exited"];
  stop(): Promise<void>;
};

/**
 * The development server's command line: durable (a write-ahead log survives kill -9, and is three to six times faster
 * than the default), fair between portals, on loopback only.
 *
 * @param port A free one.
 */
export async function prepareTemporalServer(options: TemporalServerOptions, port: number): Promise<PreparedTemporal> {
  const version = await temporalVersion(options.cliPath);
  mkdirSync(options.dataDir, { recursive: true });
  // A newer server does not migrate an older one's file, so each has its own.
  const database = join(options.dataDir, `temporal-${version ?? "unknown"}.sqlite`);
  const address = `127.0.0.1:${port}`;
  const flags = {
    ip: "127.0.0.1",
    port: String(port),
    "db-filename": database,
    namespace: options.namespace,
    "log-level": "warn",
    "sqlite-pragma": ["journal_mode=WAL", "synchronous=NORMAL"],
    "dynamic-config-value": [
      "system.enableActivityEagerExecution=true",
      "matching.useNewMatcher=true",
      "matching.enableFairness=true",
    ],
    "search-attribute": Object.entries(options.searchAttributes ?? {}).map(([name, type]) => `${name}=${type}`),
  };
  const args = ["server", "start-dev", "--headless"];
  for (const [name, values] of Object.entries(flags)) {
    for (const value of [values].flat()) args.push(`--${name}`, value);
  }
  return {
    command: { file: options.cliPath, args },
    address,
    isReady: async () => (await acceptsConnections(port)) && (await hasNamespace(options, address)),
  };
}

/** Starts the development server and waits until its namespace answers. */
export async function startTemporalServer(options: StartOptions): Promise<TemporalServer> {
  const port = await freePort(options.port);
  const prepared = await prepareTemporalServer(options, port);
  const group = await startReadyGroup({
    command: prepared.command,
    isReady: prepared.isReady,
    everyMs: 200,
    failure: "The Temporal server did not start",
    onLine: options.onLine,
  });
  return {
    address: prepared.address,
    port,
    pid: group.pid,
    exited: group.exited,
    stop: async () => void (await group.stop()),
  };
}

async function hasNamespace({ cliPath, namespace }: TemporalServerOptions, address: string): Promise<boolean> {
  const args = ["operator", "namespace", "describe", "--namespace", namespace, "--address", address];
  try {
    await promisify(execFile)(cliPath, args, { timeout: PROBE_TIMEOUT_MS, killSignal: "SIGKILL" });
    return true;
  } catch {
    return false;
  }
}

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: PROBE_TIMEOUT_MS });
    const answer = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
    socket.once("timeout", () => answer(false));
  });
}
