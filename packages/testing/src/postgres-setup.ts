import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureDatabase, identifyProcess, startPostgres, stopOrphan } from "@botdeck/local-stack";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    postgresAdminUrl: string;
  }
}

/** The migrated database that every test file gets a copy of. */
export const TEMPLATE_DATABASE = "botdeck_template";

const FOLDER_PREFIX = "botdeck-test-postgres-";
// A path and not an import: packages/db uses this package in its own tests.
const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../db/migrations", import.meta.url));

/**
 * For vitest's `globalSetup`: one Postgres for the whole run, with a migrated template database.
 *
 *     globalSetup: ["@botdeck/testing/postgres-setup"]
 */
export default async function postgresSetup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  // mkdtemp closes it to others, and under root Postgres runs as another user.
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDir: join(folder, "data"), durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(server.url("postgres"), TEMPLATE_DATABASE);
    await migrateDatabase(server.url(TEMPLATE_DATABASE));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("postgresAdminUrl", server.url("postgres"));
  return stop;
}

async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS_FOLDER });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

// A run that was killed could not stop its server or remove its folder.
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const owner = Number.parseInt(name.slice(FOLDER_PREFIX.length), 10);
    if (identifyProcess(owner) !== null) continue;
    await stopOrphan(join(tmpdir(), name, "data"));
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
