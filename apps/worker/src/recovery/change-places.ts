import { queueOffline } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { Outage } from "@botdeck/db";

import { findChangedRecords } from "./changed-records.ts";
import { drainOfflineEvents } from "./offline-events.ts";
import type { Place, PortalView } from "./place.ts";
import type { RecoveryDeps } from "./recovery-deps.ts";
import { offlineEventsOf, type PortalRecord, RECORD_FACTS } from "./portal-changes.ts";

/**
 * Where changes of CRM and tasks are looked for: in the portal's queue where it has one for us, else in its lists, by
 * date. Only what the app or the webhook may see.
 */
export async function changePlaces(
  view: PortalView,
  { kind }: Outage,
  { records, isDryRun = false }: RecoveryDeps,
): Promise<Place[]> {
  const { client, portal, calls } = view;
  const scopes = new Set(await client.call("scope", {}, calls));
  const seen = records.filter((record) => scopes.has(RECORD_FACTS[record].scope));
  if (seen.length === 0) return [];
  // To read a queue is to change it, so a dry run does not; and who asks for a time has reason not to trust the queue.
  const mayRead = portal.auth === "oauth" && !isDryRun && kind !== "asked";
  if (mayRead && (await wasQueued(view, seen))) return [queuePlace(view)];
  return seen.map((record) => ({
    where: `${portal.domain} ${RECORD_FACTS[record].plural}`,
    async look(keep) {
      await findChangedRecords(view, record, keep);
      return null;
    },
  }));
}

function queuePlace({ client, portal, calls }: PortalView): Place {
  return {
    where: `${portal.domain} queue of changes`,
    async look(keep) {
      await drainOfflineEvents({ client, portalId: portal.id, calls }, keep);
      return null;
    },
  };
}

/** False when the portal begins only now to queue changes, or may not: only an administrator's token has a queue. */
async function wasQueued({ client, calls }: PortalView, records: readonly PortalRecord[]): Promise<boolean> {
  try {
    return (await queueOffline(client, offlineEventsOf(records), calls)).length === 0;
  } catch (error) {
    if (error instanceof AppError && ["forbidden", "rejected", "unauthorized"].includes(error.code)) return false;
    throw error;
  }
}
