import { createOrderSources } from "@botdeck/db";

import { checkOrderSource } from "./portal-settings/check-order-source.ts";
import { runSettingsCommand } from "./portal-settings/run-settings-command.ts";

const HELP = `node apps/worker/src/set-order-source.ts --portal <domain or id> --config <file> [--secret stdin|env:<NAME>]
node apps/worker/src/set-order-source.ts --portal <domain or id> --show | --remove

Says where the orders of a portal's clients are. The file has the settings as JSON; packages/crm/README.md has all of them:

  {"kind": "odata", "url": "https://1c.example/trade/odata/standard.odata"}
  {"kind": "json", "url": "https://shop.example/orders"}
  {"kind": "sale"}

The secret is <login>:<password> (odata), a token (json), or the password alone where the settings have a "login"; it is
kept sealed. Without any settings the portal's own shop is asked, as with sale. Running workers follow within 15 seconds.`;

// Run as a program: sets, shows or removes a portal's source of orders.
await runSettingsCommand(
  {
    name: "set-order-source",
    help: HELP,
    thing: "order source",
    entity: "orderSource",
    storeIn: createOrderSources,
    check: checkOrderSource,
  },
  process.env,
);
