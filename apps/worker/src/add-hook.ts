import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { addHook, COMMAND_ACTOR, connect, createPortals, createSecretBox, noteActs } from "@botdeck/db";

import { loadEnv } from "./env.ts";
import {
  OPTION_HELP,
  OPTION_WORDS,
  type OptionWords,
  readHookOptions,
  readKind,
  readProof,
} from "./hooks/hook-wish.ts";
import { readSecret } from "./portal-settings/read-secret.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/add-hook.ts --portal <domain or id> --bot <code> [--kind <kind>] [--name <name>] [--proof bearer|hmac]

Makes an address under which another system posts to a bot, and prints it with its secret, which is shown only here.
Kinds: alertmanager (the default), grafana, zabbix, sentry: alerts; payment, one_c, generic: records for the portal's rules.

  --proof hmac               posts are signed with the secret, in place of showing it
  --secret stdin|env:<name>  the secret, where the source makes it; else one is made
  --api-token stdin|env:<name>   what the source's own API is called with
${OPTION_HELP}`;

type Wish = { domain: string; code: string; kind: string; proof: string; name: string | undefined; words: OptionWords };
type Secrets = { secret: string | null; apiToken: string | null };

async function makeHook(wish: Wish, { secret: given, apiToken }: Secrets): Promise<void> {
  const { domain, code, name } = wish;
  const kind = readKind(wish.kind);
  const proof = readProof(wish.proof);
  const options = await readHookOptions(wish.words, { kind });
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-add-hook" });
  try {
    const box = createSecretBox(env.BOTDECK_SECRET_KEY);
    const portals = createPortals(handle.db, box);
    const portal = await portals.named(domain);
    const bots = await portals.botsOf(portal.id);
    const bot = bots.find((each) => each.code === code);
    if (bot === undefined) {
      throw new AppError("not_found", `${domain} has no bot ${code}, but ${bots.map((each) => each.code).join(", ")}`);
    }
    const secrets = { ...(given !== null && { secret: given }), ...(apiToken !== null && { apiToken }) };
    const made = { botId: bot.id, name: name ?? kind, kind, proof, options, ...secrets };
    const { id, secret } = await handle.db.transaction(async (tx) => {
      const added = await addHook(tx, made, box);
      const detail = { portalId: portal.id, botId: bot.id, name: made.name, kind, proof };
      await noteActs(tx, COMMAND_ACTOR, [{ action: "hook.create", subjectId: added.id, detail }]);
      return added;
    });
    const address = new URL(`/hooks/${id}`, env.GATEWAY_PUBLIC_URL).href;
    const { header = "x-signature", timestampHeader = "x-timestamp" } = options.signature ?? {};
    const how =
      proof === "bearer"
        ? `Send it as "Authorization: Bearer <secret>", or as the password of a basic log-in.`
        : timestampHeader === null
          ? `Sign each body with it: HMAC-SHA256, in hex or base64, in ${header}.`
          : `Sign each post with it: HMAC-SHA256 of "<time>:<body>", in hex or base64, in ${header}; the time, in seconds since 1970, in ${timestampHeader}.`;
    const told = given === null ? secret : "the one that was given";
    process.stdout.write(`Address: ${address}\nSecret:  ${told}\n\n${how} It is shown only now.\n`);
  } finally {
    await handle.close();
  }
}

// Run as a program: makes a hook, and prints its address and secret.
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      portal: { type: "string" },
      bot: { type: "string" },
      kind: { type: "string", default: "alertmanager" },
      proof: { type: "string", default: "bearer" },
      name: { type: "string" },
      secret: { type: "string" },
      "api-token": { type: "string" },
      ...OPTION_WORDS,
      help: { type: "boolean", short: "h" },
    },
  });
  const { portal, bot, kind, proof, name, secret, "api-token": apiToken, help, ...words } = values;
  if (help === true || portal === undefined || bot === undefined) return printHelp(HELP, help === true);
  const sources = { env: process.env, stdin: process.stdin };
  const secrets = { secret: await readSecret(secret, sources), apiToken: await readSecret(apiToken, sources) };
  await makeHook({ domain: portal, code: bot, kind, proof, name, words }, secrets);
});
