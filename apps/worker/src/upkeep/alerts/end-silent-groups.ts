import { type DatabaseHandle, lockSilentGroups, putEffects } from "@botdeck/db";

import { endGroup } from "../../notifications/alerts/take-alerts.ts";

/** In one short transaction. */
const SILENT_AT_ONCE = 50;

/** Ends groups of which nothing was said for so long that they are over. @returns How many there are. */
export async function endSilentGroups({ db }: { db: DatabaseHandle["db"] }, now: Date): Promise<number> {
  return await db.transaction(async (tx) => {
    const silent = await lockSilentGroups(tx, now, SILENT_AT_ONCE);
    for (const group of silent) await putEffects(tx, await endGroup(tx, group, now));
    return silent.length;
  });
}
