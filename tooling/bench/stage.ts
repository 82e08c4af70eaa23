import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { ensureDatabase, type PostgresServer, startPostgres, startProcessGroup } from "@botdeck/local-stack";

const DATABASE = "botdeck";

/** Where a bench runs: a Postgres that keeps what it commits (fsync on), in a folder that goes when the run ends. */
export type Stage = {
  folder: string;
  postgres: PostgresServer;
  /** A database with the newest schema. */
  databaseUrl: string;
  /** One more database with the newest schema, for a side that must not find the rows of another. */
  addDatabase(name: string): Promise<string>;
  close(): Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "botdeck-bench-"));
  // mkdtemp closes it to others, and under root Postgres runs as another user.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), durable: true });
  const addDatabase = async (name: string) => {
    await ensureDatabase(postgres.url("postgres"), name);
    await migrate(postgres.url(name));
    return postgres.url(name);
  };
  const close = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { folder, postgres, databaseUrl: await addDatabase(DATABASE), addDatabase, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function migrate(databaseUrl: string): Promise<void> {
  const lines: string[] = [];
  const program = join(import.meta.dirname, "../../packages/db/src/migrate.ts");
  const command = { file: process.execPath, args: [program], env: { DATABASE_URL: databaseUrl } };
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("invariant", `The database could not be migrated:\n${lines.join("\n")}`);
}
