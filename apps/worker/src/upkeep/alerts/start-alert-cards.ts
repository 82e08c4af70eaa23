import { databaseNow, type DatabaseHandle, wakeDeliverer } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import type { RulesOf } from "../../notifications/portal-rules.ts";
import { keepLooking } from "../../roles/keep-looking.ts";
import type { Role } from "../../roles/role.ts";
import { editStaleCards } from "./edit-stale-cards.ts";
import { endSilentGroups } from "./end-silent-groups.ts";
import { tellWaiting } from "./tell-waiting-groups.ts";

/** Has cards tell what is known of their alerts, and groups told that waited for others to recover. */
export function startAlertCards({
  handle,
  rules,
  logger,
}: {
  handle: DatabaseHandle;
  rules: Pick<RulesOf, "find">;
  logger: Logger;
}): Role {
  const deps = { db: handle.db, rules };
  const look = async () => {
    const now = await databaseNow(handle.db);
    const ended = await endSilentGroups(deps, now);
    const told = ended + (await tellWaiting(deps, now)) + (await editStaleCards(deps, now));
    if (told > 0) await wakeDeliverer(handle.db);
  };
  return keepLooking("cards of alerts", look, logger);
}
