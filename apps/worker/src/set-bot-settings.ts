import { parseArgs } from "node:util";

import { withOwnBots } from "@botdeck/bots/own-bots";
import { AppError } from "@botdeck/core";
import { type Bot, COMMAND_ACTOR, connect, createPortals, createSecretBox, type Database, noteActs } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";

import { loadEnv } from "./env.ts";
import { checkBotSettings } from "./portal-settings/check-bot-settings.ts";
import { readAssignments } from "./portal-settings/read-assignments.ts";
import { readConfig } from "./portal-settings/read-config.ts";
import { settingsChanges, settingsLines } from "./portal-settings/settings-lines.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/set-bot-settings.ts --portal <domain or id> --bot <code> --set <field>=<value> …
node apps/worker/src/set-bot-settings.ts --portal <domain or id> --bot <code> --config <file>
node apps/worker/src/set-bot-settings.ts --portal <domain or id> --bot <code> --show | --reset

Says how a bot works on a portal. --set changes some settings and leaves the others; a value is JSON, or words as they are:

  --set returnDays=30 managerId=7 timeZone=Asia/Almaty 'holidays=["2027-01-01"]'

--config takes the place of all that is set with a file such as {"returnDays": 30}; what is left out has its default.
--reset goes back to the defaults. --show prints what the bot works with. docs/client-bots.md has the settings of the shop's
bot. Nothing that the bot does not take is written. Running workers follow at once.`;

type Wish =
  | { does: "show" }
  | { does: "reset" }
  | { does: "replace"; config: Record<string, unknown> }
  | { does: "set"; words: string[] };
type Place = { db: Database; box: ReturnType<typeof createSecretBox>; domain: string; definition: AnyBot };

// Run as a program: sets, shows or resets the settings of one bot on a portal.
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: {
      portal: { type: "string" },
      bot: { type: "string" },
      config: { type: "string" },
      set: { type: "string", multiple: true },
      show: { type: "boolean" },
      reset: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
    // `--set one=1 other=2` is what a person types.
    allowPositionals: true,
  });
  const { portal: domain, bot: code, config, set, show = false, reset = false, help = false } = values;
  const isOne = [config !== undefined, set !== undefined, show, reset].filter(Boolean).length === 1;
  const isStray = positionals.length > 0 && set === undefined;
  if (help || domain === undefined || code === undefined || !isOne || isStray) return printHelp(HELP, help);
  if (config !== undefined) return await carryOut(domain, code, { does: "replace", config: await readConfig(config) });
  if (set !== undefined) return await carryOut(domain, code, { does: "set", words: [...set, ...positionals] });
  return await carryOut(domain, code, { does: show ? "show" : "reset" });
});

async function carryOut(domain: string, code: string, wish: Wish): Promise<void> {
  const env = loadEnv(process.env);
  const definitions = await withOwnBots(env.BOTDECK_BOTS);
  const definition = definitions.find((each) => each.code === code);
  if (definition === undefined) {
    const codes = definitions.map((each) => each.code).join(", ");
    throw new AppError("not_found", `This deployment has no bot ${code}. There are: ${codes}`);
  }
  const box = createSecretBox(env.BOTDECK_SECRET_KEY);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-set-bot-settings" });
  try {
    const lines = await handle.db.transaction((db) => change({ db, box, domain, definition }, wish));
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    await handle.close();
  }
}

/** @returns What to tell. */
async function change({ db, box, domain, definition }: Place, wish: Wish): Promise<string[]> {
  const portals = createPortals(db, box);
  const portal = await portals.named(domain);
  const bot = (await portals.botsOf(portal.id)).find(({ code }) => code === definition.code);
  if (bot === undefined) throw new AppError("not_found", `${domain} has no bot ${definition.code}: connect it first`);
  const title = `${domain}, bot ${bot.code}`;
  if (wish.does === "show") return [`${title}:`, ...settingsLines(definition, bot.settings)];

  let changes: ReturnType<typeof settingsChanges> = [];
  await portals.changeBotSettings(bot.id, (before) => {
    const after = wished(definition, before, wish);
    changes = settingsChanges(definition, before, after);
    return after;
  });
  if (changes.length === 0) return [`${title}: this is how it is set already`];
  const verb = wish.does === "reset" ? "reset" : "set";
  const detail = { bot: bot.code, fields: changes.map(({ field }) => field) };
  await noteActs(db, COMMAND_ACTOR, [{ action: `botSettings.${verb}`, subjectId: bot.id, detail }]);
  return [`${title}:`, ...changes.map(({ line }) => line)];
}

/** @throws AppError `invalid` that names each wrong field. */
function wished(definition: AnyBot, before: Bot["settings"], wish: Exclude<Wish, { does: "show" }>): Bot["settings"] {
  if (wish.does === "reset") return {};
  if (wish.does === "replace") {
    checkBotSettings(definition, wish.config);
    return wish.config;
  }
  const given = readAssignments(definition, wish.words);
  const after = { ...before, ...given };
  checkBotSettings(definition, after, given);
  return after;
}
