import { databaseNow, type DatabaseHandle, keepDueSchedules, type Schedule } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";
import { nextTime, timesAround } from "./next-time.ts";

const EVERY_MS = 20_000;
/** In one short transaction. */
const AT_ONCE = 50;
/** So many times in a row nothing came of it: its owner has left, gives no permission, or the bot was put out of the chat. */
const MOST_IN_VAIN = 3;
/** In which it was due so often, in days. */
const DAYS_BACK = { day: 12, week: 29, month: 124 } as const;
const DAY_MS = 86_400_000;

const STOPPED: Record<"en" | "ru", string> = {
  en: "I have stopped what I was to bring you regularly: three times in a row it came to nothing. Order it again when you need it.",
  ru: "Я остановил то, что должен был приносить вам регулярно: три раза подряд не получилось. Закажите снова, если понадобится.",
};

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
    lastTimesOf,
    wordsOnStop: ({ language }) => STOPPED[language === "ru" ? "ru" : "en"],
  });

/** The last times when it was due; none before there were so many that it may be given up. */
function lastTimesOf({ recurrence, timeZone, lastAt }: Schedule): readonly Date[] {
  if (lastAt === null) return [];
  const times: Date[] = [];
  const since = new Date(lastAt.getTime() - DAYS_BACK[recurrence.every] * DAY_MS);
  for (let at = nextTime(recurrence, timeZone, since); at <= lastAt; at = nextTime(recurrence, timeZone, at)) {
    times.push(at);
  }
  return times.slice(-MOST_IN_VAIN);
}
