import { parseArgs } from "node:util";

import {
  COMMAND_ACTOR,
  connect,
  createPortals,
  createSecretBox,
  type Database,
  noteActs,
  type SecretBox,
} from "@botdeck/db";

import { loadEnv } from "../env.ts";
import { printHelp, runCommand } from "../run-command.ts";
import { readConfig } from "./read-config.ts";
import { readSecret } from "./read-secret.ts";

type Settings = { config: Record<string, unknown>; secret: string | null };

/** A command that sets, shows and removes something that a portal has one of, with a secret. */
export type SettingsCommand = {
  name: string;
  help: string;
  /** What it sets, as a person calls it, and as `audit_log` does. */
  thing: string;
  entity: string;
  storeIn(
    db: Database,
    box: SecretBox,
  ): {
    put(portalId: string, settings: Settings): Promise<void>;
    get(portalId: string): Promise<(Settings & { updatedAt: Date }) | null>;
    remove(portalId: string): Promise<boolean>;
  };
  /** @throws AppError that says what is wrong, without the secret. */
  check(settings: Settings): void;
};

type Wish =
  | { domain: string; does: "show" | "remove" }
  | { domain: string; does: "set"; config: string; secret?: string };

/** Runs it as a program. What is set is checked before, and written down in `audit_log` without the settings. */
export async function runSettingsCommand(command: SettingsCommand, env: NodeJS.ProcessEnv): Promise<void> {
  await runCommand(async () => {
    const { values } = parseArgs({
      options: {
        portal: { type: "string" },
        config: { type: "string" },
        secret: { type: "string" },
        show: { type: "boolean" },
        remove: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { portal: domain, config, secret, show = false, remove = false } = values;
    const isOne = [config !== undefined, show, remove].filter(Boolean).length === 1;
    if (values.help === true || domain === undefined || !isOne || (secret !== undefined && config === undefined)) {
      return printHelp(command.help, values.help === true);
    }
    if (config === undefined) return await carryOut(command, { domain, does: show ? "show" : "remove" }, env);
    await carryOut(command, { domain, does: "set", config, ...(secret !== undefined && { secret }) }, env);
  });
}

async function carryOut(command: SettingsCommand, wish: Wish, variables: NodeJS.ProcessEnv): Promise<void> {
  const settings = wish.does === "set" ? await readSettings(command, wish, variables) : null;
  const env = loadEnv(variables);
  const box = createSecretBox(env.BOTDECK_SECRET_KEY);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: `botdeck-${command.name}` });
  try {
    const portal = await createPortals(handle.db, box).named(wish.domain);
    if (wish.does === "show") {
      return show(command, wish.domain, await command.storeIn(handle.db, box).get(portal.id));
    }
    const done = await handle.db.transaction(async (tx) => {
      const store = command.storeIn(tx, box);
      if (settings === null && !(await store.remove(portal.id))) return `${wish.domain} had no ${command.thing}`;
      if (settings !== null) await store.put(portal.id, settings);
      const verb = settings === null ? "remove" : "set";
      const detail = settings === null ? {} : { kind: settings.config["kind"] };
      await noteActs(tx, COMMAND_ACTOR, [{ action: `${command.entity}.${verb}`, subjectId: portal.id, detail }]);
      return settings === null
        ? `${wish.domain} has no ${command.thing} any more`
        : `${wish.domain} has the ${command.thing} ${String(settings.config["kind"])} now`;
    });
    process.stdout.write(`${done}\n`);
  } finally {
    await handle.close();
  }
}

async function readSettings(
  command: SettingsCommand,
  wish: Wish & { does: "set" },
  env: NodeJS.ProcessEnv,
): Promise<Settings> {
  const config = await readConfig(wish.config);
  const secret = await readSecret(wish.secret, { env, stdin: process.stdin });
  command.check({ config, secret });
  return { config, secret };
}

function show(command: SettingsCommand, domain: string, stored: (Settings & { updatedAt: Date }) | null): void {
  if (stored === null) return void process.stdout.write(`${domain} has no ${command.thing}\n`);
  const { config, secret, updatedAt } = stored;
  const words = `${JSON.stringify(config, null, 2)}\n${secret === null ? "No secret" : "With a secret"}, set at ${updatedAt.toISOString()}\n`;
  process.stdout.write(words);
}
