import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { addHook, connect, createPortals, createSecretBox, HOOK_KIND, type Hook } from "@botdeck/db";

import { loadEnv } from "./env.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/add-hook.ts --portal <domain> --bot <code> [--kind alertmanager|generic] [--name <name>]

Makes an address under which another system posts to a bot, and prints it with its secret, which is shown only here.
alertmanager (the default) takes Prometheus Alertmanager's notifications; generic takes any JSON.
No bot takes such posts yet: each is taken in, kept, and ends as "ignored" until a bot takes hooks.`;

type Wish = { domain: string; code: string; kind: string; name: string | undefined };

async function makeHook({ domain, code, kind, name }: Wish): Promise<void> {
  if (!isKind(kind)) throw new AppError("invalid", `--kind is ${HOOK_KIND.join(" or ")}, not ${kind}`);
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-add-hook" });
  try {
    const portals = createPortals(handle.db, createSecretBox(env.BOTDECK_SECRET_KEY));
    const portal = await portals.byDomain(domain);
    if (portal === null) throw new AppError("not_found", `No portal ${domain} is connected`);
    const bots = await portals.botsOf(portal.id);
    const bot = bots.find((each) => each.code === code);
    if (bot === undefined) {
      throw new AppError("not_found", `${domain} has no bot ${code}, but ${bots.map((each) => each.code).join(", ")}`);
    }
    const { id, secret } = await addHook(handle.db, { botId: bot.id, name: name ?? kind, kind });
    const address = new URL(`/hooks/${id}`, env.GATEWAY_PUBLIC_URL).href;
    process.stdout.write(
      `Address: ${address}\nSecret:  ${secret}\n\n` +
        `Send it as "Authorization: Bearer <secret>", or as the password of a basic log-in. It is shown only now.\n` +
        `No bot takes such posts yet: each is taken in, kept, and ends as "ignored" until ${code} takes hooks.\n`,
    );
  } finally {
    await handle.close();
  }
}

function isKind(text: string): text is Hook["kind"] {
  return HOOK_KIND.some((kind) => kind === text);
}

// Run as a program: makes a hook, and prints its address and secret.
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      portal: { type: "string" },
      bot: { type: "string" },
      kind: { type: "string", default: "alertmanager" },
      name: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const { portal, bot, kind, name } = values;
  if (values.help === true || portal === undefined || bot === undefined) printHelp(HELP, values.help === true);
  else await makeHook({ domain: portal, code: bot, kind, name });
});
