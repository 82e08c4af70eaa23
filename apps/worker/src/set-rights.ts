import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import {
  COMMAND_ACTOR,
  connect,
  createPortals,
  createSecretBox,
  noteActs,
  PORTAL_RIGHTS,
  type Portal,
} from "@botdeck/db";

import { loadEnv } from "./env.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/set-rights.ts --portal <domain or id> --rights person|owner

Says with whose rights bots act for somebody who asks them for deals, tasks or days off:

  person   their own, by the token of their event or the permission that they gave the app. A portal that is
           connected by a webhook alone knows none, so there such commands are refused.
  owner    of whoever made the portal's inbound webhook, whoever asks: everybody sees through the bots what that
           person may see. The console and the answers say so. For portals connected by a webhook.

Running workers follow within 15 seconds.`;

async function setRights(domain: string, rights: string): Promise<void> {
  if (!isRights(rights)) throw new AppError("invalid", `--rights is ${PORTAL_RIGHTS.join(" or ")}, not ${rights}`);
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-set-rights" });
  try {
    const box = createSecretBox(env.BOTDECK_SECRET_KEY);
    const portal = await createPortals(handle.db, box).named(domain);
    if (rights === "owner" && portal.auth === "oauth") {
      const message = `${domain} has installed the app, so that everybody can act with their own rights: owner is for webhooks`;
      throw new AppError("invalid", message);
    }
    await handle.db.transaction(async (tx) => {
      await createPortals(tx, box).setRights(portal.id, rights);
      await noteActs(tx, COMMAND_ACTOR, [{ action: "portal.setRights", subjectId: portal.id, detail: { rights } }]);
    });
    process.stdout.write(`From now on bots act on ${domain} with ${WHOSE[rights]}\n`);
  } finally {
    await handle.close();
  }
}

const WHOSE: Record<Portal["rights"], string> = {
  person: "the rights of the person who asks",
  owner: "the rights of the webhook's owner, whoever asks",
};

function isRights(text: string): text is Portal["rights"] {
  return PORTAL_RIGHTS.some((rights) => rights === text);
}

// Run as a program: changes with whose rights bots act on one portal.
await runCommand(async () => {
  const { values } = parseArgs({
    options: { portal: { type: "string" }, rights: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true || values.portal === undefined || values.rights === undefined) {
    printHelp(HELP, values.help === true);
  } else {
    await setRights(values.portal, values.rights);
  }
});
