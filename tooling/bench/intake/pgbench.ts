import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { AppError, messageOf } from "@botdeck/core";
import { connect } from "@botdeck/db";

const run = promisify(execFile);
const TPS = /^tps = ([\d.]+)/m;
const CLIENTS = 32;

/** True where pgbench is installed: it does not come with the Postgres of this repository. */
export async function hasPgbench(): Promise<boolean> {
  try {
    await run("pgbench", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

/** Commits a second of one-row inserts. */
export type Pgbench = (seconds: number) => Promise<number>;

/**
 * pgbench with 32 clients, each of which puts a row like one that the gateway wrote into a table with the same indexes,
 * and commits. Its row differs from the next one in id and dedupe key.
 *
 * @param from A database whose inbox holds at least one row.
 * @param into One with an inbox of its own.
 */
export async function preparePgbench(folder: string, from: string, into: string): Promise<Pgbench> {
  const row = await anyRow(from);
  const columns = Object.keys(row);
  const values = columns.map((column) => FRESH[column] ?? `:${column}`);
  const script = join(folder, "insert.pgbench");
  writeFileSync(
    script,
    `\\set number random(1, 9000000000000000)\ninsert into inbox_event (${columns.join(", ")}) values (${values.join(", ")});\n`,
  );
  const given = columns.filter((column) => !(column in FRESH)).flatMap((column) => ["-D", `${column}=${row[column]}`]);
  const { hostname, port, username, password, pathname } = new URL(into);
  const reach = ["-h", hostname, "-p", port, "-U", username];
  return async (seconds) => {
    const how = ["-n", "-M", "prepared", "-c", String(CLIENTS), "-j", "2", "-T", String(seconds), "-f", script];
    const env = { ...process.env, PGPASSWORD: password };
    const { stdout } = await run("pgbench", [...reach, ...how, ...given, pathname.slice(1)], { env }).catch(
      (cause: unknown) => {
        throw new AppError("invariant", `pgbench failed: ${messageOf(cause)}`, { cause });
      },
    );
    return Number(TPS.exec(stdout)?.[1]);
  };
}

/** What tells one row from the next. */
const FRESH: Record<string, string> = { id: "uuidv7()", dedupe_key: "rpad(:number::text, 64, 'a')" };

/** The columns that the gateway fills, as text. */
async function anyRow(databaseUrl: string): Promise<Record<string, string>> {
  const handle = connect(databaseUrl, { max: 1, applicationName: "botdeck-bench" });
  try {
    const [found] = await handle.sql<{ row: Record<string, string> }[]>`
      select (select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(e)) where value is not null and key <> 'seq') as row
      from inbox_event e limit 1`;
    if (found === undefined)
      throw new AppError("invariant", "The gateway has kept no event whose row pgbench could write");
    return found.row;
  } finally {
    await handle.close();
  }
}
