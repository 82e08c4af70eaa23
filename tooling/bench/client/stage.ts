import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { ensureDatabase, startPostgres, startProcessGroup } from "@botdeck/local-stack";

import type { Scale } from "./scale.ts";
import type { Stage } from "./scenarios.ts";

const DATABASE = "botdeck";

/** A Postgres with the newest schema, in a folder that goes when the run ends. */
export async function openStage(scale: Scale): Promise<Stage & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "botdeck-bench-"));
  // mkdtemp closes it to others, and under root Postgres runs as another user.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), durable: true });
  const close = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(postgres.url("postgres"), DATABASE);
    const databaseUrl = postgres.url(DATABASE);
    await migrate(databaseUrl);
    return { folder, databaseUrl, scale, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function migrate(databaseUrl: string): Promise<void> {
  const lines: string[] = [];
  const program = join(import.meta.dirname, "../../../packages/db/src/migrate.ts");
  const command = { file: process.execPath, args: [program], env: { DATABASE_URL: databaseUrl } };
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("invariant", `The database could not be migrated:\n${lines.join("\n")}`);
}
