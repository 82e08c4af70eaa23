import { readFileSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { connect } from "@botdeck/db";
import { ensureDatabase } from "@botdeck/local-stack";
import { sql } from "drizzle-orm";

import { answersOk } from "../../start/http.ts";
import { localUrl } from "../../start/programs.ts";
import { createPart, type Part } from "../stack/part.ts";
import { logFileOf } from "../stack/plan-parts.ts";
import type { Stack } from "../stack/start-stack.ts";
import type { Zabbix } from "./find-zabbix.ts";

const DATABASE = "zabbix";
const CONNECT_TIMEOUT_MS = 1_000;

export type Ports = Record<"server" | "frontend", number>;

/** A new database for Zabbix, beside ours. @returns Its URL. */
export async function makeZabbixDatabase({ schema }: Zabbix, { postgres }: Stack): Promise<string> {
  await ensureDatabase(postgres.url("postgres"), DATABASE);
  const url = postgres.url(DATABASE);
  // All that comes with it is one statement of many seconds.
  const { db, close } = connect(url, { max: 1, statementTimeoutMs: 0, deadlineMs: 0 });
  try {
    for (const file of schema) await db.execute(sql.raw(gunzipSync(readFileSync(file)).toString("utf8")));
  } finally {
    await close();
  }
  return url;
}

/** The server, which takes values at its port. Nothing is started. */
export function planServer({ server, environment }: Zabbix, place: Stack, ports: Ports, databaseUrl: string): Part {
  const { hostname, port, username, password } = new URL(databaseUrl);
  const settings = {
    LogType: "console",
    DBHost: hostname,
    DBPort: port,
    DBName: DATABASE,
    DBUser: username,
    DBPassword: password,
    // It knows no Postgres that is newer than itself.
    AllowUnsupportedDBVersions: 1,
    ListenIP: "127.0.0.1",
    ListenPort: ports.server,
    PidFile: join(place.folder, "zabbix-server.pid"),
    SocketDir: place.folder,
    AllowRoot: 1,
    CacheUpdateFrequency: 1,
    StartPollers: 1,
    StartDiscoverers: 0,
    StartPingers: 0,
    StartHTTPPollers: 0,
  };
  const file = join(place.folder, "zabbix-server.conf");
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return createPart({
    name: "zabbix-server",
    command: { file: server, args: ["--foreground", "--config", file], env: environment },
    isReady: () => takesConnections(ports.server),
    logFile: logFileOf(place, "zabbix-server"),
  });
}

/** The pages and the API. Nothing is started. */
export function planFrontend(
  { php, frontend, environment }: Zabbix,
  place: Stack,
  ports: Ports,
  databaseUrl: string,
): Part {
  const { port, username, password } = new URL(databaseUrl);
  const database = { PGPORT: port, PGDATABASE: DATABASE, PGUSER: username, PGPASSWORD: password };
  return createPart({
    name: "zabbix-frontend",
    command: {
      file: php.file,
      args: [...php.args, "-S", `127.0.0.1:${ports.frontend}`, "-t", frontend],
      env: { ...environment, ...database },
    },
    isReady: () => answersOk(`${localUrl(ports.frontend)}/robots.txt`),
    logFile: logFileOf(place, "zabbix-frontend"),
  });
}

const takesConnections = async (port: number): Promise<boolean> =>
  await new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port, timeout: CONNECT_TIMEOUT_MS });
    const end = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
