import type { B24Client } from "@botdeck/b24-client";
import { readWorkdays } from "@botdeck/crm";
import { databaseNow, type DatabaseHandle, isDatabaseAway, noteWorkday, workdaysToAsk } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";

const EVERY_MS = 60_000;
/** Each person's day is asked about this often. */
const ASK_EVERY_MS = 5 * 60_000;
const AT_ONCE = 500;
/** Nobody waits for it. */
const OPTIONS = { lane: "digest" as const, maxWaitMs: 30_000 };

type Deps = {
  db: DatabaseHandle["db"];
  clientOf: (portalId: string) => Promise<B24Client>;
  logger: Logger;
};

/**
 * Asks portals about the working day of whoever wants their notifications to follow it. Whoever decides about a notification reads
 * what was said last; where a portal says nothing (it has no working days, or does not let us ask), nobody is held up.
 *
 * @param deps.now By default the database's clock.
 */
export function startWorkdays(deps: Deps & { now?: () => Promise<Date>; everyMs?: number }): Role {
  const { db, logger, everyMs = EVERY_MS, now = () => databaseNow(db) } = deps;
  const look = async () => {
    const at = await now();
    while ((await askWorkdays(deps, at)) === AT_ONCE);
  };
  return keepLooking("working days", look, logger, everyMs);
}

/** @returns How many people were asked about, at most `AT_ONCE`. */
export async function askWorkdays({ db, clientOf, logger }: Deps, at: Date): Promise<number> {
  const followers = await workdaysToAsk(db, { before: new Date(at.getTime() - ASK_EVERY_MS), limit: AT_ONCE });
  const byPortal = Map.groupBy(followers, ({ portalId }) => portalId);
  for (const [portalId, people] of byPortal) {
    const closed = await ask(
      portalId,
      people.map(({ userId }) => userId),
    );
    for (const person of people) await noteWorkday(db, person, { isClosed: closed.get(person.userId) ?? null, at });
  }
  return followers.length;

  async function ask(portalId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, boolean | null>> {
    try {
      return await readWorkdays(await clientOf(portalId), userIds, at, OPTIONS);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      logger.warn(
        { err: error, portalId },
        "a portal could not be asked about working days: nobody is held up by theirs",
      );
      return new Map();
    }
  }
}
