import { announce, databaseNow, type DatabaseHandle, reckonAnswers, reckonStaleDays } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";

const EVERY_MS = 30_000;
/** In one short transaction: a month of one portal. */
const DAYS_AT_ONCE = 31;
const MESSAGES_AT_ONCE = 5_000;
/** In one look; the rest waits for the next, so that what is newest never waits for a long past. */
const MOST_STEPS = 40;

type Deps = { db: DatabaseHandle["db"]; logger: Logger; signal?: AbortSignal };

/**
 * Adds up what came of visits and how long answers took, for the page of figures. Beside other processes: one of them does it.
 *
 * @param deps.now By default the database's clock.
 */
export function startFigures(deps: Deps & { now?: () => Promise<Date>; everyMs?: number }): Role {
  const { db, logger, everyMs = EVERY_MS, now = () => databaseNow(db) } = deps;
  const stopping = new AbortController();
  const looking = keepLooking(
    "figures",
    async () => void (await addUpFigures({ db, logger, signal: stopping.signal }, await now())),
    logger,
    everyMs,
  );
  return {
    async stop() {
      stopping.abort();
      await looking.stop();
    },
  };
}

/** @returns True when there was something to add up; whoever watches is told. */
export async function addUpFigures({ db, logger, signal }: Deps, now: Date): Promise<boolean> {
  let days = 0;
  let hasMessages = true;
  let hasDays = true;
  let wereAnswers = false;
  for (let step = 0; step < MOST_STEPS && (hasDays || hasMessages) && signal?.aborted !== true; step++) {
    if (hasDays) {
      const taken = await reckonStaleDays(db, DAYS_AT_ONCE);
      days += taken;
      hasDays = taken === DAYS_AT_ONCE;
    }
    if (hasMessages) {
      const answers = await reckonAnswers(db, { now, limit: MESSAGES_AT_ONCE });
      hasMessages = answers.hasMore;
      wereAnswers ||= answers.isChanged;
    }
  }
  if (days === 0 && !wereAnswers) return false;
  logger.debug({ days }, "figures are added up");
  await announce(db, "botdeck_desk", ["figures"]);
  return true;
}
