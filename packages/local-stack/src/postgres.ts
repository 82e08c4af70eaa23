import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { AppError, messageOf } from "@botdeck/core";

import { freePort } from "./free-port.ts";
import { findPostgresBinaries } from "./postgres-binaries.ts";
import { canConnect } from "./postgres-database.ts";
import { stopOrphan } from "./postgres-orphan.ts";
import { type Command, type ProcessGroup, startProcessGroup } from "./process-group.ts";
import { startReadyGroup } from "./start-ready-group.ts";
import { giveTo, postgresUser, runAs } from "./system-user.ts";

const SUPERUSER = "postgres";
/** Fast shutdown: cuts the clients and writes a checkpoint, where SIGTERM would wait for the clients. */
const STOP_SIGNAL = "SIGINT";

/**
 * For a cluster that a crash of the machine may lose. Commits still reach the system before they are answered, so a
 * kill -9 loses nothing.
 */
const NOT_DURABLE = ["fsync=off", "full_page_writes=off", "max_wal_size=256MB"];
const MAX_CONNECTIONS = 200;

export type PostgresOptions = {
  /** The cluster's folder; made by initdb when it is new. */
  dataDir: string;
  /** False only for tests: the data may be lost when the machine goes down, and is safe from a killed process. */
  durable: boolean;
};

type StartOptions = PostgresOptions & {
  /** Preferred; the next free one is taken when it is busy. */
  port?: number;
  onLine?: (line: string) => void;
};

export type PostgresServer = {
  /** Connection URL of one database of the cluster, as its superuser. */
  url(database: string): string;
  port: number;
  pid: number;
  exited: ProcessGroup["exited"];
  stop(): Promise<void>;
};

/** A cluster that is ready to be started: what a supervisor needs, which starts it itself. */
export type PreparedPostgres = {
  command: Command;
  stopSignal: NodeJS.Signals;
  url(database: string): string;
  /** True when the server takes connections. */
  isReady(): Promise<boolean>;
};

/**
 * Makes the cluster if its folder is new, and ends a server that a killed owner left in it.
 *
 * @param port A free one.
 * @throws AppError `invalid` when this system cannot run Postgres in that folder; the message says what to do.
 */
export async function preparePostgres(options: PostgresOptions, port: number): Promise<PreparedPostgres> {
  const dataDir = resolve(options.dataDir);
  const { initdb, postgres } = await findPostgresBinaries();
  const user = postgresUser();
  const reach = [initdb, join(dataDir, "base")];

  if (existsSync(dataDir)) await stopOrphan(dataDir);
  if (!existsSync(join(dataDir, "PG_VERSION"))) {
    // What an interrupted initdb left behind is not a cluster.
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o700);
    giveTo(user, dataDir);
    const passwordFile = passwordFileOf(dataDir);
    writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    giveTo(user, passwordFile);
    const args = [
      `--pgdata=${dataDir}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      ...(options.durable ? [] : ["--no-sync"]),
    ];
    await runInitdb(runAs(user, { file: initdb, args, cwd: dirname(dataDir) }, reach), dataDir);
  }

  const password = readFileSync(passwordFileOf(dataDir), "utf8");
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `max_connections=${MAX_CONNECTIONS}`,
    ...(options.durable ? [] : NOT_DURABLE),
  ];
  const args = ["-D", dataDir, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  return {
    command: runAs(user, { file: postgres, args, cwd: dirname(dataDir) }, reach),
    stopSignal: STOP_SIGNAL,
    url,
    isReady: () => canConnect(url("postgres")),
  };
}

/** Starts the cluster of a folder and waits until it takes connections. */
export async function startPostgres(options: StartOptions): Promise<PostgresServer> {
  const port = await freePort(options.port);
  const prepared = await preparePostgres(options, port);
  const group = await startReadyGroup({
    command: prepared.command,
    isReady: prepared.isReady,
    everyMs: 50,
    stopSignal: STOP_SIGNAL,
    failure: `Postgres did not start in ${options.dataDir}`,
    onLine: options.onLine,
  });
  return {
    url: prepared.url,
    port,
    pid: group.pid,
    exited: group.exited,
    stop: async () => void (await group.stop({ signal: STOP_SIGNAL })),
  };
}

async function runInitdb(command: Command, dataDir: string): Promise<void> {
  const lines: string[] = [];
  const group = await startProcessGroup(command, (line) => lines.push(line)).catch((cause: unknown) => {
    throw new AppError("invalid", `Postgres could not be started: ${messageOf(cause)}`, { cause });
  });
  const exit = await group.exited;
  if (exit.code !== 0) {
    throw new AppError(
      "invalid",
      `Postgres could not make its data folder ${dataDir}:\n${lines.slice(-10).join("\n")}`,
    );
  }
}

// Beside the cluster, not in it: initdb wants its folder empty.
function passwordFileOf(dataDir: string): string {
  return `${dataDir}.password`;
}
