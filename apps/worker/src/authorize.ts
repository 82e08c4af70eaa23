import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { connect, createAuthorizationRequests, createPortals, createSecretBox, INSTALLER } from "@botdeck/db";
import { appOf } from "@botdeck/portal-clients";

import { loadEnv } from "./env.ts";
import { authorizationLink } from "./portals/ask-to-authorize.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/authorize.ts --portal <domain or id> [--user <portal user id>]

Prints a link by which the app is authorised anew, good once and for a day. Open it signed in to the portal: as an
administrator to renew the app's own access, or as the person named by --user for calls with their rights.`;

async function printLink(domain: string, userId: string): Promise<void> {
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-authorize" });
  try {
    const { db } = handle;
    const box = createSecretBox(env.BOTDECK_SECRET_KEY);
    const portals = createPortals(db, box);
    const portal = await portals.named(domain);
    const requests = createAuthorizationRequests(db, box);
    const link = await authorizationLink(portal, userId, { requests, app: appOf(env) });
    if (link === null) {
      throw new AppError(
        "invalid",
        `${domain} is connected by a webhook, or no app is configured: there is nothing to renew`,
      );
    }
    process.stdout.write(`${link}\n`);
  } finally {
    await handle.close();
  }
}

// Run as a program: makes a link that renews an authorisation.
await runCommand(async () => {
  const { values } = parseArgs({
    options: { portal: { type: "string" }, user: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true || values.portal === undefined) printHelp(HELP, values.help === true);
  else await printLink(values.portal, values.user ?? INSTALLER);
});
