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
 * queue them: after an installation, and for what a new release wants to know as well.
 */
export function createQueueReader(deps: Deps): () => Promise<void> {
  const { db, portals, clients, records, calls, logger } = deps;
  const queuing = new Set<string>();
  /** Portals whose app may have no queue, until this process starts anew. */
  const refused = new Set<string>();

  async function read(portal: Portal): Promise<void> {
    const client = clients.for(portal);
    if (!queuing.has(portal.id)) {
      await queueOffline(client, offlineEventsOf(records), calls);
      queuing.add(portal.id);
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
      if (portal.auth !== "oauth" || refused.has(portal.id)) continue;
      try {
        await read(portal);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (!error.isRetryable) refused.add(portal.id);
        logger.info({ err: error, domain: portal.domain }, "the portal's queue of changes could not be read");
      }
    }
  };
}
