import { parseArgs } from "node:util";

import { COMMAND_ACTOR, connect, createPortals, createSecretBox, type Database, noteActs } from "@botdeck/db";

import { loadEnv } from "../env.ts";
import { printHelp, runCommand } from "../run-command.ts";
import { readConfig } from "./read-config.ts";

/** A command that sets, lists and removes things that a portal has several of, by their names. */
export type NamedCommand = {
  name: string;
  help: string;
  /** What it sets, as a person calls it, and as `audit_log` does. */
  thing: string;
  entity: string;
  /** @throws AppError that says what is wrong. @returns Its name, and its id for whoever refers to it. */
  put(db: Database, portalId: string, config: Record<string, unknown>): Promise<{ name: string; id: string }>;
  /** What people see of them. */
  list(db: Database, portalId: string): Promise<readonly object[]>;
  /** @returns False when there is none of this name. */
  remove(db: Database, portalId: string, name: string): Promise<boolean>;
};

/** Runs it as a program. What is set is checked before, and written down in `audit_log` without the settings. */
export async function runNamedCommand(command: NamedCommand, variables: NodeJS.ProcessEnv): Promise<void> {
  await runCommand(async () => {
    const { values } = parseArgs({
      options: {
        portal: { type: "string" },
        config: { type: "string" },
        show: { type: "boolean", default: false },
        remove: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { portal: domain, config: file, show, remove, help } = values;
    const isOne = [file !== undefined, show, remove !== undefined].filter(Boolean).length === 1;
    if (help || domain === undefined || !isOne) return printHelp(command.help, help);
    const config = file === undefined ? null : await readConfig(file);
    const env = loadEnv(variables);
    const handle = connect(env.DATABASE_URL, { max: 1, applicationName: `botdeck-${command.name}` });
    try {
      const portal = await createPortals(handle.db, createSecretBox(env.BOTDECK_SECRET_KEY)).named(domain);
      process.stdout.write(`${await carryOut(command, handle.db, { portalId: portal.id, domain, config, remove })}\n`);
    } finally {
      await handle.close();
    }
  });
}

type Wish = {
  portalId: string;
  domain: string;
  /** What is set; null when nothing is. */
  config: Record<string, unknown> | null;
  /** The name of what is removed. */
  remove: string | undefined;
};

async function carryOut(
  { thing, entity, ...command }: NamedCommand,
  db: ReturnType<typeof connect>["db"],
  { portalId, domain, config, remove }: Wish,
): Promise<string> {
  if (config === null && remove === undefined) {
    const all = await command.list(db, portalId);
    return all.length === 0 ? `${domain} has no ${thing}` : JSON.stringify(all, null, 2);
  }
  return await db.transaction(async (tx) => {
    const act = (verb: string, name: string) =>
      noteActs(tx, COMMAND_ACTOR, [{ action: `${entity}.${verb}`, subjectId: portalId, detail: { name } }]);
    if (config !== null) {
      const { name, id } = await command.put(tx, portalId, config);
      await act("set", name);
      return `${domain} has the ${thing} ${name} now: ${id}`;
    }
    const name = remove ?? "";
    if (!(await command.remove(tx, portalId, name))) return `${domain} has no ${thing} ${name}`;
    await act("remove", name);
    return `${domain} has no ${thing} ${name} any more`;
  });
}
