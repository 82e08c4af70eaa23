import { createServer } from "node:net";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";

import { ensureDatabase } from "./postgres-database.ts";
import { startPostgres, type PostgresServer } from "./postgres.ts";
import { identifyProcess } from "./process-identity.ts";
import { waitUntil } from "./wait-until.ts";

let folder: string;
const servers: PostgresServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-stack-postgres-"));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: { dataDir?: string; port?: number } = {}) {
  const server = await startPostgres({ dataDir: join(folder, "data"), durable: false, ...options });
  servers.push(server);
  return server;
}

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

test("data survives a stop and a start", async () => {
  const first = await start();
  await ensureDatabase(first.url("postgres"), "shop");
  await query(first.url("shop"), "create table parcel as select 'Ünïcode и кириллица' as label");
  await first.stop();

  const second = await start();

  expect(await query(second.url("shop"), "select upper(label) as label from parcel")).toMatchObject([
    { label: "ÜNÏCODE И КИРИЛЛИЦА" },
  ]);
});

test("a server left behind by a killed owner is ended by the next start, and the data is there", async () => {
  const orphan = await start();
  await query(orphan.url("postgres"), "create table kept as select 1 as one");

  const next = await start();

  expect(identifyProcess(orphan.pid)).toBeNull();
  expect(await query(next.url("postgres"), "select one from kept")).toMatchObject([{ one: 1 }]);
});

test("a start after kill -9 of the server works on what it left", async () => {
  const killed = await start();
  await query(killed.url("postgres"), "create table kept as select 1 as one");
  process.kill(killed.pid, "SIGKILL");
  await killed.exited;

  const next = await start();

  expect(await query(next.url("postgres"), "select one from kept")).toMatchObject([{ one: 1 }]);
});

test("a server of another folder is left alone", async () => {
  const other = await start({ dataDir: join(folder, "other") });
  await start({ dataDir: join(folder, "data") });
  await start({ dataDir: join(folder, "data") });

  expect(identifyProcess(other.pid)).not.toBeNull();
});

test("a busy port is moved to the next free one", async () => {
  const occupant = createServer();
  const busy = await new Promise<number>((resolve) => {
    occupant.listen(0, "127.0.0.1", () => resolve((occupant.address() as { port: number }).port));
  });

  const server = await start({ port: busy });

  expect(server.port).toBeGreaterThan(busy);
  expect(await query(server.url("postgres"), "select 1 as one")).toMatchObject([{ one: 1 }]);
  occupant.close();
});

test("it runs in a folder that is closed to other users, also as root", async () => {
  const closed = join(folder, "closed");
  mkdirSync(closed, { mode: 0o700 });

  const server = await start({ dataDir: join(closed, "data") });

  expect(await query(server.url("postgres"), "select 1 as one")).toMatchObject([{ one: 1 }]);
});

test("a stop ends the server and its own processes", async () => {
  const server = await start();
  await server.stop();

  expect(await waitUntil(() => identifyProcess(server.pid) === null, { timeoutMs: 20_000 })).toBe(true);
});
