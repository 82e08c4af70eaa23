import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { COMMAND_ACTOR, connect, createPortals, createSecretBox, noteActs } from "@botdeck/db";

import { loadEnv } from "./env.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/set-pkce.ts --portal <domain or id> --pkce on|off

Whether the links by which people authorise the app carry a code challenge (PKCE, RFC 7636). Bitrix24 documents none, so
it is off until you know that your portal's OAuth server takes one. Links that were sent before stay as they are.`;

async function setPkce(domain: string, wish: string): Promise<void> {
  if (wish !== "on" && wish !== "off") throw new AppError("invalid", `--pkce is on or off, not ${wish}`);
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-set-pkce" });
  try {
    const box = createSecretBox(env.BOTDECK_SECRET_KEY);
    const portal = await createPortals(handle.db, box).named(domain);
    if (portal.auth === "webhook")
      throw new AppError("invalid", `${domain} is connected by a webhook: nobody authorises an app there`);
    await handle.db.transaction(async (tx) => {
      await createPortals(tx, box).setPkce(portal.id, wish === "on");
      await noteActs(tx, COMMAND_ACTOR, [{ action: "portal.setPkce", subjectId: portal.id, detail: { pkce: wish } }]);
    });
    process.stdout.write(
      `Links for ${domain} ${wish === "on" ? "carry a code challenge" : "carry no code challenge"} now\n`,
    );
  } finally {
    await handle.close();
  }
}

// Run as a program: changes whether one portal's links carry a code challenge.
await runCommand(async () => {
  const { values } = parseArgs({
    options: { portal: { type: "string" }, pkce: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true || values.portal === undefined || values.pkce === undefined) {
    printHelp(HELP, values.help === true);
  } else {
    await setPkce(values.portal, values.pkce);
  }
});
