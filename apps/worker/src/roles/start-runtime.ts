import { createPortals, createTextOverrides, type DatabaseHandle, reapEvents, type SecretBox } from "@botdeck/db";
import type { AnyBot, Understood, Words } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import { createBotRegistry } from "../bots.ts";
import type { Deliverer } from "../deliverer/start-deliverer.ts";
import type { KnownRows } from "../known-rows.ts";
import type { Notices } from "../notices.ts";
import type { Outside, RuntimeDeps } from "../runtime/deps.ts";
import { startConsumer } from "../runtime/start-consumer.ts";
import { startWatchdog } from "../watchdog/watchdog.ts";
import { keepLooking } from "./keep-looking.ts";
import type { Role } from "./role.ts";
import { wokenBy } from "./woken-by.ts";

/** An event that ended so many processes is a dead letter. */
const DEATHS = 3;
/** Events of a dead process begin anew within this, in milliseconds, each at its own moment. */
const SPREAD_MS = 1_500;

/** A handler that keeps the process from doing anything else for so long, in milliseconds, ends it. */
const STANDSTILL_MS = 5_000;

/** Handles inbox events. */
export async function startRuntime(deps: {
  handle: DatabaseHandle;
  /** Whose commits do not wait for the disk. */
  quick: DatabaseHandle;
  box: SecretBox;
  known: KnownRows;
  definitions: readonly AnyBot[];
  outside: Outside;
  notifying: RuntimeDeps["notifying"];
  permissionLink: RuntimeDeps["permissionLink"];
  understandingOf: (definition: AnyBot, portalId: string) => Promise<(words: Words) => Promise<Understood>>;
  concurrency: number;
  /** The deliverer of this process; null when others play it. */
  deliverer: Deliverer | null;
  notices: Notices;
  logger: Logger;
}): Promise<Role> {
  const { handle, quick, box, known, definitions, outside, notifying, permissionLink, understandingOf } = deps;
  const { concurrency, deliverer, notices, logger } = deps;
  const watchdog = startWatchdog(STANDSTILL_MS);
  const consumer = startConsumer({
    watchdog,
    db: handle.db,
    claims: quick.db,
    bots: createBotRegistry(definitions, {
      known,
      texts: createTextOverrides(quick.db),
      portalsIn: (tx) => createPortals(tx, box),
      understandingOf,
      logger,
    }),
    outside,
    notifying,
    permissionLink,
    concurrency,
    depart: () => deliverer?.depart() ?? null,
    wakeDeliverer() {
      deliverer?.wake();
      notices.deliverer();
    },
    notices,
    logger,
  });
  const reaper = keepLooking("inbox reaper", reap, logger);

  async function reap(): Promise<void> {
    const { returned, dead } = await reapEvents(quick.db, { deaths: DEATHS, spreadMs: SPREAD_MS });
    if (returned > 0) logger.warn({ events: returned }, "events run again: their process died, or stopped answering");
    if (dead > 0) logger.error({ events: dead }, "events are dead letters: their process died each time");
    if (dead > 0) notices.letters();
    if (returned + dead > 0) consumer.wake();
  }

  const role = await wokenBy(handle, "botdeck_inbox", consumer);
  return {
    async stop() {
      await Promise.all([reaper.stop(), role.stop()]);
      await watchdog.stop();
    },
  };
}
