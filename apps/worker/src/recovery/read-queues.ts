import { queueOffline } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { keepEvents, type Portal, wakeRuntime } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { drainOfflineEvents } from "./offline-events.ts";
import type { RecoveryDeps } from "./recovery-deps.ts";
import { offlineEventsOf } from "./portal-changes.ts";

type Deps = RecoveryDeps & { logger: Logger };

/**
 * Reads what the portals have queued of their changes. A portal that this process sees for the first time is asked to
 * queue them, for what a new release wants to know as well; and one that changed, since an update of the app drops what was
 * asked before, and may bring the rights that were lacking.
 */
export function createQueueReader(deps: Deps): () => Promise<void> {
  const { db, portals, clients, records, calls, logger } = deps;
  /** Portals that were asked, and those whose app may have no queue; both as they were changed last, in milliseconds. */
  const queuing = new Map<string, number>();
  const refused = new Map<string, number>();

  async function read(portal: Portal): Promise<void> {
    const client = clients.for(portal);
    if (queuing.get(portal.id) !== changedAt(portal)) {
      await queueOffline(client, offlineEventsOf(records), calls);
      queuing.set(portal.id, changedAt(portal));
    }
    const kept = await drainOfflineEvents({ client, portalId: portal.id, calls }, async (events) => {
      const keys = await keepEvents(db, events, { source: "fetch" });
      if (keys.length > 0) await wakeRuntime(db).catch(() => {});
      return keys.length;
    });
    if (kept > 0) logger.info({ portalId: portal.id, kept }, "changes that the portal queued are kept");
  }

  return async () => {
    if (records.length === 0) return;
    for (const portal of await portals.inState("active")) {
      if (portal.auth !== "oauth" || refused.get(portal.id) === changedAt(portal)) continue;
      try {
        await read(portal);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (!error.isRetryable) refused.set(portal.id, changedAt(portal));
        logger.info({ err: error, domain: portal.domain }, "the portal's queue of changes could not be read");
      }
    }
  };
}

const changedAt = ({ updatedAt }: Portal) => updatedAt.getTime();
