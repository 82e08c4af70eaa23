import { AppError } from "@botdeck/core";
import { type Database, listPolicies, listRotas, putPolicy, removePolicy } from "@botdeck/db";
import { PolicySettings, unknownRotas } from "@botdeck/notifications";

import { readSetting } from "./portal-settings/read-setting.ts";
import { runNamedCommand } from "./portal-settings/run-named-command.ts";

const HELP = `node apps/worker/src/set-policy.ts --portal <domain> --config <file>
node apps/worker/src/set-policy.ts --portal <domain> --show | --remove <name>

Says who is paged for alerts, in which order. The file has the policy as JSON; one of the same name is replaced, and what is under
way goes by it from its next level on. The name "default" makes it that of all hooks that name no other.

  {"name": "default", "repeats": 1, "fallbackDialogId": "chat17", "passesQuietHoursFrom": "critical", "levels": [
    {"targets": [{"kind": "rota", "rotaId": "<id of set-rota --show>"}], "waitSeconds": 300},
    {"targets": [{"kind": "heads"}, {"kind": "person", "id": "1"}], "waitSeconds": 600}]}

What is printed last is the id that hooks name it by: pnpm operate set-hook --hook <id> --policy <id>.`;

/** @throws AppError `invalid` for a rota that the portal has not: nobody would be paged. */
async function put(db: Database, portalId: string, config: Record<string, unknown>) {
  const { name, ...policy } = readSetting(PolicySettings, config);
  const known = new Set((await listRotas(db, portalId)).map(({ id }) => id));
  const missing = unknownRotas(policy, known).map(({ rotaId }) => rotaId);
  if (missing.length > 0)
    throw new AppError("invalid", `The portal has no rota ${missing.join(", ")}: set-rota --show has its rotas`);
  return await putPolicy(db, { portalId, name, policy });
}

// Run as a program: sets, lists or removes a portal's escalation policies.
await runNamedCommand(
  {
    name: "set-policy",
    help: HELP,
    thing: "escalation policy",
    entity: "policy",
    put,
    list: async (db, portalId) =>
      (await listPolicies(db, portalId)).map(({ id, name, policy }) => ({ id, name, policy })),
    remove: (db, portalId, name) => removePolicy(db, { portalId, name }),
  },
  process.env,
);
