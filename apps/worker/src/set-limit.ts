import { parseArgs } from "node:util";

import { AppError, REQUEST_LIMITS, type RequestLimit } from "@botdeck/core";
import { connect, createPortals, createSecretBox } from "@botdeck/db";

import { loadEnv } from "./env.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/set-limit.ts --portal <domain or id> --limit standard|enterprise

Tells how many requests the portal's plan takes: 50 at once and 2 a second (standard), or 250 and 5 (enterprise).
What is under way goes on; all processes follow within a minute.`;

async function setLimit(domain: string, limit: string): Promise<void> {
  if (!isLimit(limit)) {
    throw new AppError("invalid", `--limit is ${Object.keys(REQUEST_LIMITS).join(" or ")}, not ${limit}`);
  }
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-set-limit" });
  try {
    const portals = createPortals(handle.db, createSecretBox(env.BOTDECK_SECRET_KEY));
    const portal = await portals.named(domain);
    await portals.setRequestLimit(portal.id, limit);
    process.stdout.write(`${domain} has the ${limit} limit now\n`);
  } finally {
    await handle.close();
  }
}

function isLimit(text: string): text is RequestLimit {
  return Object.hasOwn(REQUEST_LIMITS, text);
}

// Run as a program: changes the request limit of one portal.
await runCommand(async () => {
  const { values } = parseArgs({
    options: { portal: { type: "string" }, limit: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true || values.portal === undefined || values.limit === undefined) {
    printHelp(HELP, values.help === true);
  } else {
    await setLimit(values.portal, values.limit);
  }
});
