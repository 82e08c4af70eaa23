import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { sql } from "drizzle-orm";
import { z } from "zod";

import { FORGED_TOKEN } from "./faults/forged-events.ts";
import { CANARY } from "./load/message-event.ts";
import type { Site } from "./site.ts";

const Token = z.object({ id: z.string() });
const PortalState = z.object({ accessTokens: z.array(Token), refreshTokens: z.array(Token) });

/**
 * Row 28: looks for every secret of a run in all that the parts wrote: their logs, the spools, and every column of every
 * table. Secrets in columns are sealed there, so that none is found.
 *
 * @returns Where one was found, in words that do not repeat it.
 */
export async function findSecrets(site: Site): Promise<string[]> {
  const { stack, tables } = site;
  const secrets = [CANARY, FORGED_TOKEN, ...stack.secrets, ...portalTokens(stack.folder)];
  const found: string[] = [];
  const look = (place: string, text: string) => {
    if (secrets.some((secret) => text.includes(secret))) found.push(`a secret stands in ${place}`);
  };
  // What Postgres and the portal write about themselves is not ours.
  const ours = readdirSync(stack.logs).filter((name) => /^(gateway|worker)-/.test(name));
  for (const name of ours) look(`the log ${name}`, readFileSync(join(stack.logs, name), "utf8"));
  for (const file of filesIn(join(stack.folder, "spool"))) look(`the spool ${file}`, readFileSync(file, "latin1"));
  const names = await tables.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  for (const { name } of names) {
    const rows = await tables.db.execute<{ row: string }>(sql`select t::text as row from ${sql.identifier(name)} t`);
    look(`the table ${name}`, rows.map(({ row }) => row).join("\n"));
  }
  return found;
}

/** Every token that the emulated portal has given out. */
function portalTokens(folder: string): string[] {
  const file = join(folder, "emulator", "state.json");
  if (!existsSync(file)) return [];
  const { accessTokens, refreshTokens } = PortalState.parse(JSON.parse(readFileSync(file, "utf8")));
  return [...accessTokens, ...refreshTokens].map(({ id }) => id);
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
