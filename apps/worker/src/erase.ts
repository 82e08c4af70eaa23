import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { connect, createPortals, createSecretBox, type Erasure } from "@botdeck/db";

import { confirm } from "./desk/confirm.ts";
import { eraseOfDomain } from "./desk/erase-of-domain.ts";
import { loadEnv } from "./env.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/erase.ts --portal <domain> --person <portal user id> [--dry-run] [--yes]

Erases what is kept of a person: says first how much there is, and asks. What lies elsewhere (the portal, workflow
histories, a gateway's disk, backups) is not reached: docs/operations.md, Erasing a person.`;

const WORDS: Record<keyof Erasure, string> = {
  conversations: "dialogs of their own",
  messages: "messages in these",
  workflows: "workflows of these",
  words: "messages of theirs in other dialogs",
  heads: "other dialogs that name them",
  absences: "days off they asked for",
  tickets: "tickets they asked for",
  schedules: "reports that come by themselves, theirs or about them",
  notifications: "what they were notified of",
  events: "events",
  effects: "effects",
  cancelled: "of these, still to be sent",
  logins: "links to log-ins of the console",
  examples: "words that bots were to learn from",
  tokens: "tokens and links",
};

// Run as a program: erases a person.
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      portal: { type: "string" },
      person: { type: "string" },
      "dry-run": { type: "boolean" },
      yes: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const { portal: domain, person: portalUserId } = values;
  if (values.help === true || domain === undefined || portalUserId === undefined) {
    return printHelp(HELP, values.help === true);
  }
  if (!/^[1-9]\d*$/.test(portalUserId)) throw new AppError("invalid", `--person is a number, not ${portalUserId}`);
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 2, applicationName: "botdeck-erase" });
  try {
    const portals = createPortals(handle.db, createSecretBox(env.BOTDECK_SECRET_KEY));
    const erase = (isDryRun: boolean) => eraseOfDomain(handle.db, portals, { domain, portalUserId, isDryRun });
    const found = await erase(true);
    process.stdout.write(`Person ${portalUserId} of ${domain}:\n${linesOf(found)}\n`);
    if (values["dry-run"] === true) return;
    if (values.yes !== true && !(await confirm("Erase it? It cannot be undone."))) return;
    await erase(false);
    process.stdout.write("Erased.\n");
  } finally {
    await handle.close();
  }
});

function linesOf(erasure: Erasure): string {
  const names = Object.keys(WORDS) as (keyof Erasure)[]; // safe: an object literal has no other keys
  return names.map((name) => `  ${erasure[name]} ${WORDS[name]}`).join("\n");
}
