import { listRotas, putRota, removeRota } from "@botdeck/db";
import { RotaSettings } from "@botdeck/notifications";

import { readSetting } from "./portal-settings/read-setting.ts";
import { runNamedCommand } from "./portal-settings/run-named-command.ts";

const HELP = `node apps/worker/src/set-rota.ts --portal <domain> --config <file>
node apps/worker/src/set-rota.ts --portal <domain> --show | --remove <name>

Says who is on call when. The file has the rota as JSON; one of the same name is replaced. A later layer goes over an earlier one
where it applies; docs/notifications.md tells more.

  {"name": "Shop", "timeZone": "Europe/Moscow", "dialogId": "chat17", "layers": [
    {"people": ["12", "15"], "turn": {"every": "week", "count": 1}, "startsOn": "2027-01-04", "changesAt": "09:00"},
    {"people": ["19"], "turn": {"every": "week", "count": 1}, "startsOn": "2027-01-04",
     "only": [{"days": [6, 7], "from": "00:00", "until": "00:00"}]}]}

People are portal user ids. What is printed last is the id that policies name it by.`;

// Run as a program: sets, lists or removes a portal's rotas.
await runNamedCommand(
  {
    name: "set-rota",
    help: HELP,
    thing: "rota",
    entity: "rota",
    put: (db, portalId, config) => putRota(db, { portalId, ...readSetting(RotaSettings, config) }),
    list: async (db, portalId) =>
      (await listRotas(db, portalId)).map(({ id, name, timeZone, dialogId, layers }) => ({
        id,
        name,
        timeZone,
        dialogId,
        layers,
      })),
    remove: (db, portalId, name) => removeRota(db, { portalId, name }),
  },
  process.env,
);
