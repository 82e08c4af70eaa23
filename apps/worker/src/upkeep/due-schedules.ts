import { databaseNow, type DatabaseHandle, keepDueSchedules } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";
import { timesAround } from "./next-time.ts";

const EVERY_MS = 20_000;
/** In one short transaction. */
const AT_ONCE = 50;

/**
 * Has bots do what is due by their schedules: the bot gets an event, as if its owner had asked. After an outage what was missed
 * is done once.
 *
 * @param deps.now By default the database's clock.
 */
export function startDueSchedules(deps: {
  handle: DatabaseHandle;
  logger: Logger;
  now?: () => Promise<Date>;
  everyMs?: number;
}): Role {
  const { handle, logger, everyMs = EVERY_MS } = deps;
  const { now = () => databaseNow(handle.db) } = deps;
  const look = async () => {
    const at = await now();
    while ((await keepDue(handle.db, at)) === AT_ONCE);
  };
  return keepLooking("schedules", look, logger, everyMs);
}

/** @returns How many were due, at most `AT_ONCE`. */
export const keepDue = (db: DatabaseHandle["db"], now: Date): Promise<number> =>
  keepDueSchedules(db, {
    now,
    limit: AT_ONCE,
    timesOf: ({ recurrence, timeZone, nextAt }) => timesAround(recurrence, timeZone, nextAt, now),
  });
