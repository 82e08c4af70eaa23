import { withOwnBots } from "@botdeck/bots/own-bots";
import { parseArgs } from "node:util";

import { createUndiciTransport } from "@botdeck/b24-client";
import { connect, createOAuthTokens, createPortals, createSecretBox } from "@botdeck/db";
import { createPortalClients } from "@botdeck/portal-clients";

import { loadEnv } from "./env.ts";
import { connectWebhook } from "./portals/connect-webhook.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/connect.ts --portal <webhook address>

Puts the bots on the portal behind an inbound webhook. The address is as the portal shows it:
https://your-portal.bitrix24.com/rest/<user>/<code>/`;

const WEBHOOK_LIMITS =
  "Through a webhook the bots act with the rights of the person who made it, whoever asks them. It ends when it expires or " +
  "that person leaves, and CRM and task events cannot be bound by it: install the app for those. What bots do with the rights " +
  "of who asks, such as showing deals, is refused there until you let everybody have the owner's: see set-rights --help.";

async function connectPortal(address: string): Promise<void> {
  const env = loadEnv(process.env);
  const definitions = await withOwnBots(env.BOTDECK_BOTS);
  const handle = connect(env.DATABASE_URL, { max: 2, applicationName: "botdeck-connect" });
  const transport = createUndiciTransport({ staysPublic: !env.B24_PRIVATE_PORTALS });
  try {
    const box = createSecretBox(env.BOTDECK_SECRET_KEY);
    const portals = createPortals(handle.db, box);
    const tokens = createOAuthTokens(handle.db, box);
    const clients = createPortalClients({ db: handle.db, portals, tokens, transport, app: null });
    const eventsUrl = new URL("/bitrix/events", env.GATEWAY_PUBLIC_URL).href;
    const { portal, bots } = await connectWebhook(address, {
      portals,
      clients,
      definitions,
      eventsUrl,
      takesPrivate: env.B24_PRIVATE_PORTALS,
      isAskedAnew: true,
    });
    const names = bots.map((bot) => `${bot.name} (bot ${bot.bitrixBotId ?? "?"})`).join(", ");
    process.stdout.write(`Connected ${portal.domain}: ${names}\n${WEBHOOK_LIMITS}\n`);
  } finally {
    await transport.close();
    await handle.close();
  }
}

// Run as a program: connects the portal behind an inbound webhook, and says in one line what came of it.
await runCommand(async () => {
  const { values } = parseArgs({
    options: { portal: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true || values.portal === undefined) printHelp(HELP, values.help === true);
  else await connectPortal(values.portal);
});
