import { messageOf, pauseFor } from "@botdeck/core";
import {
  createPollerLocks,
  type DatabaseHandle,
  databaseNow,
  isDatabaseAway,
  keepPortalCheck,
  listen,
  type Portal,
  portalsToCheck,
} from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { createPortalLanes } from "../../portals/portal-lanes.ts";
import type { Role } from "../../roles/role.ts";
import { type CheckDeps, checkPortal } from "./check-portal.ts";

/** How often a portal is looked at that nobody asks about, in seconds; each at a time of its own. */
const EVERY_S = 15 * 60;
/** How often it is looked whether one is due, in milliseconds; whoever asks about one is heard at once. */
const LOOK_MS = 10_000;
/** Portals looked at side by side. */
const PLACES = 6;
/** Read in one look: those that hang stay due, here and with other processes, and must not hide the others. */
const READ = 10 * PLACES;

type Deps = CheckDeps & {
  handle: DatabaseHandle;
  databaseUrl: string;
  logger: Logger;
  everySeconds?: number;
  lookMs?: number;
};

/**
 * Looks at the health of every connected portal: at once when somebody asks in the console, else each quarter of an hour. Of
 * several processes one looks at a portal at a time.
 */
export function startPortalChecks(deps: Deps): Role {
  const { handle, databaseUrl, db, logger, everySeconds = EVERY_S, lookMs = LOOK_MS } = deps;
  const locks = createPollerLocks(databaseUrl);
  const stopping = new AbortController();
  let waking = new AbortController();
  const wake = () => waking.abort();
  const lanes = createPortalLanes({ places: PLACES, logger });

  /** Begins with as many as there are places for; each that is done wakes the next look. */
  async function look(): Promise<void> {
    for (const { portal } of await portalsToCheck(db, { everySeconds, limit: READ })) {
      await lanes.free();
      // Whoever asked meanwhile stands first in the list that is read next.
      if (stopping.signal.aborted || waking.signal.aborted) return;
      lanes.begin(portal.id, async () => {
        if ((await locks.run(`portal-check:${portal.id}`, () => checkIfDue(portal.id))) === true) wake();
      });
    }
  }

  /** @returns Whether it was: another process may have looked at it since the list was read. */
  async function checkIfDue(portalId: string): Promise<boolean> {
    const [due] = await portalsToCheck(db, { everySeconds, limit: 1, only: portalId });
    if (due !== undefined) await check(due.portal);
    return due !== undefined;
  }

  async function check(portal: Portal): Promise<void> {
    const begunAt = await databaseNow(db);
    try {
      await keepPortalCheck(db, portal.id, { begunAt, findings: await checkPortal(portal, deps), problem: null });
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      logger.warn({ err: error, domain: portal.domain }, "a portal's health could not be looked at");
      await keepPortalCheck(db, portal.id, { begunAt, findings: [], problem: messageOf(error) });
    }
  }

  async function keepOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      waking = new AbortController();
      await look().catch((error: unknown) => logger.warn({ err: error }, "a look at portals' health failed"));
      await pauseFor(lookMs * (1 + Math.random() / 2), AbortSignal.any([stopping.signal, waking.signal]));
    }
  }

  const listening = listen(handle, "botdeck_portals", wake, wake).catch((error: unknown) => {
    logger.warn({ err: error }, "portals' health is looked at without being woken");
    return null;
  });
  const running = keepOn();
  return {
    async stop() {
      stopping.abort();
      lanes.close();
      await running;
      await lanes.settled();
      // The connection is closed next; with Postgres away there is nothing to take leave of.
      await (await listening)?.().catch(() => {});
      await locks.close();
    },
  };
}
